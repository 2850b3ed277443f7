import { send } from '../grafana';

/** Label by which Grafana's Alertmanager knows a rule. */
const RULE_UID = '__alert_rule_uid__';
const SILENCES = '/api/alertmanager/grafana/api/v2/silences';
const DAY_MS = 24 * 60 * 60 * 1000;

/** Longer than anybody keeps a stack: Grafana knows no silence without an end. */
const FOREVER_DAYS = 3650;

interface Silence {
  readonly id: string;
  readonly status: { readonly state: 'active' | 'pending' | 'expired' };
  readonly matchers: ReadonlyArray<{ readonly name: string; readonly value: string }>;
  readonly comment: string;
}

/** Nobody is told of what this rule finds, until {@link unsilenceRule}. */
export async function silenceRule(uid: string, comment: string): Promise<void> {
  const now = Date.now();
  await send('POST', SILENCES, {
    matchers: [{ name: RULE_UID, value: uid, isRegex: false, isEqual: true }],
    startsAt: new Date(now).toISOString(),
    endsAt: new Date(now + FOREVER_DAYS * DAY_MS).toISOString(),
    createdBy: 'LLM Gateway',
    comment,
  });
}

/** Ends the silences that {@link silenceRule} made with this comment; those of people stay. */
export async function unsilenceRule(uid: string, comment: string): Promise<void> {
  const silences = await send<Silence[]>('GET', SILENCES);
  const ours = silences.filter(
    ({ status, matchers, comment: why }) =>
      status.state !== 'expired' &&
      why === comment &&
      matchers.length === 1 &&
      matchers[0]?.name === RULE_UID &&
      matchers[0].value === uid
  );
  await Promise.all(ours.map(({ id }) => send('DELETE', `/api/alertmanager/grafana/api/v2/silence/${id}`)));
}

/** Address of Grafana's form for a silence of a rule, without the sub-path. */
export function newSilencePath(uid: string): string {
  const parameters = new URLSearchParams({ alertmanager: 'grafana', matcher: `${RULE_UID}=${uid}` });
  return `/alerting/silence/new?${parameters}`;
}
