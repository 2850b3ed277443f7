import { useCallback } from 'react';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import { LONGEST_LIST } from '../../../api/gateway/objects';
import { useLoad, type Load } from '../../../components/load/useLoad';
import { peopleApi } from './peopleApi';
import { people, type Person, type PersonKind } from './person';

export interface People {
  readonly all: readonly Person[];
  readonly managed: number;
  readonly total: number;
  readonly partial: boolean;
}

/** Teams, or users, that have the text in their name. */
export function usePeople(gatewayUid: string, kind: PersonKind, search: string | undefined): Load<People> {
  return useLoad(
    useCallback(
      async (signal: AbortSignal) => {
        const query = { q: search, limit: LONGEST_LIST };
        const [{ managed, total, partial }, { keys }] = await Promise.all([
          peopleApi(gatewayUid, kind).list(search, signal),
          gatewayApi(gatewayUid).get('/keys', { query, signal }),
        ]);
        const wanted = search?.toLowerCase() ?? '';
        const all = people(kind, managed, keys).filter(
          (person) => person.managed !== undefined || person.name.toLowerCase().includes(wanted)
        );
        return { all, managed: managed.length, total, partial };
      },
      [gatewayUid, kind, search]
    )
  );
}
