import React from 'react';
import { Stack } from '@grafana/ui';
import { EventTypesField } from './EventTypesField';
import type { EditorProps } from './props';

export function EventsEditor({ query, apply }: EditorProps<'events'>) {
  return (
    <Stack direction="row">
      <EventTypesField types={query.types} onChange={(types) => apply({ types })} />
    </Stack>
  );
}
