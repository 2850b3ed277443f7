import { native } from '@llm-gateway/catalogue';

import { redactionProblem } from '../usage/contentRules.js';
import type { ConfigFault } from './fault.js';
import {
  addressFaults,
  budgetFaults,
  jwtFaults,
  keyFaults,
  limitFaults,
  modelFaults,
  providerRuleFaults,
} from './ruleFaults.js';
import type { Config } from './schema.js';
import { tracingFaults } from './tracingFaults.js';

export type { ConfigFault } from './fault.js';

/** Lists whose entries are known by their names. */
const NAMED = [
  'providers',
  'models',
  'prices',
  'keys',
  'teams',
  'users',
  'budgets',
  'limits',
  'webhooks',
] as const satisfies ReadonlyArray<keyof Config>;

/**
 * What a schema cannot say: names are unique, what they refer to is there, and what stands together fits. Keys, teams,
 * users and the subjects of rules may be made by the admin API, so they need not be in the file.
 */
export function checkReferences(config: Config): ConfigFault[] {
  return [
    ...NAMED.flatMap((section) => twice(config[section], [section])),
    ...each(config.providers, ['providers'], providerRuleFaults),
    ...each(config.keys, ['keys'], keyFaults),
    ...sharedSecrets(config),
    ...each(config.models, ['models'], modelFaults),
    ...missingNames(config),
    ...each(config.budgets, ['budgets'], budgetFaults),
    ...each(config.limits, ['limits'], limitFaults),
    ...each(config.ledger.contents.redact, ['ledger', 'contents', 'redact'], ({ pattern }) => {
      const message = redactionProblem(pattern);
      return message === undefined ? [] : [{ path: ['pattern'], message }];
    }),
    ...retentionFaults(config),
    ...each(config.metrics.off, ['metrics', 'off'], familyFaults),
    ...cacheFaults(config),
    ...addressFaults(config.server.trusted_proxies, ['server', 'trusted_proxies']),
    ...tokenFaults(config),
    ...tracingFaults(config.tracing).map(({ path, message }) => ({ path: ['tracing', ...path], message })),
  ];
}

/** The sums by hour stand for the requests they were made of, so they must not go before them. */
function retentionFaults({ ledger }: Config): ConfigFault[] {
  const { retention_days: requests, rollup_retention_days: sums } = ledger;
  const message = `must be 0, or no less than retention_days (${requests === 0 ? 'which is 0: for ever' : requests})`;
  return sums !== 0 && (requests === 0 || sums < requests)
    ? [{ path: ['ledger', 'rollup_retention_days'], message }]
    : [];
}

const FAMILIES: ReadonlySet<string> = new Set(Object.values(native).map(({ name }) => name));

function familyFaults(name: string): ConfigFault[] {
  const message = `no metric is called "${name}"; there are: ${[...FAMILIES].join(', ')}`;
  return FAMILIES.has(name) ? [] : [{ path: [], message }];
}

function cacheFaults({ cache: { max_bytes: all, max_answer_bytes: one } }: Config): ConfigFault[] {
  const message = `must be no more than max_bytes (${all})`;
  return one > all ? [{ path: ['cache', 'max_answer_bytes'], message }] : [];
}

function each<Item>(
  items: readonly Item[],
  path: ConfigFault['path'],
  check: (item: Item) => readonly ConfigFault[]
): ConfigFault[] {
  return items.flatMap((item, index) =>
    check(item).map((fault) => ({ path: [...path, index, ...fault.path], message: fault.message }))
  );
}

function twice(items: ReadonlyArray<{ readonly name: string }>, path: ConfigFault['path']): ConfigFault[] {
  const seen = new Set<string>();
  return each(items, path, ({ name }) => {
    const known = seen.has(name);
    seen.add(name);
    return known ? [{ path: ['name'], message: `"${name}" is there twice; names must differ` }] : [];
  });
}

function sharedSecrets({ keys }: Config): ConfigFault[] {
  const secrets = new Set<string>();
  return each(keys, ['keys'], ({ key }) => {
    const known = key !== undefined && secrets.has(key);
    secrets.add(key ?? '');
    return known ? [{ path: ['key'], message: 'is the secret of another key too; each needs its own' }] : [];
  });
}

function missingNames(config: Config): ConfigFault[] {
  const providers = new Set(config.providers.map(({ name }) => name));
  const models = new Set(config.models.map(({ name }) => name));
  return each(config.models, ['models'], (model) => [
    ...each(model.deployments, ['deployments'], ({ provider }) =>
      providers.has(provider)
        ? []
        : [
            {
              path: ['provider'],
              message: `no provider is called "${provider}"; there are: ${[...providers].join(', ')}`,
            },
          ]
    ),
    ...(['fallbacks', 'context_window_fallbacks', 'content_policy_fallbacks'] as const).flatMap((chain) =>
      each(model[chain], [chain], (fallback) =>
        models.has(fallback) ? [] : [{ path: [], message: `no model is called "${fallback}"` }]
      )
    ),
  ]);
}

function tokenFaults({ auth, keys }: Config): ConfigFault[] {
  const path = ['auth', 'jwt'];
  const names = new Set(keys.map(({ name }) => name));
  const known = new Set<string>();
  return [
    ...twice(auth.jwt, path),
    ...each(auth.jwt, path, (rule) => {
      const faults = jwtFaults(rule);
      if (names.has(rule.name)) {
        faults.push({ path: ['name'], message: `"${rule.name}" is the name of a key too; their usage would be mixed` });
      }
      const whose = JSON.stringify([rule.issuer, rule.audience]);
      if (known.has(whose)) {
        faults.push({
          path: ['audience'],
          message: 'is there twice for this issuer; one of the two would never apply',
        });
      }
      known.add(whose);
      return faults;
    }),
  ];
}
