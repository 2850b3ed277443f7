import { getBackendSrv, isFetchError } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';

/** A call of Grafana's HTTP API. Nothing is toasted: the caller shows what came of it where it belongs. */
export async function send<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  data?: unknown,
  headers?: Readonly<Record<string, string>>
): Promise<T> {
  const quiet = { showErrorAlert: false, showSuccessAlert: false };
  const response = await lastValueFrom(
    getBackendSrv().fetch<T>({
      method,
      url,
      data,
      ...(headers && { headers: { ...headers } }),
      // Grafana answers a deletion with nothing, and calls that JSON.
      ...(method === 'DELETE' && { responseType: 'text' }),
      ...quiet,
    })
  );
  return response.data;
}

/** The most telling sentence in whatever was thrown. */
export function errorMessage(error: unknown): string {
  if (isFetchError(error)) {
    return error.data?.message || error.data?.error || error.statusText || `HTTP ${error.status}`;
  }
  return error instanceof Error ? error.message : String(error);
}
