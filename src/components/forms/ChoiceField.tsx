import React, { useId } from 'react';
import { Field, Label, RadioButtonGroup } from '@grafana/ui';
import type { FieldProps } from './fieldProps';

interface Props<V> extends FieldProps<V> {
  options: Array<{ value: V; label: string; description?: string }>;
}

/** One of a few. */
export function ChoiceField<V extends string | number | boolean>(props: Props<V>) {
  const id = useId();
  const { label, description, error } = props;
  return (
    <Field
      noMargin
      label={
        <Label id={id} description={description}>
          {label}
        </Label>
      }
      invalid={error !== undefined}
      error={error}
    >
      <Choices {...props} labelId={id} />
    </Field>
  );
}

/** Named by the label: a group of radio buttons takes no name itself. */
function Choices<V extends string | number | boolean>(props: Props<V> & { labelId: string }) {
  const { labelId, options, value, onChange, disabled } = props;
  return (
    <div role="group" aria-labelledby={labelId}>
      <RadioButtonGroup options={options} value={value} disabled={disabled} onChange={onChange} />
    </div>
  );
}
