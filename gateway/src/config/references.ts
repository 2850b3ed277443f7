import type { KeyPath } from './document.js';
import type { Config } from './schema.js';
import { simulatorFaults } from './simulatorFaults.js';

export interface ConfigFault {
  readonly path: KeyPath;
  readonly message: string;
}

/** What a schema cannot say: names are unique, and what they refer to is there. */
export function checkReferences(config: Config): ConfigFault[] {
  const faults: ConfigFault[] = [];
  const providers = new Set(config.providers.map(({ name }) => name));
  const models = new Set(config.models.map(({ name }) => name));

  for (const section of ['providers', 'models', 'keys'] as const) {
    const seen = new Set<string>();
    config[section].forEach(({ name }, index) => {
      if (seen.has(name)) {
        faults.push({ path: [section, index, 'name'], message: `"${name}" is there twice; names must differ` });
      }
      seen.add(name);
    });
  }
  config.providers.forEach((provider, index) => {
    if (provider.type === 'simulator') {
      const behaviours = Object.entries(provider.models).map(([model, each]) => [['models', model], each] as const);
      for (const [at, behaviour] of [[['simulator'], provider.simulator] as const, ...behaviours]) {
        const found = simulatorFaults(behaviour);
        faults.push(...found.map(({ path, message }) => ({ path: ['providers', index, ...at, ...path], message })));
      }
    }
  });
  const secrets = new Set<string>();
  config.keys.forEach(({ key }, index) => {
    if (key !== undefined && secrets.has(key)) {
      faults.push({ path: ['keys', index, 'key'], message: 'is the secret of another key too; each needs its own' });
    }
    secrets.add(key ?? '');
  });
  config.models.forEach((model, index) => {
    model.deployments.forEach(({ provider }, at) => {
      if (!providers.has(provider)) {
        faults.push({
          path: ['models', index, 'deployments', at, 'provider'],
          message: `no provider is called "${provider}"; there are: ${[...providers].join(', ')}`,
        });
      }
    });
    if (model.deployments.every(({ weight }) => weight === 0)) {
      faults.push({ path: ['models', index, 'deployments'], message: 'at least one weight must be above 0' });
    }
    for (const chain of ['fallbacks', 'context_window_fallbacks', 'content_policy_fallbacks'] as const) {
      model[chain].forEach((fallback, at) => {
        if (!models.has(fallback) || fallback === model.name) {
          const itself = fallback === model.name;
          const message = itself ? 'a model cannot fall back to itself' : `no model is called "${fallback}"`;
          faults.push({ path: ['models', index, chain, at], message });
        }
      });
    }
  });
  return faults;
}
