import React from 'react';
import { t } from '@grafana/i18n';
import { Field } from '@grafana/ui';
import { FiltersEditor } from './FiltersEditor';
import { Hint } from './Hint';
import type { EditorProps } from './props';

export function LiveEditor({ query, apply, loadValues }: EditorProps<'live'>) {
  return (
    <>
      <Field noMargin label={t('filters.label', 'Filters')}>
        <FiltersEditor filters={query.filters} loadValues={loadValues} onChange={(filters) => apply({ filters })} />
      </Field>
      <Hint>{t('query.live.hint', 'The newest requests of the time range, then each as it ends.')}</Hint>
    </>
  );
}
