import React from 'react';
import { Input } from '@grafana/ui';

interface Props {
  id: string;
  type?: 'text' | 'url' | 'datetime-local';
  placeholder?: string;
  /** Offered while typing; anything else can be typed too. */
  suggestions?: readonly string[];
  value: string;
  onChange: (value: string) => void;
  disabled?: boolean;
  invalid: boolean;
}

/** An input that offers what there is already. */
export function SuggestingInput({ id, suggestions, onChange, ...input }: Props) {
  const listId = `${id}-list`;
  return (
    <>
      <Input
        {...input}
        id={id}
        list={suggestions && listId}
        autoComplete="off"
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {suggestions && (
        <datalist id={listId}>
          {suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
    </>
  );
}
