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
/** What a tool of the client's own is called with. */
export const CUSTOM = { id: 'callCCCC3', name: 'run', input: 'aaa' } as const;
/** An image, in base64. */
export const PICTURE = 'bWFya2VkUGljdHVyZQ==';
/** A sound, and how long another one was that was listened to. */
export const SOUND = Buffer.from('marked sound');
export const SECONDS = 12;
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
  /** Whether it has words of its own, and does not speak OpenAI's dialect. */
  readonly own: boolean;
  answer(scenario: Scenario, request: WireRequest): WireAnswer;
}

/** What is asked is refused, each in the provider's own way. */
export type Refusals = Readonly<Record<'limited' | 'tooLong' | 'refusedKey', WireAnswer>>;

export interface WireParts {
  readonly own?: boolean;
  readonly refusals: Refusals;
  /** Answers to what is no chat. */
  readonly beside?: (scenario: Scenario, request: WireRequest) => WireAnswer | undefined;
  readonly chat: (scenario: Scenario, request: WireRequest) => WireAnswer;
}

export function wire({ own = true, refusals, beside, chat }: WireParts): Wire {
  return {
    own,
    answer(scenario, request) {
      const refusal = scenario in refusals ? refusals[scenario as keyof Refusals] : undefined;
      return beside?.(scenario, request) ?? refusal ?? chat(scenario, request);
    },
  };
}

export interface WireRequest {
  readonly path: string;
  /** Fields of JSON, or of a form. */
  readonly body: Readonly<Record<string, unknown>>;
}

export function hasCustomTools({ tools }: WireRequest['body']): boolean {
  return Array.isArray(tools) && tools.some((tool) => (tool as { type?: unknown }).type === 'custom');
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
