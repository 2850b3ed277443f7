import { chance, integer, pick } from './random.js';
import type { Fields } from '../../gateway/src/chat/completion/fields.js';

type Random = () => number;

const TEXTS = ['Hello there', 'a\n\nb', 'data: {}\n\n', '🐘 zażółć', '"\\'];
const PNG = 'iVBORw0KGgo=';

const text = (random: Random) => pick(random, TEXTS);
const list = (random: Random, least: number, most: number, make: (index: number) => Fields) =>
  Array.from({ length: integer(random, least, most) }, (_none, index) => make(index));
const marked = (random: Random, block: Fields): Fields =>
  chance(random, 0.2) ? { ...block, cache_control: { type: 'ephemeral', ttl: '1h' } } : block;

function source(random: Random, media: string): Fields {
  return chance(random, 0.5)
    ? { type: 'base64', media_type: media, data: PNG }
    : { type: 'url', url: `https://example.com/${integer(random, 0, 9)}` };
}

function spoken(random: Random): Fields {
  const make = pick(random, [
    () => ({ type: 'text', text: text(random) }),
    () => ({ type: 'image', source: source(random, 'image/png') }),
    () => ({ type: 'document', source: source(random, 'application/pdf'), title: 'a.pdf' }),
    () => ({ type: 'document', source: { type: 'text', media_type: 'text/plain', data: text(random) } }),
  ]);
  return marked(random, make());
}

/** Blocks of an answer, in the order in which Anthropic gives them. */
export function randomAnswer(random: Random, turn = 0): Fields[] {
  const thinking = list(random, 0, 2, () =>
    chance(random, 0.3)
      ? { type: 'redacted_thinking', data: 'x' }
      : { type: 'thinking', thinking: text(random), signature: `s${integer(random, 0, 99)}` }
  );
  const said = chance(random, 0.7) ? [{ type: 'text', text: text(random) }] : [];
  const calls = list(random, said.length === 0 ? 1 : 0, 3, (index) => ({
    type: 'tool_use',
    id: `toolu_${turn}_${index}`,
    name: pick(random, ['f', 'g']),
    input: chance(random, 0.3) ? {} : { [text(random)]: text(random), deep: { n: [integer(random, 0, 9)] } },
  }));
  return [...thinking, ...said, ...calls];
}

function results(random: Random, answer: readonly Fields[]): Fields[] {
  return answer
    .filter(({ type }) => type === 'tool_use')
    .map(({ id }) =>
      marked(random, {
        type: 'tool_result',
        tool_use_id: id,
        // A list of one plain text is the same as the text.
        content: chance(random, 0.5) ? text(random) : [{ type: 'text', text: text(random) }, spoken(random)],
        ...(chance(random, 0.2) ? { is_error: true } : {}),
      })
    );
}

/** A request of Anthropic's Messages API, with all contents as blocks. */
export function randomRequest(random: Random): Fields {
  const messages: Fields[] = [{ role: 'user', content: list(random, 1, 3, () => spoken(random)) }];
  for (let turn = 0; turn < integer(random, 0, 3); turn++) {
    const answer = randomAnswer(random, turn);
    messages.push(
      { role: 'assistant', content: answer.map((block) => ('input' in block ? marked(random, block) : block)) },
      { role: 'user', content: [...results(random, answer), ...list(random, 1, 2, () => spoken(random))] }
    );
  }
  const tools = list(random, 0, 2, (index) =>
    marked(random, {
      name: `f${index}`,
      description: text(random),
      input_schema: { type: 'object', properties: { a: { type: 'string' } } },
    })
  );
  const single = chance(random, 0.5) ? { disable_parallel_tool_use: true } : {};
  const choice = pick(random, [
    { type: 'auto', ...single },
    { type: 'any', ...single },
    { type: 'tool', name: 'f0', ...single },
    { type: 'none' },
  ]);
  return {
    model: 'claude-sonnet-4-5',
    max_tokens: integer(random, 4_000, 9_000),
    messages,
    ...some(random, { system: list(random, 1, 2, () => marked(random, { type: 'text', text: text(random) })) }),
    ...(tools.length === 0 ? {} : { tools, ...some(random, { tool_choice: choice }) }),
    ...some(random, { stop_sequences: ['END', '\n\nHuman:'] }),
    ...some(random, { top_p: 0.5 }),
    ...some(random, { metadata: { user_id: 'ada' } }),
    ...some(random, { service_tier: pick(random, ['auto', 'standard_only']) }),
    ...some(random, { thinking: { type: 'enabled', budget_tokens: integer(random, 1_024, 3_999) } }),
    ...some(random, {
      output_config: pick(random, [
        { effort: 'max' },
        { format: { type: 'json_schema', schema: { type: 'object', additionalProperties: false } } },
      ]),
    }),
    ...some(random, { stream: true }),
  };
}

function some(random: Random, fields: Fields): Fields {
  return chance(random, 0.4) ? fields : {};
}
