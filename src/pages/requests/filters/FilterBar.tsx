import React, { useState } from 'react';
import { t, Trans } from '@grafana/i18n';
import { Button, Stack } from '@grafana/ui';
import type { UsageDimension } from '@llm-gateway/catalogue';
import { AmountFilter } from './AmountFilter';
import { dimensionLabel } from './dimensionLabel';
import type { Range } from './filtersInQueries';
import {
  countFilters,
  isSearch,
  NO_FILTERS,
  tagPairs,
  withDimension,
  withTags,
  type RequestFilters,
} from './requestFilters';
import { suggestValues } from './suggestValues';
import { TextFilter } from './TextFilter';
import { ValuesFilter } from './ValuesFilter';

interface Props {
  gatewayUid: string;
  range: Range;
  filters: RequestFilters;
  /** Tags of the requests that are shown, as `name=value`: the gateway lists none. */
  tags: readonly string[];
  onChange: (filters: RequestFilters) => void;
}

/** What most look for first; the others are behind a button until one of them is used. */
const FIRST: readonly UsageDimension[] = ['status', 'model', 'provider', 'team', 'key'];
const MORE: readonly UsageDimension[] = [
  'error_type',
  'deployment',
  'served_model',
  'user',
  'feature',
  'environment',
  'operation',
  'streaming',
  'cache',
];

export function FilterBar({ gatewayUid, range, filters, tags, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const { dimensions, minDurationMs, minCostUsd, search } = filters;
  const usesMore =
    MORE.some((name) => dimensions[name]) ||
    Object.keys(filters.tags).length > 0 ||
    minDurationMs !== undefined ||
    minCostUsd !== undefined;
  const showsMore = open || usesMore;
  const dimension = (name: UsageDimension) => (
    <ValuesFilter
      key={name}
      label={dimensionLabel(name)}
      values={dimensions[name] ?? []}
      load={() => suggestValues(gatewayUid, name, range)}
      onChange={(values) => onChange(withDimension(filters, name, values))}
    />
  );
  return (
    <Stack direction="row" gap={1.5} wrap="wrap" alignItems="flex-start">
      <TextFilter
        label={t('requests.filters.search', 'Request or trace id')}
        placeholder={t('requests.filters.search-placeholder', 'req_…, or digits of a trace')}
        title={t(
          'requests.filters.search-title',
          'The beginning is enough. A request id is found outside the time range too.'
        )}
        width={32}
        value={search ?? ''}
        check={(text) =>
          isSearch(text.toLowerCase())
            ? undefined
            : t(
                'requests.filters.not-an-id',
                'Write how a request id (req_…) or a trace id (4 to 32 digits 0–9, a–f) begins.'
              )
        }
        onChange={(text) => onChange({ ...filters, search: text === '' ? undefined : text.toLowerCase() })}
      />
      {FIRST.map(dimension)}
      {showsMore && MORE.map(dimension)}
      {showsMore && (
        <>
          <ValuesFilter
            label={t('requests.filters.tags', 'Tags')}
            placeholder={t('requests.filters.tags-placeholder', 'name=value')}
            values={tagPairs(filters)}
            load={async () => [...tags]}
            onChange={(pairs) => onChange(withTags(filters, pairs))}
          />
          <AmountFilter
            label={t('requests.filters.min-duration', 'Took at least')}
            suffix="ms"
            value={minDurationMs}
            onChange={(value) => onChange({ ...filters, minDurationMs: value })}
          />
          <AmountFilter
            label={t('requests.filters.min-cost', 'Cost at least')}
            prefix="$"
            value={minCostUsd}
            onChange={(value) => onChange({ ...filters, minCostUsd: value })}
          />
        </>
      )}
      <Actions>
        {!usesMore && (
          <Button variant="secondary" fill="text" icon={open ? 'angle-up' : 'filter'} onClick={() => setOpen(!open)}>
            {open ? t('requests.filters.less', 'Fewer filters') : t('requests.filters.more', 'More filters')}
          </Button>
        )}
        {countFilters(filters) > 0 && (
          <Button variant="secondary" fill="text" icon="times" onClick={() => onChange(NO_FILTERS)}>
            <Trans i18nKey="requests.filters.clear">Clear filters</Trans>
          </Button>
        )}
      </Actions>
    </Stack>
  );
}

/** Buttons as low as the fields beside them, whose labels are above. */
function Actions({ children }: React.PropsWithChildren) {
  return <div style={{ alignSelf: 'flex-end' }}>{children}</div>;
}
