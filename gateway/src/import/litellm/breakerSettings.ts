import type { ImportParts } from './draft.js';
import { setting } from './setting.js';
import { milliseconds } from './timeouts.js';
import { asAmount, asWhole } from './values.js';

/** So many failures do not happen. */
const NEVER = 1_000_000;

/** Takes over when LiteLLM leaves a deployment alone. */
export function importBreaker({ account, draft, input }: ImportParts): void {
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
