import { gatewayRestarts } from '@llm-gateway/catalogue';

import { countText, durationText } from '../amounts.js';
import { BadAnswer, Unreachable, ask, askFor } from '../ask.js';
import { type Finding, failed, ok, warning } from '../finding.js';
import { type GatewayStatus, isGatewayStatus } from '../gatewayStatus.js';
import { instantValues } from '../prometheusApi.js';
import type { Settings } from '../settings.js';

export interface GatewayLook {
  readonly finding: Finding;
  readonly reachable: boolean;
  readonly status: GatewayStatus | undefined;
}

/** Restarts within a day that are more than somebody's doing. */
const MANY_RESTARTS = 5;

/** The process: whether it answers, which version, for how long, how often it was restarted. Never rejects. */
export async function lookAtGateway(settings: Settings): Promise<GatewayLook> {
  const { gateway, hasToken, gatewayFrom, timeoutMs } = settings;
  let latencyMs: number;
  try {
    ({ latencyMs } = await ask(gateway, '/health/live', { timeoutMs }));
  } catch (error) {
    const advice = `Start it (npm start, docker compose up), or give its address with --url; this one is ${gatewayFrom}.`;
    return { finding: failed('gateway', (error as Error).message, advice), reachable: false, status: undefined };
  }
  const answers = `answers in ${latencyMs} ms`;
  if (!hasToken) {
    const advice =
      'Set LLM_GATEWAY_ADMIN_TOKEN (or LLM_GATEWAY_VIEWER_TOKEN), or name the data directory of the gateway with --data.';
    const finding = warning('gateway', `${answers}, but there is no admin token to ask it more with`, advice);
    return { finding, reachable: true, status: undefined };
  }
  try {
    const status = await askFor<unknown>(gateway, '/api/v1/status', { timeoutMs });
    if (!isGatewayStatus(status)) {
      const advice = 'Use the doctor of the version that the gateway is of.';
      const finding = failed('gateway', `${answers}, but tells another status than this doctor reads`, advice);
      return { finding, reachable: true, status: undefined };
    }
    return { finding: await describe(settings, status, answers), reachable: true, status };
  } catch (error) {
    return { finding: refusedStatus(error, answers), reachable: !(error instanceof Unreachable), status: undefined };
  }
}

async function describe({ prometheus, timeoutMs }: Settings, status: GatewayStatus, answers: string): Promise<Finding> {
  const { pid, host } = status.process;
  const upSeconds = (Date.now() - Date.parse(status.started_at)) / 1_000;
  const changes = prometheus === undefined ? [] : await instantValues(prometheus, gatewayRestarts('1d'), timeoutMs);
  const restarts = changes.length === 0 ? undefined : changes.reduce((sum, each) => sum + each, 0);
  const details = { version: status.version, pid, host, uptime_seconds: Math.round(upSeconds), restarts_1d: restarts };
  const known = `version ${status.version}, pid ${pid} on ${host}, up ${durationText(upSeconds)}, ${answers}`;
  const restarted = restarts === undefined ? '' : `, ${countText(restarts, 'restart')} in a day`;
  return (restarts ?? 0) >= MANY_RESTARTS
    ? warning('gateway', known + restarted, 'Look into its log for why it ends.', { details })
    : ok('gateway', known + restarted, { details });
}

function refusedStatus(error: unknown, answers: string): Finding {
  if (error instanceof BadAnswer && error.status === 401) {
    const advice = 'Set LLM_GATEWAY_ADMIN_TOKEN to its admin token, or name its data directory with --data.';
    return failed('gateway', `${answers}, but refuses the admin token`, advice);
  }
  if (error instanceof BadAnswer && error.status === 404) {
    const advice = 'See whether --url is the gateway, and not something before or beside it.';
    return failed('gateway', `what answers there is no LLM Gateway (${error.message})`, advice);
  }
  return failed('gateway', (error as Error).message, 'Look into its log.');
}
