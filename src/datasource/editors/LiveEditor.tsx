import React from 'react';
import { Field } from '@grafana/ui';
import { FiltersEditor } from './FiltersEditor';
import { Hint } from './Hint';
import type { EditorProps } from './props';

export function LiveEditor({ query, apply, loadValues }: EditorProps<'live'>) {
  return (
    <>
      <Field noMargin label="Filters">
        <FiltersEditor filters={query.filters} loadValues={loadValues} onChange={(filters) => apply({ filters })} />
      </Field>
      <Hint>The newest requests of the time range, then each as it ends.</Hint>
    </>
  );
}
