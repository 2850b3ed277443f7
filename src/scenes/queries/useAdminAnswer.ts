import { useEffect, useState } from 'react';
import { sceneGraph, type DataSourceVariable, type SceneObject } from '@grafana/scenes';
import { gatewayApi } from '../../api/gateway/gatewayApi';
import { errorMessage } from '../../api/grafana';
import { GATEWAY_VARIABLE } from '../variables/names';
import type { AdminQuestion } from './AdminData';

/** What has become of a question to the admin API. An answer stays while the same is asked again. */
export type AdminAnswer<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'answered'; readonly value: T };

const WAITING = { state: 'waiting' } as const;

/**
 * Asks the gateway chosen on the page, anew with its time range and its refresh.
 * @param about Tells this question from others: another one has no answer yet.
 */
export function useAdminAnswer<T>(
  part: SceneObject,
  about: string,
  ask: (question: AdminQuestion) => Promise<T>
): AdminAnswer<T> {
  const timeRange = sceneGraph.getTimeRange(part);
  const { value: range } = timeRange.useState();
  const uid = useGatewayUid(part);
  const question = JSON.stringify([uid, about, range.raw]);
  const [latest, setLatest] = useState<{ question: string; answer: AdminAnswer<T> }>();

  useEffect(() => {
    let isCurrent = true;
    const settle = (answer: AdminAnswer<T>) => isCurrent && setLatest({ question, answer });
    ask({ api: gatewayApi(uid), range, timeZone: timeRange.getTimeZone() }).then(
      (value) => settle({ state: 'answered', value }),
      (thrown: unknown) => settle({ state: 'failed', reason: errorMessage(thrown) })
    );
    return () => {
      isCurrent = false;
    };
    // What is asked is told by `question`; a refresh is a new range of the same raw one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [question, range]);

  return latest?.question === question ? latest.answer : WAITING;
}

/** The uid of the gateway chosen on the page, also once another one is. */
export function useGatewayUid(part: SceneObject): string {
  const variable = sceneGraph.lookupVariable(GATEWAY_VARIABLE, part) as DataSourceVariable;
  return String(variable.useState().value);
}
