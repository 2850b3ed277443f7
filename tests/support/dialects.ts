import { parseChatParameters } from '../../gateway/src/chat/chatParameters.js';
import type { GatewayError } from '../../gateway/src/errors/gatewayError.js';
import type { ChatDialect, DialectCall } from '../../gateway/src/providers/chatDialect.js';

export type Json = Record<string, unknown>;

/** What every test asks that does not care. */
export const ASKED = { model: 'asked', messages: [{ role: 'user', content: 'Hi' }] };

export function parametersOf(body: Json) {
  return parseChatParameters(Buffer.from(JSON.stringify({ ...ASKED, ...body })));
}

export interface Sent extends DialectCall {
  readonly json: Json;
  readonly headerMap: Readonly<Record<string, string>>;
}

/** What a request becomes on its way to the provider. */
export async function sent(
  dialect: ChatDialect,
  body: Json,
  { model = 'its-model', drop = false }: { readonly model?: string; readonly drop?: boolean } = {}
): Promise<Sent> {
  const call = await dialect.request(parametersOf(body), model, { dropUnsupported: drop });
  return { ...call, json: JSON.parse(call.body.toString()) as Json, headerMap: headerMap(call.headers) };
}

export function headerMap(headers: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1] ?? '']] : [])));
}

/** The error that a request is refused with. */
export async function refused(dialect: ChatDialect, body: Json, options?: Parameters<typeof sent>[2]) {
  return sent(dialect, body, options).then(
    () => Promise.reject(new Error('It was not refused.')),
    (error: GatewayError) => error
  );
}

/** A whole answer, as clients get it. */
export function answered(dialect: ChatDialect, answer: unknown, asked: Json = {}): Json {
  const bytes = Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer));
  return JSON.parse(dialect.answer(bytes, parametersOf(asked)).toString()) as Json;
}

export interface Streamed {
  readonly chunks: readonly Json[];
  readonly deltas: readonly Json[];
  readonly finishReasons: readonly string[];
  readonly usage: unknown;
  readonly done: boolean;
  readonly unfinished: boolean;
}

/** A stream, as clients get it. @param cutAt bytes that come at once */
export function streamed(dialect: ChatDialect, bytes: Buffer, asked: Json = {}, cutAt = Infinity): Streamed {
  const translator = dialect.stream(parametersOf({ ...asked, stream: true }));
  const events: string[] = [];
  for (let at = 0; at < bytes.length; at += cutAt) {
    events.push(translator.push(bytes.subarray(at, Math.min(bytes.length, at + cutAt))).toString());
  }
  const data = events
    .join('')
    .split('\n\n')
    .filter((event) => event !== '')
    .map((event) => event.replace(/^data: /, ''));
  const chunks = data.filter((each) => each !== '[DONE]').map((each) => JSON.parse(each) as Json);
  const choices = chunks.flatMap((chunk) => chunk['choices'] as Json[]);
  return {
    chunks,
    deltas: choices.filter(({ finish_reason: reason }) => reason === null).map(({ delta }) => delta as Json),
    finishReasons: choices.flatMap(({ finish_reason: reason }) => (typeof reason === 'string' ? [reason] : [])),
    usage: chunks.at(-1)?.['usage'],
    done: data.at(-1) === '[DONE]',
    unfinished: translator.unfinished,
  };
}

/** Server-sent events; a name where the data has a `type` and the provider names its events. */
export function events(data: readonly unknown[]): Buffer {
  return Buffer.from(data.map((each) => `data: ${JSON.stringify(each)}\n\n`).join(''));
}

export function errorOf(dialect: ChatDialect, status: number, body: unknown, headers: Record<string, string> = {}) {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return dialect.readError({ kind: 'whole', status, headers, body: bytes });
}
