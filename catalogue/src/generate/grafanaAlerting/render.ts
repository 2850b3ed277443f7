import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { grafanaAlerting } from '../grafanaAlerting.js';
import type { GrafanaReceivers } from './contactPoints.js';

/**
 * Writes Grafana's alerting folder with the receivers that the environment names: Grafana refuses to start with one
 * that is empty. It holds no secret; Grafana reads them from its own environment, or from the files named there.
 *
 *   node catalogue/dist/generate/grafanaAlerting/render.js --out DIR [--mode 444]
 */
function render(out: string, mode: number): void {
  mkdirSync(out, { recursive: true });
  for (const { path, text } of grafanaAlerting(receivers(process.env))) {
    const file = join(out, basename(path));
    rmSync(file, { force: true });
    writeFileSync(file, text, { mode });
    // Whatever the umask is.
    chmodSync(file, mode);
  }
}

/** E-mail needs a server as well as an address. */
function receivers(env: NodeJS.ProcessEnv): GrafanaReceivers {
  const slackFile = env['SLACK_WEBHOOK_URL_FILE'];
  return {
    email: env['SMTP_SMARTHOST'] && env['ALERT_EMAIL_TO'] ? '$ALERT_EMAIL_TO' : undefined,
    slack: env['SLACK_WEBHOOK_URL'] ? '$SLACK_WEBHOOK_URL' : slackFile ? `$__file{${resolve(slackFile)}}` : undefined,
  };
}

const { values } = parseArgs({ options: { out: { type: 'string' }, mode: { type: 'string', default: '600' } } });
if (values.out === undefined || !/^[0-7]{3}$/.test(values.mode)) {
  process.stderr.write('Usage: render.js --out DIR [--mode 444]\n');
  process.exitCode = 1;
} else {
  render(resolve(values.out), Number.parseInt(values.mode, 8));
}
