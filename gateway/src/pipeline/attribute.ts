import type { RequestParameters } from '../operations/parameters.js';
import type { Attribution, ClientRequest } from './request.js';

/** Whom a request is charged to: what the key says of its user goes before what the client writes. */
export function attribute(request: ClientRequest, parameters: RequestParameters | undefined): Attribution {
  const { user, tags } = request.principal;
  return {
    user: user ?? parameters?.user,
    tags: merge(merge(tags, parameters?.metadata), request.tags),
  };
}

type Tags = Readonly<Record<string, string>> | undefined;

function merge(under: Tags, over: Tags): Tags {
  return under !== undefined && over !== undefined ? { ...under, ...over } : (over ?? under);
}
