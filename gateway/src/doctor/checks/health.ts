import { listText } from '../amounts.js';
import { ask, messageOf } from '../ask.js';
import { type Finding, failed, ok, warning } from '../finding.js';
import type { Known } from './check.js';

interface Health {
  readonly providers?: ReadonlyArray<{ readonly name: string; readonly status: string; readonly reason?: string }>;
}

/** `/health/ready`, and what `/health` tells of the providers' last calls. */
export async function checkHealth({ settings }: Known): Promise<readonly Finding[]> {
  const { gateway, timeoutMs } = settings;
  const ready = await ask(gateway, '/health/ready', { timeoutMs });
  const { body } = await ask(gateway, '/health', { timeoutMs });
  const health =
    ready.status === 200
      ? ok('health', `live and ready for traffic`)
      : failed(
          'health',
          `live, but not ready: ${messageOf(ready.body) || `status ${ready.status}`}`,
          'It refuses requests until this is mended; the lines on database and ledger tell more.'
        );
  return [health, ofProviders((body as Health).providers ?? [])];
}

function ofProviders(providers: NonNullable<Health['providers']>): Finding {
  const enabled = providers.filter(({ status }) => status !== 'disabled');
  const failing = providers.filter(({ status }) => status === 'failing');
  const healthy = providers.filter(({ status }) => status === 'healthy');
  const details = { providers };
  if (failing.length === 0) {
    const unknown = enabled.length - healthy.length;
    const unasked = unknown === 0 ? '' : `, ${unknown} not called since the start`;
    const off = providers.length - enabled.length;
    const disabled = off === 0 ? '' : `, ${off} disabled`;
    const message = `${healthy.length} of ${enabled.length} answered their last call${unasked}${disabled}`;
    return ok('providers', message, { details });
  }
  const names = listText(failing.map(({ name, reason }) => `${name} (${reason})`));
  const advice = 'Try each with --deep; runbooks are in docs/alerts.md.';
  return failing.length === enabled.length
    ? failed('providers', `the last call of each failed: ${names}`, advice, { details })
    : warning('providers', `the last call failed of: ${names}`, advice, { details });
}
