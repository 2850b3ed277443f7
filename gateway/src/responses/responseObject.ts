import { type Fields, isObject } from '../chat/completion/fields.js';
import { toUsage } from './usage.js';

/** Ids of a response and its items, all after that of the chat completion. */
export function idOf(kind: 'resp' | 'msg' | 'rs' | 'fc' | 'ctc', completion: unknown, index?: number): string {
  const bare = String(completion).replace(/^chatcmpl-/, '');
  return `${kind}_${bare}${index === undefined ? '' : `_${index}`}`;
}

export interface ResponseParts {
  /** Of the chat completion: its id, model and time. */
  readonly head: Fields;
  /** Why it ended; undefined while it goes on. */
  readonly finish: unknown;
  readonly output: readonly Fields[];
  readonly usage: unknown;
}

/** A response, with what the request said of it. @param body of the request */
export function responseObject({ head, finish, output, usage }: ResponseParts, body: Fields): Fields {
  const { reasoning, text } = body;
  const cut = CUT[String(finish)];
  return {
    id: idOf('resp', head['id']),
    object: 'response',
    created_at: head['created'] ?? Math.floor(Date.now() / 1000),
    status: finish === undefined ? 'in_progress' : cut === undefined ? 'completed' : 'incomplete',
    background: false,
    error: null,
    incomplete_details: cut === undefined ? null : { reason: cut },
    instructions: body['instructions'] ?? null,
    max_output_tokens: body['max_output_tokens'] ?? null,
    metadata: body['metadata'] ?? {},
    model: head['model'] ?? body['model'],
    output,
    parallel_tool_calls: body['parallel_tool_calls'] ?? true,
    previous_response_id: null,
    reasoning: { effort: null, summary: null, ...(isObject(reasoning) ? reasoning : {}) },
    service_tier: head['service_tier'] ?? 'default',
    store: false,
    temperature: body['temperature'] ?? null,
    text: { format: { type: 'text' }, ...(isObject(text) ? text : {}) },
    tool_choice: body['tool_choice'] ?? 'auto',
    tools: body['tools'] ?? [],
    top_p: body['top_p'] ?? null,
    truncation: 'disabled',
    usage: toUsage(usage),
    user: body['user'] ?? null,
  };
}

/** Why an answer is not complete, by its finish reason. */
const CUT: Readonly<Record<string, string>> = { length: 'max_output_tokens', content_filter: 'content_filter' };

/** Whether the client wants back what it has to send again for the model to go on with its thinking. */
export function wantsSealedThinking({ include }: Fields): boolean {
  return Array.isArray(include) && include.includes('reasoning.encrypted_content');
}
