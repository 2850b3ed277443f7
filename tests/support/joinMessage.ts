import { integer } from './random.js';
import { type Fields, isObject } from '../../gateway/src/chat/completion/fields.js';
import { readEvents } from '../../gateway/src/chat/events/readEvents.js';

/** The message that a stream of Anthropic's amounts to, as its clients put it together. */
export function joinMessage(stream: string): Fields {
  let message: Fields = {};
  const inputs = new Map<unknown, string>();
  const openBlocks = new Set<unknown>();
  for (const { name, data } of readEvents(Buffer.from(stream))) {
    const event = JSON.parse(data) as Fields;
    expect(event['type']).toBe(name);
    const content = message['content'] as Fields[];
    const { index, delta } = event as { index: number; delta: Fields };
    switch (name) {
      case 'message_start':
        message = event['message'] as Fields;
        break;
      case 'content_block_start':
        expect(index).toBe(content.length);
        expect(openBlocks.size).toBe(0);
        openBlocks.add(index);
        content.push({ ...(event['content_block'] as Fields) });
        break;
      case 'content_block_delta':
        addDelta(content[index] as Fields, delta, (piece) => inputs.set(index, (inputs.get(index) ?? '') + piece));
        break;
      case 'content_block_stop':
        expect(openBlocks.delete(index)).toBe(true);
        break;
      case 'message_delta':
        Object.assign(message, delta, { usage: { ...(message['usage'] as Fields), ...(event['usage'] as Fields) } });
        break;
      default:
        expect(name).toBe('message_stop');
        inputs.forEach((json, at) => ((content[at as number] as Fields)['input'] = JSON.parse(json)));
        return message;
    }
  }
  throw new Error('the stream has no end');
}

function addDelta(block: Fields, delta: Fields, addInput: (piece: string) => void): void {
  const { type, partial_json: json, ...fields } = delta;
  expect(isObject(block)).toBe(true);
  if (type === 'input_json_delta') {
    addInput(String(json));
    return;
  }
  Object.entries(fields).forEach(([name, piece]) => (block[name] = String(block[name] ?? '') + String(piece)));
}

/** A stream in groups of whole events, as a relay hands them on. */
export function groups(stream: string, random: () => number): Buffer[] {
  const events = stream.split('\n\n').slice(0, -1);
  const grouped: Buffer[] = [];
  while (events.length > 0) {
    grouped.push(Buffer.from(`${events.splice(0, integer(random, 1, 4)).join('\n\n')}\n\n`));
  }
  return grouped;
}
