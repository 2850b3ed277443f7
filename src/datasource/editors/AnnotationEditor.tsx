import React from 'react';
import type { QueryEditorProps } from '@grafana/data';
import { Stack } from '@grafana/ui';
import { eventsQuery } from '../annotations/eventsQuery';
import type { SuggestingDataSource } from '../SuggestingDataSource';
import type { GatewayOptions, GatewayQuery } from '../types';
import { EventTypesField } from './EventTypesField';

type Props = Pick<
  QueryEditorProps<SuggestingDataSource, GatewayQuery, GatewayOptions>,
  'query' | 'onChange' | 'onRunQuery'
>;

/** Which events mark a dashboard's graphs. */
export function AnnotationEditor({ query: saved, onChange, onRunQuery }: Props) {
  const query = eventsQuery(saved);
  return (
    <Stack direction="row">
      <EventTypesField
        types={query.types}
        onChange={(types) => {
          onChange({ ...query, types });
          onRunQuery();
        }}
      />
    </Stack>
  );
}
