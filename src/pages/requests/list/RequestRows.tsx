import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { Alert, Button, EmptyState, Stack, Text } from '@grafana/ui';
import { LoadError } from '../../../components/states/LoadError';
import { Loading } from '../../../components/states/Loading';
import { NoRequestsYet } from '../../../components/states/NoRequestsYet';
import { countFilters, NO_FILTERS, type RequestFilters } from '../filters/requestFilters';
import { count } from '../format';
import { LIVE_ROWS } from '../live/liveBuffer';
import type { LiveTail } from '../live/useLiveRequests';
import { RequestsTable } from './RequestsTable';
import type { RequestList } from './useRequestList';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  list: RequestList;
  /** Requests as they end; undefined while that is not wanted. */
  tail: LiveTail | undefined;
  filters: RequestFilters;
  /** The id of the request that is open. */
  selected: string | undefined;
  timeZone: string;
  onFilter: (filters: RequestFilters) => void;
  onOpen: (id: string) => void;
}

/** The table, or why there is none. */
export function RequestRows({ list, tail, filters, selected, timeZone, onFilter, onOpen }: Props) {
  const rows = tail?.buffer.rows ?? list.rows;
  return (
    <Stack direction="column" gap={1}>
      {list.status === 'failed' && (
        <LoadError title={t('requests.list.failed', 'Requests could not be read')} reason={list.failure ?? ''} />
      )}
      {tail?.notice && <Alert severity={tail.notice.severity} title={tail.notice.text} bottomSpacing={0} />}
      {rows.length === 0 && list.status === 'loading' && <Loading />}
      {rows.length === 0 && list.status === 'loaded' && (
        <NoRows
          isLive={tail !== undefined}
          isFiltered={countFilters(filters) > 0}
          onClear={() => onFilter(NO_FILTERS)}
        />
      )}
      {rows.length > 0 && (
        // Answers to an earlier question are still there until those to this one are.
        <div style={{ opacity: list.status === 'loading' && !tail ? 0.5 : 1 }} aria-busy={list.status === 'loading'}>
          <RequestsTable rows={rows} selected={selected} timeZone={timeZone} onOpen={onOpen} />
        </div>
      )}
      {rows.length > 0 && (tail ? <LiveFooter shown={rows.length} /> : <ListFooter list={list} />)}
    </Stack>
  );
}

function NoRows({ isLive, isFiltered, onClear }: { isLive: boolean; isFiltered: boolean; onClear: () => void }) {
  if (isFiltered) {
    return (
      <EmptyState
        variant="not-found"
        message={t('requests.list.none-pass', 'No request of this time range passes the filters')}
        button={
          <Button variant="secondary" onClick={onClear}>
            <Trans i18nKey="requests.list.clear">Clear filters</Trans>
          </Button>
        }
      />
    );
  }
  return isLive ? (
    <Text color="secondary">
      <Trans i18nKey="requests.live.waiting">Waiting for the first request to end…</Trans>
    </Text>
  ) : (
    <NoRequestsYet />
  );
}

function LiveFooter({ shown }: { shown: number }) {
  return (
    <Text variant="bodySmall" color="secondary">
      {t(
        'requests.live.shown',
        '{{shown}} shown, the newest {{most}} at most. Requests of other replicas appear when the page is refreshed.',
        {
          shown: count(shown),
          most: count(LIVE_ROWS),
          ...AS_IT_IS,
        }
      )}
    </Text>
  );
}

function ListFooter({ list: { rows, next, more, moreFailure, loadMore } }: { list: RequestList }) {
  return (
    <Stack direction="row" gap={2} alignItems="center">
      <Text variant="bodySmall" color="secondary">
        {next === null
          ? t('requests.list.all-shown', 'All {{shown}} shown', { shown: count(rows.length), ...AS_IT_IS })
          : t('requests.list.shown', 'The newest {{shown}} shown', { shown: count(rows.length), ...AS_IT_IS })}
      </Text>
      {next !== null && (
        <Button
          size="sm"
          variant="secondary"
          disabled={more === 'loading'}
          icon={more === 'loading' ? 'spinner' : undefined}
          onClick={loadMore}
        >
          <Trans i18nKey="requests.list.load-more">Load more</Trans>
        </Button>
      )}
      {moreFailure !== undefined && (
        <Text variant="bodySmall" color="error">
          {moreFailure}
        </Text>
      )}
    </Stack>
  );
}
