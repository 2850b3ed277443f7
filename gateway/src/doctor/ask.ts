import type { Place } from './place.js';

export interface Answer {
  readonly status: number;
  /** Parsed where it is JSON, else the text. */
  readonly body: unknown;
  readonly latencyMs: number;
}

export interface AskOptions {
  readonly timeoutMs: number;
  /** Sent as JSON, by POST. */
  readonly body?: unknown;
  readonly method?: 'GET' | 'POST';
}

/** Nobody answered; the message says how that showed. */
export class Unreachable extends Error {
  constructor(
    readonly url: string,
    readonly reason: string
  ) {
    super(`${url} does not answer: ${reason}`);
    this.name = 'Unreachable';
  }
}

/** Somebody answered otherwise than was hoped for. */
export class BadAnswer extends Error {
  constructor(
    readonly status: number,
    readonly told: string,
    readonly path: string
  ) {
    super(`${path} answers ${status}${told === '' ? '' : `: ${told}`}`);
    this.name = 'BadAnswer';
  }
}

const LONGEST_ANSWER_BYTES = 64 * 1_024 * 1_024;
const LONGEST_MESSAGE = 300;

/** Asks a part. @throws Unreachable */
export async function ask({ url, authorization }: Place, path: string, options: AskOptions): Promise<Answer> {
  const { timeoutMs, body, method } = options;
  const began = performance.now();
  try {
    const response = await fetch(url + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        accept: 'application/json, text/plain;q=0.9',
        ...(authorization === undefined ? {} : { authorization }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await readText(response);
    return { status: response.status, body: parsed(text), latencyMs: Math.round(performance.now() - began) };
  } catch (error) {
    throw new Unreachable(url, reasonOf(error, timeoutMs));
  }
}

/** As ask, of which only success is of use. @throws Unreachable, BadAnswer */
export async function askFor<Body>(place: Place, path: string, options: AskOptions): Promise<Body> {
  const { status, body } = await ask(place, path, options);
  if (status < 200 || status > 299) {
    throw new BadAnswer(status, messageOf(body), path.split('?')[0] ?? path);
  }
  return body as Body;
}

/** What an answer says is wrong, as our gateway, Prometheus, Alertmanager and Grafana say it. */
export function messageOf(body: unknown): string {
  const { error, message, reason } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const inner = typeof error === 'object' && error !== null ? (error as { message?: unknown }).message : error;
  const told = [inner, message, reason].find((each) => typeof each === 'string') ?? '';
  return String(told).replace(/\s+/g, ' ').slice(0, LONGEST_MESSAGE);
}

async function readText({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    size += part.value.length;
    if (size > LONGEST_ANSWER_BYTES) {
      await reader?.cancel();
      throw new RangeError('its answer is too large');
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function reasonOf(error: unknown, timeoutMs: number): string {
  const { name, message, cause } = error as { name: string; message: string; cause?: NodeJS.ErrnoException };
  if (name === 'TimeoutError') {
    return `nothing within ${timeoutMs / 1_000} s`;
  }
  if (cause?.code === 'ECONNREFUSED') {
    return 'nothing listens there (ECONNREFUSED)';
  }
  return cause?.code ?? cause?.message ?? message;
}
