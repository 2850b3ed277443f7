import React from 'react';
import { t } from '@grafana/i18n';
import { Badge } from '@grafana/ui';
import { usd } from '../format';

interface Props {
  /** Null when nothing was used or the price is not known. */
  costUsd: number | null;
  unpriced: boolean;
}

/** What a request cost; one whose price is not known did not cost 0. */
export function Cost({ costUsd, unpriced }: Props) {
  if (unpriced) {
    return (
      <Badge
        color="orange"
        text={t('requests.cost.unpriced', 'unpriced')}
        tooltip={t('requests.cost.unpriced-why', 'There is no price for the model that was used.')}
      />
    );
  }
  return <>{costUsd === null ? '–' : usd(costUsd)}</>;
}
