import React from 'react';
import { t } from '@grafana/i18n';
import { MultiCombobox, type ComboboxOption } from '@grafana/ui';
import { eventLabels, type EventType } from '../annotations/eventTypes';
import { LabelledField } from './LabelledField';

function options() {
  return Object.entries(eventLabels()).map(([value, label]) => ({ value, label })) as Array<ComboboxOption<EventType>>;
}

interface Props {
  types: EventType[];
  onChange: (types: EventType[]) => void;
}

export function EventTypesField({ types, onChange }: Props) {
  return (
    <LabelledField label={t('query.events.label', 'Events')}>
      {(labelId) => (
        <MultiCombobox
          aria-labelledby={labelId}
          placeholder={t('query.events.all', 'All events')}
          options={options()}
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
