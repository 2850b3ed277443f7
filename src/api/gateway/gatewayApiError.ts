import { isFetchError } from '@grafana/runtime';
import { errorMessage } from '../grafana';
import type { components } from './adminApi';

type ErrorBody = components['schemas']['Error'];

/** A call of the admin API that failed, told in the gateway's own words where it gave any. */
export class GatewayApiError extends Error {
  constructor(
    message: string,
    /** HTTP status of the gateway, or of Grafana where the gateway was not reached; 0 where Grafana was not. */
    readonly status: number,
    /** The field that is at fault. */
    readonly param?: string,
    /** For programs, e.g. `revision_mismatch`. */
    readonly code?: string
  ) {
    super(message);
    this.name = 'GatewayApiError';
  }

  /** Any thrown value. Grafana's own refusals, as of a role, have its error shape instead of the gateway's. */
  static from(thrown: unknown): GatewayApiError {
    if (!isFetchError(thrown)) {
      return new GatewayApiError(errorMessage(thrown), 0);
    }
    const body: unknown = thrown.data;
    if (isErrorBody(body)) {
      const { message, param, code } = body.error;
      return new GatewayApiError(message, thrown.status, param ?? undefined, code ?? undefined);
    }
    return new GatewayApiError(errorMessage(thrown), thrown.status ?? 0);
  }
}

function isErrorBody(body: unknown): body is ErrorBody {
  const error = (body as Partial<ErrorBody> | null | undefined)?.error;
  return typeof error === 'object' && error !== null && typeof error.message === 'string';
}
