import { getBackendSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import { GatewayApiError } from './gatewayApiError';
import type { Answer, Call, Method, PathWith } from './operations';
import { resourceUrl, type QueryValues } from './resourceUrl';

type Ask<M extends Method> = <P extends PathWith<M>>(path: P, ...call: Arguments<Call<P, M>>) => Promise<Answer<P, M>>;

/** A call may be left out when nothing in it is required. */
type Arguments<C> = object extends C ? [call?: C] : [call: C];

/** The admin API of one gateway. Each call fails with a {@link GatewayApiError} and nothing else. */
export type GatewayApi = { readonly [M in Method]: Ask<M> };

/**
 * The admin API behind a data source. Its backend adds the token, which no browser ever sees, and checks the role of
 * the user: viewers read, editors test, admins change.
 *
 * `gatewayApi(uid).put('/teams/{name}', { path: { name }, body })`
 */
export function gatewayApi(dataSourceUid: string): GatewayApi {
  const ask =
    <M extends Method>(method: M): Ask<M> =>
    async (path, ...[call]) =>
      (await send(method, resourceUrl(dataSourceUid, path, call as Values), call as Values)) as never;
  return { get: ask('get'), post: ask('post'), put: ask('put'), patch: ask('patch'), delete: ask('delete') };
}

/** A call when its types have done their work. */
interface Values {
  path?: Readonly<Record<string, unknown>>;
  query?: QueryValues;
  body?: unknown;
  signal?: AbortSignal;
}

async function send(method: Method, url: string, { body, signal }: Values = {}): Promise<unknown> {
  const quiet = { showErrorAlert: false, showSuccessAlert: false };
  try {
    const request = { method: method.toUpperCase(), url, data: body, abortSignal: signal, ...quiet };
    const { status, data } = await lastValueFrom(getBackendSrv().fetch(request));
    return status === 204 ? undefined : data;
  } catch (thrown) {
    throw GatewayApiError.from(thrown);
  }
}
