import { addBudget } from './budgets.js';
import { importBreaker } from './breakerSettings.js';
import type { ImportParts } from './draft.js';
import { setting } from './setting.js';
import { importStrategies } from './strategySettings.js';
import { importTimeouts } from './timeoutSettings.js';
import { milliseconds } from './timeouts.js';
import { asAmount, asMapping, asWhole } from './values.js';

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
