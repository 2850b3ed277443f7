import React, { useId, useState } from 'react';
import { Field, Input } from '@grafana/ui';

interface Props {
  label: string;
  placeholder: string;
  title?: string;
  prefix?: string;
  suffix?: string;
  /** In Grafana's units of 8 pixels. */
  width: number;
  value: string;
  /** Why a text is not possible; undefined when it is. */
  check: (text: string) => string | undefined;
  /** With a text that is possible, once it is written to its end. */
  onChange: (text: string) => void;
}

/** A filter that is typed: it applies on Enter, or when the field is left. */
export function TextFilter({ label, placeholder, title, prefix, suffix, width, value, check, onChange }: Props) {
  const id = useId();
  const [text, setText] = useState(value);
  const [applied, setApplied] = useState(value);
  if (applied !== value) {
    // It was changed elsewhere, as by the browser's way back.
    setApplied(value);
    setText(value);
  }
  const trimmed = text.trim();
  const error = trimmed === '' ? undefined : check(trimmed);
  const apply = () => {
    if (error === undefined && trimmed !== value) {
      onChange(trimmed);
    }
  };
  return (
    <Field noMargin label={label} htmlFor={id} invalid={error !== undefined} error={error}>
      <Input
        id={id}
        width={width}
        placeholder={placeholder}
        title={title}
        prefix={prefix}
        suffix={suffix}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={apply}
        onKeyDown={({ key }) => key === 'Enter' && apply()}
      />
    </Field>
  );
}
