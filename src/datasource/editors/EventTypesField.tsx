import React from 'react';
import { MultiCombobox, type ComboboxOption } from '@grafana/ui';
import { EVENT_LABELS, type EventType } from '../annotations/eventTypes';
import { LabelledField } from './LabelledField';

const OPTIONS = Object.entries(EVENT_LABELS).map(([value, label]) => ({ value, label })) as Array<
  ComboboxOption<EventType>
>;

interface Props {
  types: EventType[];
  onChange: (types: EventType[]) => void;
}

export function EventTypesField({ types, onChange }: Props) {
  return (
    <LabelledField label="Events">
      {(labelId) => (
        <MultiCombobox
          aria-labelledby={labelId}
          placeholder="All events"
          options={OPTIONS}
          value={types}
          isClearable
          width="auto"
          minWidth={40}
          maxWidth={100}
          onChange={(chosen) => onChange(chosen.map(({ value }) => value))}
        />
      )}
    </LabelledField>
  );
}
