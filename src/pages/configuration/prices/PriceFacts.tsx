import React from 'react';
import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { PriceOverride } from '../../../api/gateway/objects';
import { Facts } from '../../../components/Facts';
import { usd } from '../../../components/format/usd';
import { ASKED_RATES } from './priceDraft';
import { rateWords } from './rateWords';

interface Props {
  price: PriceOverride;
}

/** What there is to say about a price. */
export function PriceFacts({ price }: Props) {
  return (
    <Facts
      facts={[
        [t('prices.fact.model', 'Model'), price.model],
        [t('prices.fact.provider', 'Provider'), price.provider ?? t('prices.any-provider', 'any')],
        [t('prices.fact.from', 'In force from'), price.from && dateTimeFormat(price.from)],
        ...ASKED_RATES.map((rate) => {
          const value = price.price[rate];
          return [rateWords(rate), value === undefined ? undefined : usd(value)] as const;
        }),
      ]}
    />
  );
}
