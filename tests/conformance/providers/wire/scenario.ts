/** What an upstream is to answer; a client asks for it by writing `scenario:NAME` somewhere in its question. */
export const SCENARIOS = [
  'text',
  'calls',
  'thoughts',
  'cached',
  'logprobs',
  'limited',
  'tooLong',
  'refusedKey',
  'broken',
  'page',
  'truncated',
] as const;
export type Scenario = (typeof SCENARIOS)[number];

/** What every answer says, in pieces, and what it used. */
export const TEXT = ['Hé', 'llo', ' there.'];
export const THOUGHT = 'Let me think.';
export const CALLS = [
  { id: 'callAAAA1', name: 'weather', arguments: '{"city":"Bern"}' },
  { id: 'callBBBB2', name: 'weather', arguments: '{"city":"Rome"}' },
] as const;
export const INPUT_TOKENS = 100;
export const CACHED_TOKENS = 60;
export const OUTPUT_TOKENS = 20;
export const RETRY_AFTER_S = 7;
/** An answer of rerank, in the shape that all share who have it. */
export const RERANKED = { id: 'k1', results: [{ index: 1, relevance_score: 0.75 }] };

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Written one after the other. */
  readonly pieces: ReadonlyArray<Buffer | string>;
  /** Whether the connection is cut behind them. */
  readonly cut?: boolean;
}

/** How a provider answers in its own words. */
export interface Wire {
  answer(scenario: Scenario, request: WireRequest): WireAnswer;
}

export interface WireRequest {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): WireAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, pieces: [JSON.stringify(body)] };
}

/** Server-sent events; a stream of the scenario `broken` is cut after the first. */
export function stream(
  scenario: Scenario,
  events: readonly unknown[],
  end = '',
  name?: (event: unknown) => string
): WireAnswer {
  const pieces = events.map((event) => {
    const named = name === undefined ? '' : `event: ${name(event)}\n`;
    return `${named}data: ${JSON.stringify(event)}\n\n`;
  });
  const headers = { 'content-type': 'text/event-stream' };
  return scenario === 'broken'
    ? { status: 200, headers, pieces: pieces.slice(0, 2), cut: true }
    : { status: 200, headers, pieces: [...pieces, ...(end === '' ? [] : [end])] };
}
