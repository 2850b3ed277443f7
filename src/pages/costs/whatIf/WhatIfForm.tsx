import React, { useCallback } from 'react';
import { t } from '@grafana/i18n';
import { Combobox, InlineField, Stack, type ComboboxOption } from '@grafana/ui';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import { askModels, askProviders, type WhatIfTarget } from './askWhatIf';

interface Props {
  gatewayUid: string;
  target: WhatIfTarget;
  onChange: (target: WhatIfTarget) => void;
}

/** Where to price: what the gateway has is suggested, what the price list knows may be typed. */
export function WhatIfForm({ gatewayUid, target, onChange }: Props) {
  const providers = useCallback(
    (typed: string) => suggestions(askProviders(gatewayApi(gatewayUid)), typed),
    [gatewayUid]
  );
  const models = useCallback(
    (typed: string) => suggestions(askModels(gatewayApi(gatewayUid), target.provider), typed),
    [gatewayUid, target.provider]
  );
  return (
    <Stack direction="row" gap={2} wrap="wrap">
      <InlineField
        label={t('costs.what-if.provider', 'Provider')}
        htmlFor="what-if-provider"
        tooltip={t('costs.what-if.provider-hint', 'One of this gateway, or any by its name in the price list.')}
      >
        <Combobox
          id="what-if-provider"
          width={32}
          isClearable
          createCustomValue
          placeholder={t('costs.what-if.same-provider', 'As it was')}
          options={providers}
          value={target.provider || null}
          onChange={(option) => onChange({ ...target, provider: option?.value.trim() ?? '' })}
        />
      </InlineField>
      <InlineField
        label={t('costs.what-if.model', 'Model')}
        htmlFor="what-if-model"
        tooltip={t('costs.what-if.model-hint', 'As the provider calls it.')}
      >
        <Combobox
          // Its options are another provider's models once that changes.
          key={target.provider}
          id="what-if-model"
          width={40}
          isClearable
          createCustomValue
          placeholder={t('costs.what-if.same-model', 'As it was')}
          options={models}
          value={target.model || null}
          onChange={(option) => onChange({ ...target, model: option?.value.trim() ?? '' })}
        />
      </InlineField>
    </Stack>
  );
}

/** A list that cannot be had leaves what is typed. */
async function suggestions(names: Promise<string[]>, typed: string): Promise<ComboboxOption[]> {
  const known = await names.catch(() => []);
  return known.filter((name) => name.toLowerCase().includes(typed.toLowerCase())).map((value) => ({ value }));
}
