import type { SetUp } from '../useSetUp';

/** What would be left without its provider: as the gateway refuses to remove one that is used. */
export function dependentsOf(provider: string, { models, prices }: Pick<SetUp, 'models' | 'prices'>) {
  return {
    models: models
      .filter(({ deployments }) => deployments.some((deployment) => deployment.provider === provider))
      .map(({ name }) => name),
    prices: prices.filter((price) => price.provider === provider).map(({ name }) => name),
  };
}

/** Models that have no deployment besides those of the provider that gets calls. */
export function lastOf(provider: string, { deployments }: Pick<SetUp, 'deployments'>): string[] {
  const enabled = deployments.filter(({ status }) => status !== 'disabled');
  const models = [...new Set(enabled.filter((each) => each.provider === provider).map(({ model }) => model))];
  return models.filter((model) => enabled.every((each) => each.model !== model || each.provider === provider));
}
