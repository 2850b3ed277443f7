import { t } from '@grafana/i18n';
import type { PriceOverride, Rates } from '../../../api/gateway/objects';
import type { Faults } from '../../../components/forms/faults';

/** Rates that the form asks for; others of a price that is there already stay. */
export const ASKED_RATES = [
  'input_per_million_usd',
  'output_per_million_usd',
  'cached_input_per_million_usd',
  'reasoning_per_million_usd',
  'per_request_usd',
] as const satisfies ReadonlyArray<keyof Rates>;

type AskedRate = (typeof ASKED_RATES)[number];

/** A price of one's own as it is typed. Fields are called as the gateway calls them. */
export type PriceDraft = { name: string; provider: string; model: string } & Record<AskedRate, number | undefined>;

/** What a new price begins with: that of a deployment without one. */
export type PriceStart = Pick<PriceDraft, 'name' | 'provider' | 'model'>;

export const NEW_PRICE: PriceStart = { name: '', provider: '', model: '' };

export function priceDraft(before: PriceOverride | PriceStart): PriceDraft {
  const price: Rates = 'price' in before ? before.price : {};
  const rates = Object.fromEntries(ASKED_RATES.map((rate) => [rate, price[rate]])) as Record<AskedRate, undefined>;
  return { name: before.name, provider: before.provider ?? '', model: before.model, ...rates };
}

export function priceFaults(draft: PriceDraft): Faults<PriceDraft> {
  const missing = t('prices.form.missing', 'Fill it in');
  return {
    ...(draft.name.trim() === '' && { name: missing }),
    ...(draft.model.trim() === '' && { model: missing }),
  };
}

/** What is sent for it. */
export function priceBody({ name, provider, model, ...rates }: PriceDraft, before?: PriceOverride) {
  return {
    ...before,
    name: name.trim(),
    provider: provider.trim() || undefined,
    model: model.trim(),
    price: { ...before?.price, ...rates },
  };
}
