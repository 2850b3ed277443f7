import React, { useId } from 'react';
import { Field, Label } from '@grafana/ui';

interface Props {
  label: string;
  error?: string;
  /** Gets the label's id: Grafana's comboboxes are named by `aria-labelledby`, not by `htmlFor`. */
  children: (labelId: string) => React.ReactElement;
}

/** A field whose label names the combobox in it to screen readers and tests. */
export function LabelledField({ label, error, children }: Props) {
  const id = useId();
  return (
    <Field noMargin label={<Label id={id}>{label}</Label>} invalid={error !== undefined} error={error}>
      {children(id)}
    </Field>
  );
}
