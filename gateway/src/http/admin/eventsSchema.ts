import Type from 'typebox';

import { SUBJECT_KINDS } from '../../governance/subject.js';

const common = { id: Type.String(), time: Type.String({ format: 'date-time' }) };

const Routing = Type.Object(
  {
    ...common,
    type: Type.Enum(['breaker', 'credential_refused']),
    provider: Type.String(),
    deployment: Type.Optional(Type.String({ description: 'provider/model; the whole provider if left out.' })),
    from: Type.Optional(Type.String()),
    to: Type.String(),
    reason: Type.String(),
    followed: Type.Boolean({ description: 'Whether it only follows what another replica found.' }),
  },
  { description: 'A circuit breaker changed, or a provider refused the credential.' }
);

const ConfigReloaded = Type.Object(
  {
    ...common,
    type: Type.Literal('config_reloaded'),
    restart_needed: Type.Array(Type.String(), { description: 'Changed sections that are read only at the start.' }),
  },
  { description: 'A changed configuration came into force.' }
);

const Budget = Type.Object(
  {
    ...common,
    type: Type.Enum(['budget_warning', 'budget_exhausted', 'budget_reset']),
    budget: Type.String(),
    subject: Type.Object({ kind: Type.Enum([...SUBJECT_KINDS]), value: Type.String() }),
    unit: Type.Enum(['usd', 'tokens']),
    limit: Type.Number({ description: 'In the unit.' }),
    used: Type.Optional(Type.Number({ description: 'In the window so far; not of a reset.' })),
    threshold: Type.Optional(Type.Number({ description: 'Share of the limit that was crossed; only of a warning.' })),
    hard: Type.Boolean({ description: 'Whether requests are refused when it is spent.' }),
    window_start: Type.String({ format: 'date-time' }),
    resets_at: Type.String({ format: 'date-time' }),
  },
  { description: 'A budget crossed a threshold, was spent, or began anew; told once for all replicas.' }
);

const Texts = Type.Record(Type.String(), Type.String());
const Alert = Type.Object(
  {
    ...common,
    type: Type.Enum(['alert_firing', 'alert_resolved']),
    alert: Type.String({ description: 'The label alertname.' }),
    severity: Type.Optional(Type.String()),
    summary: Type.Optional(Type.String()),
    source: Type.Enum(['alertmanager', 'grafana']),
    fingerprint: Type.String(),
    labels: Texts,
    annotations: Texts,
    starts_at: Type.String({ format: 'date-time' }),
    ends_at: Type.Optional(Type.String({ format: 'date-time' })),
    generator_url: Type.Optional(Type.String()),
  },
  { description: 'Alertmanager or Grafana sent an alert that began or ended; told once for all replicas.' }
);

const Dependency = Type.Object(
  {
    ...common,
    type: Type.Enum(['redis_down', 'redis_up', 'store_down', 'store_up']),
    reason: Type.Optional(Type.String()),
  },
  { description: 'Redis or the store went away or came back.' }
);

export const EventsAnswer = Type.Object({
  events: Type.Array(Type.Union([Routing, ConfigReloaded, Budget, Alert, Dependency])),
  next_cursor: Type.Optional(Type.String({ description: 'To go on from; left out when nothing follows.' })),
  partial: Type.Boolean({ description: 'The store is down: these are only the events that this replica remembers.' }),
});
