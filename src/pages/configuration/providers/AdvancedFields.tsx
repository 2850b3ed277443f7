import React, { useState } from 'react';
import { t } from '@grafana/i18n';
import { Collapse, Stack } from '@grafana/ui';
import { bind } from '../../../components/forms/bind';
import { NumberField } from '../../../components/forms/NumberField';
import type { Form } from '../../../components/forms/useForm';
import type { ProviderDraft } from './providerDraft';
import { SIMULATOR } from './providerTypes';
import { TimeoutFields } from './TimeoutFields';

interface Props {
  form: Form<ProviderDraft>;
}

/** What is rarely changed, folded away. */
export function AdvancedFields({ form }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Collapse
      label={t('providers.form.advanced', 'Timeouts and connections')}
      isOpen={isOpen}
      onToggle={() => setOpen(!isOpen)}
    >
      <Stack direction="column" gap={2}>
        <TimeoutFields form={form} />
        {form.draft.type !== SIMULATOR && (
          <NumberField
            {...bind(form, 'max_connections')}
            label={t('providers.form.connections', 'Most connections')}
            placeholder="512"
          />
        )}
      </Stack>
    </Collapse>
  );
}
