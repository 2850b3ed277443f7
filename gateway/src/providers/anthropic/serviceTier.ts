import type { Fields } from '../../chat/completion/fields.js';
import type { Unsupported } from '../unsupported.js';

/** Anthropic's names; `auto` uses priority capacity where the account has some. */
const TIERS: Readonly<Record<string, string>> = {
  auto: 'auto',
  priority: 'auto',
  default: 'standard_only',
  standard_only: 'standard_only',
};

/** @throws GatewayError 400 for a tier that Anthropic does not have, e.g. `flex`. */
export function toServiceTier(asked: unknown, unsupported: Unsupported): Fields {
  if (asked == null) {
    return {};
  }
  const tier = typeof asked === 'string' ? TIERS[asked] : undefined;
  if (tier === undefined) {
    unsupported.field('service_tier', 'Anthropic has auto, priority and default');
    return {};
  }
  return { service_tier: tier };
}
