import React from 'react';
import { t } from '@grafana/i18n';
import { Stack } from '@grafana/ui';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import type { PriceOverride } from '../../../api/gateway/objects';
import { bind } from '../../../components/forms/bind';
import { FormButtons } from '../../../components/forms/FormButtons';
import { NumberField } from '../../../components/forms/NumberField';
import { TextField } from '../../../components/forms/TextField';
import { useForm } from '../../../components/forms/useForm';
import { ASKED_RATES, NEW_PRICE, priceBody, priceDraft, priceFaults, type PriceStart } from './priceDraft';
import { rateWords } from './rateWords';

interface Props {
  gatewayUid: string;
  /** The one that is changed; a new one without. */
  price?: PriceOverride;
  start?: PriceStart;
  /** Names of providers that there are. */
  providers: readonly string[];
  onSaved: () => void;
  onCancel: () => void;
}

/** Adds or changes a price in place of the price list's. What was spent before keeps the price that it had. */
export function PriceForm({ gatewayUid, price, start = NEW_PRICE, providers, onSaved, onCancel }: Props) {
  const form = useForm(priceDraft(price ?? start), {
    check: priceFaults,
    save: async (draft) => {
      const api = gatewayApi(gatewayUid);
      const body = priceBody(draft, price);
      if (price === undefined) {
        await api.post('/prices', { body });
      } else {
        await api.put('/prices/{name}', { path: { name: price.name }, query: { revision: price.revision }, body });
      }
      onSaved();
    },
  });
  return (
    <form onSubmit={form.submit} aria-label={t('prices.form.title', 'Price')}>
      <Stack direction="column" gap={2}>
        {price === undefined && <TextField {...bind(form, 'name')} label={t('prices.form.name', 'Name')} required />}
        <TextField
          {...bind(form, 'model')}
          label={t('prices.form.model', 'Model')}
          description={t('prices.form.model-note', 'As the provider calls it; * stands for anything.')}
          required
        />
        <TextField
          {...bind(form, 'provider')}
          label={t('prices.form.provider', 'Provider')}
          description={t('prices.form.provider-note', 'Only deployments of it; all, without one.')}
          suggestions={providers}
        />
        {ASKED_RATES.map((rate) => (
          <NumberField key={rate} {...bind(form, rate)} label={rateWords(rate)} prefix="$" step="any" />
        ))}
        <FormButtons
          save={t('prices.form.save', 'Save price')}
          saving={form.saving}
          failure={form.failure}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}
