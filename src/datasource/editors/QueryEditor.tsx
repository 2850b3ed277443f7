import React, { useCallback } from 'react';
import type { QueryEditorProps } from '@grafana/data';
import { Stack } from '@grafana/ui';
import type { UsageGrouping } from '@llm-gateway/catalogue';
import { DEFAULT_QUERIES, type EditedType } from '../defaultQuery';
import type { SuggestingDataSource } from '../SuggestingDataSource';
import type { GatewayOptions, GatewayQuery, QueryOf } from '../types';
import { BudgetsEditor } from './BudgetsEditor';
import { changeType } from './changeType';
import { EventsEditor } from './EventsEditor';
import { LiveEditor } from './LiveEditor';
import type { EditorProps } from './props';
import { ProvidersEditor } from './ProvidersEditor';
import { QueryTypeField } from './QueryTypeField';
import { RequestsEditor } from './RequestsEditor';
import { UsageEditor } from './UsageEditor';

type Props = QueryEditorProps<SuggestingDataSource, GatewayQuery, GatewayOptions>;

const EDITORS: { readonly [T in EditedType]: React.ComponentType<EditorProps<T>> } = {
  usage: UsageEditor,
  requests: RequestsEditor,
  providers: ProvidersEditor,
  budgets: BudgetsEditor,
  events: EventsEditor,
  live: LiveEditor,
};

/** Edits a query: its type, and below what is asked. Choices run at once; what is typed runs when the field is left. */
export function QueryEditor({ datasource, query: saved, onChange, onRunQuery, app, range }: Props) {
  const loadValues = useCallback(
    (dimension: UsageGrouping) => datasource.dimensionValues(dimension, range),
    [datasource, range]
  );
  const type = editedType(saved);
  const query = { ...DEFAULT_QUERIES[type], ...saved } as GatewayQuery;
  const take = (change: Partial<GatewayQuery>) => onChange({ ...query, ...change } as GatewayQuery);
  const apply = (change: Partial<GatewayQuery>) => {
    take(change);
    onRunQuery();
  };
  const Editor = EDITORS[type] as React.ComponentType<EditorProps<EditedType>>;
  return (
    <Stack direction="column" gap={2}>
      <QueryTypeField
        type={type}
        app={app}
        onChange={(next) => {
          onChange(changeType(query, next));
          onRunQuery();
        }}
      />
      <Editor
        // Each type begins with fields of its own.
        key={type}
        query={query as QueryOf<EditedType>}
        apply={apply}
        type={take}
        run={onRunQuery}
        loadValues={loadValues}
        app={app}
      />
    </Stack>
  );
}

/** One without a type is of usage, as the backend takes it. */
function editedType({ queryType }: GatewayQuery): EditedType {
  return queryType in DEFAULT_QUERIES ? (queryType as EditedType) : 'usage';
}
