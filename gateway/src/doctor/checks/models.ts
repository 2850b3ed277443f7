import { countText, listText } from '../amounts.js';
import { askFor } from '../ask.js';
import { type Finding, failed, ok, skipped, warning } from '../finding.js';
import type { Known } from './check.js';

interface Deployment {
  readonly model: string;
  readonly deployment: string;
  readonly status: string;
  readonly reason?: string;
}

/** Whether each model has a deployment that takes calls. */
export async function checkModels({ settings, status }: Known): Promise<readonly Finding[]> {
  if (status === undefined) {
    return [skipped('models', 'needs the admin token')];
  }
  const { gateway, timeoutMs } = settings;
  const { deployments } = await askFor<{ readonly deployments: readonly Deployment[] }>(
    gateway,
    '/api/v1/deployments',
    { timeoutMs }
  );
  const models = [...new Set(deployments.map(({ model }) => model))];
  const enabled = deployments.filter((each) => each.status !== 'disabled');
  const down = enabled.filter((each) => each.status !== 'ready');
  const served = new Set(enabled.map(({ model }) => model));
  const disabled = models.filter((name) => !served.has(name));
  const gone = [...served].filter((name) => enabled.every((each) => each.model !== name || each.status !== 'ready'));
  const details = { models: models.length, not_ready: down, without_deployment: gone, disabled };
  if (models.length === 0) {
    return [failed('models', 'there are none', 'Configure one: models in the configuration, or POST /api/v1/models.')];
  }
  if (gone.length > 0) {
    const why = down.find(({ model }) => model === gone[0])?.reason ?? '';
    return [
      failed(
        'models',
        `nothing answers for ${listText(gone)}${why === '' ? '' : ` (${why})`}`,
        'See the lines on providers; fallbacks answer meanwhile where they are configured.',
        { details }
      ),
    ];
  }
  const ready = enabled.length - down.length;
  const off = disabled.length === 0 ? '' : `; disabled: ${listText(disabled)}`;
  const message = `${countText(models.length, 'model')}, ${ready} of ${countText(enabled.length, 'deployment')} ready${off}`;
  return down.length === 0
    ? [ok('models', message, { details })]
    : [
        warning(
          'models',
          `${message}; not: ${listText(down.map(({ deployment, reason }) => `${deployment} (${reason})`))}`,
          'Others answer for them meanwhile; docs/alerts.md says what to look for.',
          { details }
        ),
      ];
}
