import React, { useMemo, type ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeRange } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import { Alert, Stack, useStyles2 } from '@grafana/ui';
import { ExploreLink } from '../../components/ExploreLink';
import { RequestDrawer } from './drawer/RequestDrawer';
import { neighbours } from './drawer/neighbours';
import { FilterBar } from './filters/FilterBar';
import { hasMoreThanUsage, toApiQuery, toRequestsQuery } from './filters/filtersInQueries';
import { withDimension, type RequestFilters } from './filters/requestFilters';
import { ExportLink } from './list/ExportLink';
import { RequestRows } from './list/RequestRows';
import { useRequestList } from './list/useRequestList';
import { LiveControls } from './live/LiveControls';
import { useLiveRequests } from './live/useLiveRequests';

interface Props {
  gatewayUid: string;
  range: TimeRange;
  timeZone: string;
  histogram: ReactNode;
  filters: RequestFilters;
  /** The id of the request that is shown in full. */
  request: string | undefined;
  live: boolean;
  onFilter: (filters: RequestFilters) => void;
  onOpen: (request: string | undefined) => void;
  onLive: (live: boolean) => void;
}

export function RequestsView(props: Props) {
  const styles = useStyles2(getStyles);
  const { gatewayUid, range, timeZone, histogram, filters, request, live, onFilter, onOpen, onLive } = props;
  const { from, to } = { from: range.from.valueOf(), to: range.to.valueOf() };
  const rangeText = `${String(range.raw.from)} ${String(range.raw.to)}`;
  const endsNow = range.raw.to === 'now';
  const isLive = live && endsNow;
  const list = useRequestList({ gatewayUid, filters, range: { from, to }, rangeText });
  const tail = useLiveRequests({ gatewayUid, filters, on: isLive, known: list.rows, onConnected: list.refresh });
  const rows = isLive ? tail.buffer.rows : list.rows;
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const tags = useMemo(() => [...new Set(list.rows.flatMap((row) => row.tags))].sort(), [list.rows]);
  return (
    <div className={styles.page}>
      <FilterBar gatewayUid={gatewayUid} range={{ from, to }} filters={filters} tags={tags} onChange={onFilter} />
      <div className={styles.histogram}>{histogram}</div>
      {hasMoreThanUsage(filters) && (
        <Alert
          severity="info"
          title={t('requests.histogram.not-all', 'The graph counts more than the table shows')}
          bottomSpacing={0}
        >
          <Trans i18nKey="requests.histogram.not-all-why">
            It knows nothing of ids, least durations and least costs; all other filters apply to it.
          </Trans>
        </Alert>
      )}
      <Stack direction="row" gap={2} justifyContent="space-between" alignItems="center" wrap="wrap">
        <LiveControls on={live} possible={endsNow} tail={tail} onChange={onLive} />
        <Stack direction="row" gap={1}>
          <ExploreLink gatewayUid={gatewayUid} range={range} query={toRequestsQuery(filters)} />
          <ExportLink gatewayUid={gatewayUid} query={toApiQuery(filters, { from, to })} />
        </Stack>
      </Stack>
      <RequestRows
        list={list}
        tail={isLive ? tail : undefined}
        filters={filters}
        selected={request}
        timeZone={timeZone}
        onFilter={onFilter}
        onOpen={onOpen}
      />
      {request !== undefined && (
        <RequestDrawer
          gatewayUid={gatewayUid}
          id={request}
          timeZone={timeZone}
          {...neighbours(ids, request)}
          onOpen={onOpen}
          onFilter={(name, value) => {
            onOpen(undefined);
            onFilter(withDimension(filters, name, [value]));
          }}
        />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  // What is too wide scrolls by itself, and not the page.
  page: css({ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: theme.spacing(2) }),
  histogram: css({ height: 180 }),
});
