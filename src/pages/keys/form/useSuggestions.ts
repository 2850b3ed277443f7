import { useCallback } from 'react';
import { gatewayApi } from '../../../api/gateway/gatewayApi';
import { LONGEST_LIST } from '../../../api/gateway/objects';
import { useLoad } from '../../../components/load/useLoad';

/** Names that there are already. */
export interface Suggestions {
  readonly teams: readonly string[];
  readonly users: readonly string[];
  /** What clients can ask for. */
  readonly models: readonly string[];
}

const NONE: Suggestions = { teams: [], users: [], models: [] };

/** What is offered while typing. A form does without where it cannot be read. */
export function useSuggestions(gatewayUid: string): Suggestions {
  const { data } = useLoad(
    useCallback(
      async (signal: AbortSignal): Promise<Suggestions> => {
        const api = gatewayApi(gatewayUid);
        const call = { query: { limit: LONGEST_LIST }, signal };
        const [{ teams }, { users }, { models }] = await Promise.all([
          api.get('/teams', call),
          api.get('/users', call),
          api.get('/models', call),
        ]);
        return { teams: names(teams), users: names(users), models: names(models) };
      },
      [gatewayUid]
    )
  );
  return data ?? NONE;
}

function names(items: ReadonlyArray<{ name: string }>): string[] {
  return items.map(({ name }) => name);
}
