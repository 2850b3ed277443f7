import { environment } from './environment';

/** Providers of the gateway that are simulated. */
export async function simulatedProviders(): Promise<string[]> {
  const { providers } = await call<{ providers: Array<{ name: string }> }>('GET', '');
  return providers.map(({ name }) => name);
}

/** From now on a simulated provider answers nothing. */
export async function beginOutage(provider: string): Promise<void> {
  await call('PATCH', `/${provider}`, { behaviour: { outages: [{ every_seconds: 1, for_seconds: 1 }] } });
}

/** Back to how it is configured. */
export async function endOutage(provider: string): Promise<void> {
  await call('DELETE', `/${provider}`);
}

async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${environment.gatewayUrl()}/api/v1/simulator${path}`, {
    method,
    headers: {
      authorization: `Bearer ${environment.adminToken()}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  }
  return (await response.json()) as T;
}
