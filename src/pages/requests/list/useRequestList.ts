import { useCallback, useEffect, useReducer, useRef } from 'react';
import { errorMessage } from '../../../api/grafana';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import { toApiQuery, type Range } from '../filters/filtersInQueries';
import type { RequestFilters } from '../filters/requestFilters';
import { EMPTY_LIST, reduceList, type ListState, type Page } from './listState';
import { toRow } from './requestRow';

const PAGE_SIZE = 100;

export interface Question {
  readonly gatewayUid: string;
  /** Another object is another question. */
  readonly filters: RequestFilters;
  readonly range: Range;
  /** The range as it was chosen, e.g. `now-1h`: it stays the same while the page is refreshed. */
  readonly rangeText: string;
}

export interface RequestList extends ListState {
  readonly loadMore: () => void;
  /** Asks for the newest again. */
  readonly refresh: () => void;
}

/** The requests that are asked for, newest first: a page, and more when wanted. */
export function useRequestList({ gatewayUid, filters, range, rangeText }: Question): RequestList {
  const [state, dispatch] = useReducer(reduceList, EMPTY_LIST);
  const question = `${gatewayUid} ${rangeText} ${JSON.stringify(filters)}`;
  const answered = useRef<string | undefined>(undefined);
  const asking = useRef<AbortController | undefined>(undefined);
  const { from, to } = range;

  const ask = useCallback(() => {
    asking.current?.abort();
    const controller = (asking.current = new AbortController());
    const isNew = answered.current !== question;
    if (isNew) {
      dispatch({ type: 'asked' });
    }
    readPage(gatewayUid, filters, { from, to }, undefined, controller.signal).then(
      (page) => {
        if (!controller.signal.aborted) {
          answered.current = question;
          dispatch({ type: isNew ? 'answered' : 'refreshed', page });
        }
      },
      (thrown: unknown) => {
        if (!controller.signal.aborted) {
          dispatch({ type: 'failed', failure: errorMessage(thrown) });
        }
      }
    );
  }, [gatewayUid, filters, question, from, to]);

  useEffect(() => {
    ask();
    return () => asking.current?.abort();
  }, [ask]);

  const { next } = state;
  const loadMore = useCallback(() => {
    if (next === null) {
      return;
    }
    dispatch({ type: 'more-asked' });
    const stillAsked = () => answered.current === question;
    readPage(gatewayUid, filters, { from, to }, next).then(
      (page) => stillAsked() && dispatch({ type: 'more-answered', page }),
      (thrown: unknown) => stillAsked() && dispatch({ type: 'more-failed', failure: errorMessage(thrown) })
    );
  }, [gatewayUid, filters, question, from, to, next]);

  return { ...state, loadMore, refresh: ask };
}

async function readPage(
  gatewayUid: string,
  filters: RequestFilters,
  range: Range,
  cursor: string | undefined,
  signal?: AbortSignal
): Promise<Page> {
  const query = { ...toApiQuery(filters, range), limit: PAGE_SIZE, cursor };
  const answer = await gatewayApi(gatewayUid).get('/requests', { query, signal });
  return { rows: answer.requests.map(toRow), next: answer.next_cursor };
}
