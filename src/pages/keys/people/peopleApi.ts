import { gatewayApi } from '../../../api/gateway/gatewayApi';
import { LONGEST_LIST, type Team, type User } from '../../../api/gateway/objects';
import type { PersonKind } from './person';

export interface PersonBody {
  name: string;
  team?: string;
  models?: string[];
  blocked: boolean;
}

export interface PeopleList {
  readonly managed: ReadonlyArray<Team & User>;
  readonly total: number;
  readonly partial: boolean;
}

/** Teams and users are managed alike; only users have a team. */
export interface PeopleApi {
  list(search: string | undefined, signal: AbortSignal): Promise<PeopleList>;
  create(body: PersonBody): Promise<unknown>;
  /** Refused if it was changed since that revision. */
  replace(body: PersonBody, revision: number | undefined): Promise<unknown>;
  remove(name: string, revision: number | undefined): Promise<void>;
}

export function peopleApi(gatewayUid: string, kind: PersonKind): PeopleApi {
  const api = gatewayApi(gatewayUid);
  const listQuery = (q: string | undefined) => ({ q, limit: LONGEST_LIST });
  const at = (name: string, revision: number | undefined) => ({ path: { name }, query: { revision } });
  return kind === 'team'
    ? {
        list: async (q, signal) => {
          const { teams: managed, total, partial } = await api.get('/teams', { query: listQuery(q), signal });
          return { managed, total, partial };
        },
        create: (body) => api.post('/teams', { body }),
        replace: (body, revision) => api.put('/teams/{name}', { ...at(body.name, revision), body }),
        remove: (name, revision) => api.delete('/teams/{name}', at(name, revision)),
      }
    : {
        list: async (q, signal) => {
          const { users: managed, total, partial } = await api.get('/users', { query: listQuery(q), signal });
          return { managed, total, partial };
        },
        create: (body) => api.post('/users', { body }),
        replace: (body, revision) => api.put('/users/{name}', { ...at(body.name, revision), body }),
        remove: (name, revision) => api.delete('/users/{name}', at(name, revision)),
      };
}
