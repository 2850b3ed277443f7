import { parseChatParameters } from '../chat/chatParameters.js';
import type { Provider, ServiceCall } from '../providers/provider.js';
import type { WholeAnswer } from '../upstream/exchange.js';
import { upstreamFault } from '../upstream/fault.js';

export interface ProviderTestResult {
  readonly ok: boolean;
  /** What was asked: the list of models, which costs nothing, or one token of a model. */
  readonly call: 'models' | 'chat';
  /** HTTP status of the provider's answer, where there was one. */
  readonly status: number | undefined;
  readonly latencyMs: number;
  /** Why it failed, in the provider's own words where it has some. Holds no secret. */
  readonly message: string | undefined;
  /** The first models that it lists. */
  readonly models: readonly string[] | undefined;
}

export interface ProviderTestOptions {
  /** Ask this model for one token. */
  readonly model?: string | undefined;
  /** What must not come back, should the provider repeat it. */
  readonly secrets: readonly string[];
}

/** Longest a provider may take to answer, in milliseconds. */
const TIMEOUT_MS = 30_000;
const LONGEST_ANSWER_BYTES = 4 * 1024 * 1024;
const LONGEST_MESSAGE = 1_000;
const MOST_MODELS = 1_000;

/** One real call to a provider. Never rejects: what went wrong is the result. */
export async function testProvider(
  provider: Provider,
  { model, secrets }: ProviderTestOptions
): Promise<ProviderTestResult> {
  const call = model === undefined ? 'models' : 'chat';
  const began = performance.now();
  const result = (rest: Pick<ProviderTestResult, 'ok'> & Partial<ProviderTestResult>): ProviderTestResult => ({
    call,
    status: undefined,
    message: undefined,
    models: undefined,
    latencyMs: Math.round((performance.now() - began) * 10) / 10,
    ...rest,
  });
  const failed = (status: number | undefined, message: string): ProviderTestResult =>
    result({ ok: false, status, message: withoutSecrets(message, secrets).slice(0, LONGEST_MESSAGE) });

  let answer: WholeAnswer;
  try {
    const request = model === undefined ? provider.healthCall : await chatCall(provider, model);
    if (request === undefined) {
      return failed(undefined, 'This provider has no list of models; name a model to ask for one token.');
    }
    answer = await send(provider, request);
  } catch (error) {
    const late = (error as Error).name === 'TimeoutError' || (error as Error).name === 'HeadersTimeoutError';
    const message = `The provider ${provider.name} did not answer within ${TIMEOUT_MS / 1000} seconds.`;
    return failed(undefined, late ? message : upstreamFault(provider.name, error).message);
  }
  if (answer.status >= 200 && answer.status < 300) {
    return result({
      ok: true,
      status: answer.status,
      models: call === 'models' ? listed(answer.body, secrets) : undefined,
    });
  }
  return failed(answer.status, ownWords(answer.body) ?? provider.readError(answer).message);
}

interface Call {
  readonly path: string;
  readonly headers: string[];
  readonly body?: ServiceCall['body'];
}

async function chatCall(provider: Provider, model: string): Promise<Call | undefined> {
  const body = Buffer.from(JSON.stringify({ model, messages: [{ role: 'user', content: 'Say yes.' }], max_tokens: 1 }));
  return provider.services.chat?.call({ parameters: parseChatParameters(body), body }, model);
}

async function send({ upstream }: Provider, { path, headers, body }: Call): Promise<WholeAnswer> {
  const answer = await upstream.pool.request({
    method: body === undefined ? 'GET' : 'POST',
    path,
    headers,
    body: body ?? null,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer.body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LONGEST_ANSWER_BYTES) {
      throw new RangeError(`its answer is larger than ${LONGEST_ANSWER_BYTES} bytes`);
    }
    chunks.push(chunk);
  }
  return { kind: 'whole', status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) };
}

/** What the provider says itself: of a refused credential, a client is told less than an administrator. */
function ownWords(body: Buffer): string | undefined {
  const { error, message } = parsed(body) as { error?: { message?: unknown } | string | null; message?: unknown };
  const told = typeof error === 'string' ? error : (error?.message ?? message);
  return typeof told === 'string' && told !== '' ? told : undefined;
}

function listed(body: Buffer, secrets: readonly string[]): readonly string[] {
  const { data } = parsed(body) as { data?: unknown };
  const ids = Array.isArray(data) ? data.map((each: { id?: unknown } | null) => each?.id) : [];
  const names = ids.filter((id): id is string => typeof id === 'string').slice(0, MOST_MODELS);
  return names.map((name) => withoutSecrets(name, secrets));
}

function parsed(body: Buffer): object {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function withoutSecrets(message: string, secrets: readonly string[]): string {
  return secrets.reduce((text, secret) => text.replaceAll(secret, '***'), message);
}
