import type { TestGateway } from './gateway.js';

export interface AdminAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Calls of a gateway's admin API. @param token the admin's, if left out */
export function adminClient(gateway: TestGateway, token: string = gateway.adminToken) {
  return async (method: string, path: string, body?: unknown): Promise<AdminAnswer> => {
    const response = await fetch(`${gateway.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
  };
}
