import { environment } from './environment';

export interface Usage {
  groups: Array<UsageFigures & { model: string }>;
  totals: UsageFigures;
}

export interface UsageFigures {
  requests: number;
  errors: number;
  input_tokens: number;
  output_tokens: number;
  cost_usd: number;
}

/** The models a client of the gateway may ask for. */
export async function listModels(): Promise<string[]> {
  const { data } = await get<{ data: Array<{ id: string }> }>('/v1/models', environment.gatewayKey());
  return data.map(({ id }) => id);
}

/**
 * One request, to the last byte of its answer. A simulated provider may fail it: that counts as traffic too.
 * @returns its id
 */
export async function chat(model: string, { stream }: { stream: boolean }): Promise<string> {
  const response = await fetch(`${environment.gatewayUrl()}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${environment.gatewayKey()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model, stream, messages: [{ role: 'user', content: 'What is an error budget?' }] }),
  });
  await response.text();
  return response.headers.get('x-request-id') ?? '';
}

/** The provider that answers one request for a model, or the status and code that it is refused with. */
export async function answeredBy(model: string): Promise<string> {
  const response = await fetch(`${environment.gatewayUrl()}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${environment.gatewayKey()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model, max_tokens: 5, messages: [{ role: 'user', content: 'Who are you?' }] }),
  });
  const { error } = (await response.json()) as { error?: { code: string } };
  return error === undefined
    ? (response.headers.get('x-llm-gateway-provider') ?? '')
    : `${response.status} ${error.code}`;
}

/** Requests to every model, half of them streamed. */
export async function sendTraffic(requestsPerModel: number): Promise<string[]> {
  const models = await listModels();
  const requests = models.flatMap((model) =>
    Array.from({ length: requestsPerModel }, (_, index) => chat(model, { stream: index % 2 === 0 }))
  );
  await Promise.all(requests);
  return models;
}

/** The ledger's own answer, by model, from one moment to another (epoch milliseconds). */
export function readUsage(from: number, to: number): Promise<Usage> {
  return get<Usage>(`/api/v1/usage?from=${from}&to=${to}&group_by=model`, environment.adminToken());
}

export interface Costs {
  groups: Array<{ model: string; cost_nano_usd: number }>;
  totals: { cost_nano_usd: number };
}

/** The ledger's costs to the last place. @param question e.g. `group_by=team` */
export function readCosts(from: number, to: number, question: string): Promise<Costs> {
  return get<Costs>(`/api/v1/usage?from=${from}&to=${to}&${question}`, environment.adminToken());
}

export interface AlertEvent {
  type: 'alert_firing' | 'alert_resolved';
  alert: string;
  severity: string;
  source: 'grafana' | 'alertmanager';
  summary: string;
}

/** What the relay was told since a moment (epoch milliseconds). */
export async function readAlertEvents(from: number): Promise<AlertEvent[]> {
  const path = `/api/v1/events?type=alert_firing,alert_resolved&from=${from}`;
  const { events } = await get<{ events: AlertEvent[] }>(path, environment.adminToken());
  return events;
}

async function get<T>(path: string, token: string): Promise<T> {
  const response = await fetch(environment.gatewayUrl() + path, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) {
    throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
  }
  return (await response.json()) as T;
}
