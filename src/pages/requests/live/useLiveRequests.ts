import { useCallback, useEffect, useReducer, useRef } from 'react';
import { errorMessage } from '../../../api/grafana';
import { liveRequests, type LiveNews } from '../../../api/gateway/liveRequests';
import { passesAmounts, toUsageFilters } from '../filters/filtersInQueries';
import type { RequestFilters } from '../filters/requestFilters';
import type { RequestRow } from '../list/requestRow';
import { fromLive } from './liveRow';
import { BEGINNING, reduceLive, type LiveState } from './liveState';

export interface LiveTail extends LiveState {
  readonly pause: () => void;
  readonly resume: () => void;
}

interface Options {
  readonly gatewayUid: string;
  /** Other ones are another stream. */
  readonly filters: RequestFilters;
  readonly on: boolean;
  /** What the ledger has: what ended before the stream began, and what other replicas answered. */
  readonly known: readonly RequestRow[];
  /** Called each time the stream has begun, as something may have ended since `known` was read. */
  readonly onConnected: () => void;
}

/** Requests as they end, as long as it is on. */
export function useLiveRequests({ gatewayUid, filters, on, known, onConnected }: Options): LiveTail {
  const [state, dispatch] = useReducer(reduceLive, BEGINNING);
  const connected = useRef(onConnected);
  useEffect(() => {
    connected.current = onConnected;
  }, [onConnected]);

  useEffect(() => {
    if (!on) {
      return undefined;
    }
    dispatch({ type: 'begun' });
    const hear = (news: LiveNews) => {
      if (news.kind === 'requests') {
        const rows = news.rows.map(fromLive).filter((row) => passesAmounts(filters, row));
        dispatch({ type: 'came', rows, notice: news.notice });
        return;
      }
      dispatch({ type: 'connection', connection: news.connection });
      if (news.connection === 'connected') {
        connected.current();
      }
    };
    const subscription = liveRequests(gatewayUid, toUsageFilters(filters)).subscribe({
      next: hear,
      error: (thrown: unknown) => dispatch({ type: 'failed', reason: errorMessage(thrown) }),
    });
    return () => subscription.unsubscribe();
  }, [on, gatewayUid, filters]);

  useEffect(() => {
    if (on) {
      dispatch({ type: 'known', rows: known });
    }
  }, [on, known]);

  const pause = useCallback(() => dispatch({ type: 'paused' }), []);
  const resume = useCallback(() => dispatch({ type: 'resumed' }), []);
  return { ...state, pause, resume };
}
