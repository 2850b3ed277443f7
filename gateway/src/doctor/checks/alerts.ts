import { GATEWAY_UID } from '@llm-gateway/catalogue';

import { countText, listText } from '../amounts.js';
import { BadAnswer, askFor } from '../ask.js';
import { type Finding, type Part, failed, ok, skipped, warning } from '../finding.js';
import type { Place } from '../place.js';
import type { Settings } from '../settings.js';

/** As Alertmanager's API v2 has it, and Grafana's after it. */
interface ActiveAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly startsAt: string;
}

const ACTIVE = 'active=true&silenced=false&inhibited=false';

/** Whether Alertmanager is there, and what it has that fires. */
export async function checkAlertmanager({ alertmanager, timeoutMs }: Settings): Promise<readonly Finding[]> {
  if (alertmanager === undefined) {
    return [skipped('alertmanager', 'not asked: give its address with --alertmanager')];
  }
  try {
    const status = await askFor<{ readonly versionInfo?: { readonly version?: string } }>(
      alertmanager,
      '/api/v2/status',
      { timeoutMs }
    );
    const version = status.versionInfo?.version ?? 'unknown';
    return [
      ok('alertmanager', `${alertmanager.url} answers, version ${version}`),
      ...(await activeAlerts(alertmanager, '/api/v2/alerts', 'Alertmanager', timeoutMs)),
    ];
  } catch (error) {
    const advice = 'Start it, or give its address with --alertmanager; until then nobody is told of alerts.';
    return [failed('alertmanager', (error as Error).message, advice)];
  }
}

/** Whether Grafana is there, reaches the gateway, and what it has that fires. */
export async function checkGrafana({ grafana, timeoutMs }: Settings): Promise<readonly Finding[]> {
  if (grafana === undefined) {
    return [skipped('grafana', 'not asked: give its address with --grafana')];
  }
  try {
    const health = await askFor<{ readonly version?: string; readonly database?: string }>(grafana, '/api/health', {
      timeoutMs,
    });
    const answers = `${grafana.url} answers, version ${health.version ?? 'unknown'}`;
    if (grafana.authorization === undefined) {
      const message = `${answers}; its alerts are not looked at: set GRAFANA_TOKEN, or GRAFANA_USER and GRAFANA_PASSWORD`;
      return [ok('grafana', message)];
    }
    return [
      ok('grafana', answers, { details: { ...health } }),
      ...(await dataSource(grafana, timeoutMs)),
      ...(await activeAlerts(grafana, '/api/alertmanager/grafana/api/v2/alerts', 'Grafana', timeoutMs)),
    ];
  } catch (error) {
    if (error instanceof BadAnswer && error.status === 401) {
      const advice = 'Set GRAFANA_TOKEN, or GRAFANA_USER and GRAFANA_PASSWORD, to what it takes.';
      return [warning('grafana', 'Grafana refuses the credential', advice)];
    }
    const advice = 'Start it, or give its address with --grafana; the gateway goes on without it.';
    return [failed('grafana', (error as Error).message, advice)];
  }
}

async function activeAlerts(place: Place, path: string, from: string, timeoutMs: number): Promise<readonly Finding[]> {
  const part: Part = 'alerts';
  const alerts = await askFor<readonly ActiveAlert[]>(place, `${path}?${ACTIVE}`, { timeoutMs });
  const details = {
    from,
    alerts: alerts.map(({ labels, annotations, startsAt }) => ({
      labels,
      summary: annotations?.['summary'],
      starts_at: startsAt,
    })),
  };
  if (alerts.length === 0) {
    return [ok(part, `none fires in ${from}`, { details })];
  }
  const names = listText([...new Set(alerts.map(nameOf))]);
  const message = `${countText(alerts.length, 'alert')} in ${from}: ${names}`;
  const advice = 'docs/alerts.md says for each what to look at first.';
  return alerts.some(({ labels }) => labels['severity'] === 'critical')
    ? [failed(part, message, advice, { details })]
    : [warning(part, message, advice, { details })];
}

function nameOf({ labels }: ActiveAlert): string {
  const { alertname = 'unnamed', severity } = labels;
  return severity === undefined ? alertname : `${alertname} (${severity})`;
}

/** Whether Grafana's data source gets through to the gateway. */
async function dataSource(grafana: Place, timeoutMs: number): Promise<readonly Finding[]> {
  const path = `/api/datasources/uid/${GATEWAY_UID}/health`;
  try {
    const { status, message } = await askFor<{ readonly status?: string; readonly message?: string }>(grafana, path, {
      timeoutMs,
    });
    return status === 'OK'
      ? [ok('grafana', `its data source ${GATEWAY_UID} reaches the gateway`)]
      : [failed('grafana', `its data source ${GATEWAY_UID}: ${message}`, DATA_SOURCE_ADVICE, { follows: 'gateway' })];
  } catch (error) {
    if (error instanceof BadAnswer && error.status === 404) {
      const advice = 'Provision it (provisioning/grafana), or add it in the app under Configuration.';
      return [warning('grafana', `it has no data source ${GATEWAY_UID}`, advice)];
    }
    if (error instanceof BadAnswer && error.status !== 401) {
      const message = `its data source ${GATEWAY_UID}: ${error.message}`;
      return [failed('grafana', message, DATA_SOURCE_ADVICE, { follows: 'gateway' })];
    }
    throw error;
  }
}

const DATA_SOURCE_ADVICE = 'See its address and admin token in Grafana under Connections, Data sources.';
