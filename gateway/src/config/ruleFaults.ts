import { isNetwork } from '../governance/addresses.js';
import type { ConfigFault } from './fault.js';
import type { BudgetConfig, Config, JwtConfig, KeyConfig, LimitConfig, ProviderConfig } from './schema.js';
import { simulatorProviderFaults } from './simulatorFaults.js';

/** Secrets that are sent in headers as they are. */
const IN_HEADERS = ['api_key', 'azure_ad_token', 'session_token'];

/** What a schema cannot say of a provider. */
export function providerRuleFaults(provider: ProviderConfig): ConfigFault[] {
  if (provider.type === 'simulator') {
    return simulatorProviderFaults(provider);
  }
  const faults: ConfigFault[] = [];
  if (provider.base_url !== undefined && !URL.canParse(provider.base_url)) {
    faults.push({ path: ['base_url'], message: 'is not a URL; write it as https://host/v1' });
  }
  for (const field of IN_HEADERS) {
    const value = (provider as Readonly<Record<string, unknown>>)[field];
    if (typeof value === 'string' && !/^[\x21-\x7e]+$/.test(value)) {
      const message = 'has a space, a line break or another character that no header can carry';
      faults.push({ path: [field], message });
    }
  }
  return faults;
}

/** What a schema cannot say of a key. */
export function keyFaults({ addresses = [], expires_at: expiresAt }: Omit<KeyConfig, 'key'>): ConfigFault[] {
  const faults = addressFaults(addresses, ['addresses']);
  if (expiresAt !== undefined && Number.isNaN(Date.parse(expiresAt))) {
    faults.push({ path: ['expires_at'], message: 'is not a time; write it as 2026-12-31T23:59:59Z' });
  }
  return faults;
}

export function addressFaults(addresses: readonly string[], path: ConfigFault['path']): ConfigFault[] {
  return addresses.flatMap((address, index) =>
    isNetwork(address)
      ? []
      : [
          {
            path: [...path, index],
            message: 'is neither an address nor a network, such as 10.0.0.0/8 or 2001:db8::/32',
          },
        ]
  );
}

export function modelFaults(model: Config['models'][number]): ConfigFault[] {
  const faults: ConfigFault[] = [];
  if (model.deployments.every(({ weight }) => weight === 0)) {
    faults.push({ path: ['deployments'], message: 'at least one weight must be above 0' });
  }
  for (const chain of ['fallbacks', 'context_window_fallbacks', 'content_policy_fallbacks'] as const) {
    model[chain].forEach((fallback, at) => {
      if (fallback === model.name) {
        faults.push({ path: [chain, at], message: 'a model cannot fall back to itself' });
      }
    });
  }
  return faults;
}

const BUDGET_SUBJECTS = ['key', 'team', 'user', 'tag', 'model', 'provider'] as const;
const LIMIT_SUBJECTS = ['key', 'team', 'user', 'model'] as const;
const LIMITS = ['requests_per_minute', 'tokens_per_minute', 'parallel_requests'] as const;

export function budgetFaults(budget: BudgetConfig): ConfigFault[] {
  const faults = [
    ...exactlyOne(budget, BUDGET_SUBJECTS, 'what the budget is on'),
    ...exactlyOne(budget, ['limit_usd', 'limit_tokens'], 'what may be spent'),
  ];
  if (budget.period !== undefined && budget.window !== undefined) {
    faults.push({ path: ['window'], message: 'is there beside period; a budget has one of them' });
  }
  if (!isTimezone(budget.timezone)) {
    faults.push({ path: ['timezone'], message: 'is not a known time zone; write it as Europe/Berlin' });
  }
  if (budget.limit_usd !== undefined && Math.round(budget.limit_usd * 1e9) === 0) {
    faults.push({ path: ['limit_usd'], message: 'must be at least 0.000000001, a nano-dollar' });
  }
  return faults;
}

export function limitFaults(limit: LimitConfig): ConfigFault[] {
  const faults = exactlyOne(limit, LIMIT_SUBJECTS, 'what the limit is on');
  if (LIMITS.every((name) => limit[name] === undefined)) {
    faults.push({ path: [], message: `limits nothing; give it at least one of: ${LIMITS.join(', ')}` });
  }
  return faults;
}

/** Asymmetric ones only: with the others, whoever knows the issuer's public key could sign. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

export function jwtFaults({ algorithms, issuer, jwks_url: jwksUrl }: JwtConfig): ConfigFault[] {
  const faults: ConfigFault[] = algorithms.flatMap((algorithm, index) =>
    ALGORITHMS.includes(algorithm)
      ? []
      : [{ path: ['algorithms', index], message: `must be one of: ${ALGORITHMS.join(', ')}` }]
  );
  if (jwksUrl === undefined && !/^https?:\/\//.test(issuer)) {
    faults.push({ path: ['issuer'], message: 'must be a URL for its keys to be found there; or give jwks_url' });
  }
  if (jwksUrl !== undefined && !URL.canParse(jwksUrl)) {
    faults.push({ path: ['jwks_url'], message: 'is not a URL' });
  }
  return faults;
}

function exactlyOne<Name extends string>(
  object: Readonly<Partial<Record<Name, unknown>>>,
  names: readonly Name[],
  what: string
): ConfigFault[] {
  const [first, second] = names.filter((name) => object[name] !== undefined);
  if (first === undefined) {
    return [{ path: [], message: `does not say ${what}; give it one of: ${names.join(', ')}` }];
  }
  return second === undefined
    ? []
    : [{ path: [second], message: `is there beside ${first}; only one can say ${what}` }];
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
