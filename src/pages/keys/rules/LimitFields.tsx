import React from 'react';
import { t } from '@grafana/i18n';
import { bind } from '../../../components/forms/bind';
import { NumberField } from '../../../components/forms/NumberField';
import type { Form } from '../../../components/forms/useForm';
import type { LimitDraft } from './limitDraft';

interface Props {
  form: Form<LimitDraft>;
}

/** How fast it may go; what is left empty is not limited. */
export function LimitFields({ form }: Props) {
  const none = t('rules.limit.none', 'No limit');
  return (
    <>
      <NumberField
        {...bind(form, 'requests_per_minute')}
        label={t('rules.limit.requests-label', 'Requests per minute')}
        placeholder={none}
      />
      <NumberField
        {...bind(form, 'tokens_per_minute')}
        label={t('rules.limit.tokens-label', 'Tokens per minute, input and output together')}
        placeholder={none}
      />
      <NumberField
        {...bind(form, 'parallel_requests')}
        label={t('rules.limit.parallel-label', 'Requests at the same time')}
        placeholder={none}
      />
    </>
  );
}
