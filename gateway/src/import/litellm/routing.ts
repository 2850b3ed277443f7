import type { KeyPath } from '../../config/document.js';
import { addBudget } from './budgets.js';
import type { ImportParts } from './draft.js';
import { STICKY_CHECKS } from './routingFacts.js';
import { type Setting, setting } from './setting.js';
import { STRATEGIES } from './strategies.js';
import { milliseconds } from './timeouts.js';
import { asAmount, asCount, asList, asMapping, asNumber, asText } from './values.js';

const NEVER = 1_000_000;

/** Takes over router_settings, and those of litellm_settings that mean the same. After the models. */
export function importRouting(parts: ImportParts): void {
  const { account, draft, input } = parts;
  const keep = <Value>(
    name: string,
    read: (value: unknown) => Value | undefined,
    apply: (value: Value) => string,
    note?: string
  ): void => {
    const found = setting(input, name);
    const value = found === undefined ? undefined : read(found.value);
    if (found !== undefined && value !== undefined) {
      account.kept(found.path, apply(value), note);
    }
  };

  keep(
    'num_retries',
    asWhole,
    (retries) => {
      const longest = Math.max(0, ...draft.models.map(({ fallbacks = [] }) => fallbacks.length));
      draft.routing.max_attempts = Math.min(100, (retries + 1) * (1 + longest));
      return 'routing.max_attempts';
    },
    'it counts all calls for a request, those of fallbacks included; each deployment is tried before one is tried again'
  );
  keep(
    'retry_after',
    asAmount,
    (seconds) => {
      draft.routing.backoff_ms = milliseconds(seconds) ?? 1;
      return 'routing.backoff_ms';
    },
    'the longest wait before the first retry; it doubles with each, and a provider’s Retry-After goes before'
  );
  importBreaker(parts);
  importStrategies(parts);
  importTimeouts(parts);
  const budgets = setting(input, 'provider_budget_config');
  for (const [provider, value] of Object.entries(asMapping(budgets?.value))) {
    const budget = asMapping(value);
    const path = [...(budgets?.path ?? []), provider];
    const key = 'budget_limit' in budget ? 'budget_limit' : 'max_budget';
    const duration = 'time_period' in budget ? 'time_period' : 'budget_duration';
    const subjects = parts.pool.namesOf(provider).map((name) => ({ provider: name }));
    const source = {
      amount: [...path, key],
      duration: [...path, duration],
      limit: budget[key],
      lasts: budget[duration],
    };
    addBudget(source, provider, subjects, parts);
  }
}

function importBreaker({ account, draft, input }: ImportParts): void {
  const breaker: NonNullable<typeof draft.routing.breaker> = {};
  const off = setting(input, 'disable_cooldowns');
  const fails = setting(input, 'allowed_fails');
  const cooldown = setting(input, 'cooldown_time');
  if (off?.value === true) {
    breaker.consecutive_failures = NEVER;
    breaker.min_requests = NEVER;
    account.kept(off.path, 'routing.breaker.consecutive_failures', 'so many failures that it practically never opens');
  } else if (off !== undefined) {
    account.builtIn(off.path, 'failing deployments are left alone for a time');
  }
  const allowed = asWhole(fails?.value);
  if (fails !== undefined && allowed !== undefined && off?.value !== true) {
    breaker.consecutive_failures = allowed + 1;
    const note = 'failures in a row, not in a minute; a share of failures (error_rate) opens it too';
    account.kept(fails.path, 'routing.breaker.consecutive_failures', note);
  }
  const open = milliseconds(asAmount(cooldown?.value));
  if (cooldown !== undefined && open !== undefined) {
    breaker.open_ms = open;
    account.kept(cooldown.path, 'routing.breaker.open_ms', 'then one call is tried before the rest follow');
  }
  if (Object.keys(breaker).length > 0) {
    draft.routing.breaker = breaker;
  }
}

function importStrategies({ account, draft, input }: ImportParts): void {
  const wide = setting(input, 'routing_strategy');
  const strategy = STRATEGIES[asText(wide?.value) ?? ''];
  if (wide !== undefined && strategy !== undefined) {
    const at = draft.models.findIndex((model) => (model.strategy ?? 'weighted') === strategy);
    if (at >= 0) {
      account.kept(wide.path, strategy === 'weighted' ? `models[${at}]` : `models[${at}].strategy`, 'of each model');
    } else {
      account.leftOut(wide.path, 'every model has another');
    }
  }
  const groups = setting(input, 'routing_groups');
  asList(groups?.value).forEach((value, index) => {
    const group = asMapping(value);
    const path: KeyPath = [...(groups?.path ?? []), index];
    const names = asList(group['models']);
    const at = draft.models.findIndex(({ name }) => names.includes(name));
    if (at >= 0 && STRATEGIES[asText(group['routing_strategy']) ?? ''] !== undefined) {
      const model = `models[${at}]`;
      account.kept([...path, 'routing_strategy'], 'strategy' in (draft.models[at] ?? {}) ? `${model}.strategy` : model);
      account.builtIn([...path, 'group_name'], 'a strategy stands at each model');
      names.forEach((name, position) => {
        const index_ = draft.models.findIndex((model_) => model_.name === name);
        const each = [...path, 'models', position];
        if (index_ >= 0) {
          account.kept(each, `models[${index_}]`);
        } else {
          account.leftOut(each, 'the model was not taken over');
        }
      });
    }
  });
  importChecks(setting(input, 'optional_pre_call_checks'), { account, draft });
}

function importChecks(checks: Setting | undefined, { account, draft }: Pick<ImportParts, 'account' | 'draft'>): void {
  asList(checks?.value).forEach((check, index) => {
    const path: KeyPath = [...(checks?.path ?? []), index];
    if (check === 'router_budget_limiting') {
      account.builtIn(path, 'budgets of providers are always kept');
    } else if (check === 'enforce_model_rate_limits') {
      account.builtIn(path, 'limits are always kept; those of deployments are limits of their model');
    } else if (STICKY_CHECKS.includes(String(check)) && draft.models.length > 0) {
      account.kept(
        path,
        'models[0].sticky',
        'of each model: requests of a key stay on one deployment while it can answer'
      );
    }
  });
}

/** Those that hold for all deployments stand at each provider whose deployments have none of their own. */
function importTimeouts({ account, input, pool }: ImportParts): void {
  const own = setting(input, 'timeout');
  const wide = asMapping(input['litellm_settings'])['request_timeout'];
  const all: Array<readonly [Setting | undefined, 'total_ms' | 'idle_ms', string]> = [
    [own, 'total_ms', 'for a whole answer, streamed or not'],
    [setting(input, 'stream_timeout'), 'idle_ms', 'for the first token of a stream, and between two chunks'],
  ];
  if (wide !== undefined && wide !== null) {
    const request = { value: wide, path: ['litellm_settings', 'request_timeout'] };
    if (asAmount(own?.value) === undefined) {
      all.push([request, 'total_ms', 'for a whole answer, streamed or not']);
    } else {
      account.leftOut(request.path, 'router_settings.timeout goes before it, as in LiteLLM');
    }
  }
  for (const [found, field, note] of all) {
    const wanted = milliseconds(asAmount(found?.value));
    if (found !== undefined && wanted !== undefined) {
      const at = pool.all.findIndex(({ timeouts }) => timeouts?.[field] === wanted);
      if (at >= 0) {
        account.kept(found.path, `providers[${at}].timeouts.${field}`, note);
      } else {
        account.leftOut(found.path, 'each deployment has its own');
      }
    }
  }
}

function asWhole(value: unknown): number | undefined {
  return asNumber(value) === 0 ? 0 : asCount(value);
}
