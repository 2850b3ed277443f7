import { appendText } from './append.js';
import type { Fields } from './fields.js';

/**
 * Adds blocks of thinking, or pieces of them, to those of a message. A signature ends the block whose text came in
 * pieces; every other kind of block comes whole.
 */
export function joinThinking(message: Fields, parts: readonly Fields[]): true {
  const blocks = (message['thinking_blocks'] ??= []) as Fields[];
  parts.forEach(({ type, thinking, signature, ...rest }) => {
    const last = blocks.at(-1);
    const goesOn = type === 'thinking' && last?.['type'] === type && last['signature'] === undefined;
    const block = goesOn ? last : { type, ...rest };
    if (typeof thinking === 'string') {
      appendText(block, 'thinking', thinking);
    }
    if (signature !== undefined) {
      block['signature'] = signature;
    }
    if (!goesOn) {
      blocks.push(block);
    }
  });
  return true;
}
