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
