import type { KeyPath } from '../../config/document.js';
import { importMasterKey, importTokens } from './access.js';
import { addLimits } from './budgets.js';
import type { ImportParts } from './draft.js';
import { readDuration } from './duration.js';
import { milliseconds } from './timeouts.js';
import { asAmount, asCount, asList, asMapping, asText, asWhole, kindOf } from './values.js';

/** Takes over general_settings. */
export function importGeneral(parts: ImportParts): void {
  const { account, draft, input } = parts;
  const general = asMapping(input['general_settings']);
  const at = (name: string): KeyPath => ['general_settings', name];
  const keep = <Value>(
    name: string,
    read: (value: unknown) => Value | undefined,
    apply: (value: Value) => string,
    note?: string
  ): void => {
    const value = read(general[name]);
    if (value !== undefined) {
      account.kept(at(name), apply(value), note);
    }
  };
  const isTrue = (value: unknown) => (value === true ? true : undefined);

  importMasterKey(parts);
  importDatabase(parts);
  importAlerting(parts);
  importTokens(parts);
  addLimits(
    general,
    ['general_settings'],
    { parallel_requests: 'max_parallel_requests' },
    'each-key',
    { key: '*' },
    parts
  );

  const inFlight = 'past it requests wait (routing.max_queue) before they are refused; of each replica';
  for (const name of ['max_in_flight_requests_per_worker', 'global_max_parallel_requests']) {
    keep(
      name,
      (value) => within(asCount(value), 1_000_000),
      (most) => {
        draft.server.max_in_flight = Math.min(most, draft.server.max_in_flight ?? most);
        return 'server.max_in_flight';
      },
      inFlight
    );
  }
  keep(
    'max_queued_requests_per_worker',
    (value) => within(asWhole(value), 1_000_000),
    (most) => {
      draft.routing.max_queue = most;
      return 'routing.max_queue';
    }
  );
  keep(
    'admission_queue_timeout_seconds',
    (value) => milliseconds(asAmount(value)),
    (wait) => {
      draft.routing.queue_timeout_ms = wait;
      return 'routing.queue_timeout_ms';
    }
  );
  keep(
    'max_request_size_mb',
    (value) => within(Math.max(1_024, Math.round((asAmount(value) ?? NaN) * 1_048_576)), 1_073_741_824),
    (bytes) => {
      draft.server.body_limit_bytes = bytes;
      return 'server.body_limit_bytes';
    }
  );
  keep(
    'health_check_interval',
    (value) => (general['background_health_checks'] === true ? milliseconds(asAmount(value)) : undefined),
    (interval) => {
      draft.routing.health_check_ms = interval;
      return 'routing.health_check_ms';
    },
    'a check asks for the list of models, and costs nothing'
  );
  keep(
    'fail_closed_rate_limit_enforcement',
    isTrue,
    () => {
      draft.governance.redis_down = 'refuse';
      return 'governance.redis_down';
    },
    'budgets are refused as well'
  );
  keep(
    'store_prompts_in_spend_logs',
    isTrue,
    () => {
      draft.ledger.contents = { store: 'all' };
      return 'ledger.contents.store';
    },
    'secrets, addresses of e-mail and card numbers are taken out first'
  );
  keep(
    'maximum_spend_logs_retention_period',
    (value) => daysOf(asText(value)),
    (days) => {
      draft.ledger.retention_days = days;
      return 'ledger.retention_days';
    },
    'hourly sums are kept (rollup_retention_days)'
  );
}

function importDatabase({ account, input }: ImportParts): void {
  const value = asMapping(input['general_settings'])['database_url'];
  if (kindOf(value) !== 'empty') {
    const note = 'PostgreSQL, in a database of its own: nothing of LiteLLM’s is read. Without it, SQLite is used';
    account.environment(['general_settings', 'database_url'], 'DATABASE_URL', note);
  }
}

function importAlerting({ account, draft, input, variables }: ImportParts): void {
  asList(asMapping(input['general_settings'])['alerting']).forEach((channel, index) => {
    if (channel === 'webhook' && draft.webhooks.length === 0) {
      const [url, secret] = [
        variables.refer('WEBHOOK_URL', 'the address that LiteLLM’s webhook alerts go to'),
        variables.refer('LLM_GATEWAY_WEBHOOK_SECRET', 'a new secret of at least 16 characters, which signs the calls'),
      ];
      const note = 'it tells of budgets only, signed, and in another form: see docs/migration-litellm.md';
      account.kept(['general_settings', 'alerting', index], `webhooks[${draft.webhooks.length}]`, note);
      draft.webhooks.push({ name: 'alerts', url, secret });
    }
  });
}

function within(value: number | undefined, most: number): number | undefined {
  return value !== undefined && value <= most ? value : undefined;
}

/** Whole days, at least one. */
function daysOf(duration: string | undefined): number | undefined {
  const period = duration === undefined ? undefined : readDuration(duration);
  if (period === undefined) {
    return undefined;
  }
  if ('period' in period) {
    return { daily: 1, weekly: 7, monthly: 30 }[period.period];
  }
  const [, count, unit] = /^(\d+)([mhd])$/.exec(period.window) ?? [];
  const days = Math.ceil(Number(count) / { m: 1_440, h: 24, d: 1 }[unit as 'm' | 'h' | 'd']);
  return within(days, 36_500);
}
