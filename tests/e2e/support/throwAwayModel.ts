import { environment } from './environment';

/** Makes simulated providers and a model with a deployment on each of them, and takes them away again. */
export async function withModelOfTwoProviders(
  model: string,
  providers: readonly string[],
  run: () => Promise<void>
): Promise<void> {
  const simulator = { latency_ms: 0, tokens_per_second: 10_000 };
  const price = { input_per_million_usd: 1, output_per_million_usd: 2 };
  try {
    for (const name of providers) {
      await change('POST', '/providers', { name, type: 'simulator', simulator });
    }
    const deployments = providers.map((provider) => ({ provider, model: 'm', price }));
    await change('POST', '/models', { name: model, deployments });
    await run();
  } finally {
    for (const path of [`/models/${model}`, ...providers.map((name) => `/providers/${name}`)]) {
      await change('DELETE', path).catch(() => undefined);
    }
  }
}

async function change(method: string, path: string, body?: object): Promise<void> {
  const response = await fetch(`${environment.gatewayUrl()}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${environment.adminToken()}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  }
}
