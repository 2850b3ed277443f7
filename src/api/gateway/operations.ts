import type { paths } from './adminApi';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Paths of the admin API, without `/api/v1`, that have the method. */
export type PathWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends { [K in M]: object } ? P : never;
}[keyof paths];

type Operation<P extends keyof paths, M extends Method> = paths[P] extends { [K in M]: infer O } ? O : never;

type Good = 200 | 201 | 204;
type ContentOf<T> = T extends { content: infer C } ? C[keyof C] : undefined;

/** What an operation answers when it succeeds; undefined when that is nothing. */
export type Answer<P extends keyof paths, M extends Method> =
  Operation<P, M> extends { responses: infer R } ? ContentOf<R[keyof R & Good]> : never;

type Parameters<P extends keyof paths, M extends Method> =
  Operation<P, M> extends { parameters: infer Q } ? Q : { query?: never; path?: never };

type QueryPart<Q> = Q extends { query: infer V }
  ? { query: V }
  : Q extends { query?: infer V }
    ? [V] extends [never]
      ? { query?: never }
      : { query?: V }
    : { query?: never };

type PathPart<Q> = Q extends { path: infer V extends object } ? { path: V } : { path?: never };

type BodyPart<O> = O extends { requestBody: { content: infer C } }
  ? { body: C[keyof C] }
  : O extends { requestBody?: { content: infer C } }
    ? { body?: C[keyof C] }
    : { body?: never };

/** What a call of an operation is made with. */
export type Call<P extends keyof paths, M extends Method> = QueryPart<Parameters<P, M>> &
  PathPart<Parameters<P, M>> &
  BodyPart<Operation<P, M>> & { signal?: AbortSignal };
