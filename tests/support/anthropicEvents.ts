import { chance, integer } from './random.js';
import type { Fields } from '../../gateway/src/chat/completion/fields.js';
import { writeEvent } from '../../gateway/src/chat/events/writeEvent.js';

type Random = () => number;

export const usage = { input_tokens: 3, cache_read_input_tokens: 2, cache_creation_input_tokens: 0, output_tokens: 5 };
export const head = { id: 'msg_1', type: 'message', role: 'assistant', model: 'claude-sonnet-4-5' };

/** As Anthropic streams a message, its blocks cut into pieces anywhere. */
export function eventsOf(message: Fields, random: Random): string {
  const { content, stop_reason, stop_sequence } = message as { content: Fields[] } & Fields;
  const events: object[] = [
    {
      type: 'message_start',
      message: { ...head, content: [], stop_reason: null, usage: { ...usage, output_tokens: 1 } },
    },
    { type: 'ping' },
    ...content.flatMap((block, index) => [
      { type: 'content_block_start', index, content_block: beginning(block) },
      ...pieces(block, random).map((delta) => ({ type: 'content_block_delta', index, delta })),
      { type: 'content_block_stop', index },
    ]),
    { type: 'message_delta', delta: { stop_reason, stop_sequence }, usage: { output_tokens: 5, input_tokens: null } },
    { type: 'message_stop' },
  ];
  return events.map((event) => writeEvent(event, (event as { type: string }).type)).join('');
}

function beginning(block: Fields): Fields {
  switch (block['type']) {
    case 'text':
      return { type: 'text', text: '' };
    case 'thinking':
      return { type: 'thinking', thinking: '', signature: '' };
    case 'tool_use':
      return { ...block, input: {} };
    default:
      return block;
  }
}

function pieces(block: Fields, random: Random): Fields[] {
  const { type, text, thinking, signature, input } = block;
  switch (type) {
    case 'text':
      return cut(String(text), random).map((piece) => ({ type: 'text_delta', text: piece }));
    case 'thinking':
      return [
        ...cut(String(thinking), random).map((piece) => ({ type: 'thinking_delta', thinking: piece })),
        { type: 'signature_delta', signature },
      ];
    case 'tool_use':
      return Object.keys(input as Fields).length === 0 && chance(random, 0.5)
        ? []
        : ['', ...cut(JSON.stringify(input), random)].map((piece) => ({
            type: 'input_json_delta',
            partial_json: piece,
          }));
    default:
      return [];
  }
}

function cut(text: string, random: Random): string[] {
  const letters = [...text];
  const parts: string[] = [];
  while (letters.length > 0) {
    parts.push(letters.splice(0, integer(random, 1, 6)).join(''));
  }
  return parts;
}
