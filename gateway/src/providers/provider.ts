import type { Readable } from 'node:stream';

import type { GatewayError } from '../errors/gatewayError.js';
import type { OperationName } from '../operations/name.js';
import type { RequestParameters } from '../operations/parameters.js';
import type { Upload } from '../operations/upload.js';
import type { UpstreamCall, WholeAnswer } from '../upstream/exchange.js';
import type { Upstream } from '../upstream/upstream.js';
import type { StreamTranslator } from './chatDialect.js';

/** How the gateway speaks to one provider: requests out, answers, streams and errors in. */
export interface Provider {
  readonly name: string;
  readonly type: string;
  readonly upstream: Upstream;
  /** A call that costs nothing and tells whether the provider is up; undefined where there is none. */
  readonly healthCall: { readonly path: string; readonly headers: string[] } | undefined;
  /** What it does, and how; what is not here it cannot do. */
  readonly services: Services;
  /** An answer with an error status, as the client is told of it. */
  readError(answer: WholeAnswer): GatewayError;
}

export type Services = Readonly<Partial<Record<OperationName, Service>>>;

/** How a provider does one operation. Answers are in that operation's shape, or are translated into it. */
export interface Service {
  /** @throws GatewayError 400 that names the field which this provider cannot honour. */
  call(request: ServiceRequest, model: string): ServiceCall | Promise<ServiceCall>;
  readonly translation?: Translation | undefined;
}

export interface ServiceRequest {
  readonly parameters: RequestParameters;
  /** As the client sent it: JSON, unless there is an upload. */
  readonly body: Buffer;
  /** The form that the client sends. */
  readonly upload?: Upload | undefined;
  /** The client's own that go on to a provider that speaks its language; flat name, value, name, value … */
  readonly headers?: readonly string[] | undefined;
}

export interface ServiceCall extends Omit<UpstreamCall, 'body'> {
  readonly body: Buffer | Readable;
  /** Names of the request's fields that the provider cannot honour and that were left out. */
  readonly dropped?: readonly string[] | undefined;
}

export interface Translation {
  /** @throws GatewayError 502 `invalid_response` for an answer that is none. */
  answer(body: Buffer, parameters: RequestParameters): Buffer;
  /** Undefined where there are no streams. */
  readonly streams?: StreamTranslation | undefined;
}

export interface StreamTranslation {
  /** Content type of the provider's streams. */
  readonly type: string;
  /** For one stream. */
  translator(parameters: RequestParameters): StreamTranslator;
}
