import { type ModelPrice, findProvider } from '@pydantic/genai-prices';

/** The models of a provider that genai-prices has a price for, by name; undefined where it does not know the provider. */
export function listedModels(priceList: string): readonly string[] | undefined {
  return modelsOf(priceList)
    ?.filter(({ prices }) => allPrices(prices).some((price) => Object.keys(price).length > 0))
    .map(({ id }) => id)
    .sort();
}

/** Sizes of the input above which some model of a provider costs something else. */
export function listedSteps(priceList: string): readonly number[] {
  return (modelsOf(priceList) ?? []).flatMap(({ prices }) =>
    allPrices(prices).flatMap((price) =>
      Object.values(price).flatMap((each) => (typeof each === 'object' ? each.tiers.map(({ start }) => start) : []))
    )
  );
}

/** By its id alone: the list would also take part of a name for it. */
function modelsOf(priceList: string) {
  const provider = findProvider({ providerId: priceList });
  return provider?.id === priceList ? provider.models : undefined;
}

type Prices = NonNullable<ReturnType<typeof findProvider>>['models'][number]['prices'];

function allPrices(prices: Prices): readonly ModelPrice[] {
  return Array.isArray(prices) ? prices.map((each) => each.prices) : [prices];
}
