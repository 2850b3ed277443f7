import { decode } from 'gpt-tokenizer/encoding/o200k_base';

import { encodeText } from '../usage/estimate.js';

/** Sentences the simulator speaks in; about what it is for, so that a reader is not misled. */
const SENTENCES = [
  'This answer comes from the simulated provider of LLM Gateway, not from a model.',
  'Its words are chosen by a hash of your messages, so the same question gets the same answer.',
  'Latency, speed and failures follow the behaviour that its configuration describes.',
  'The tokens are counted with a real tokenizer, and so the costs on the pages add up.',
  'Use it to try routing, budgets and alerts before real providers are connected.',
  'Every request ends in one usage event that feeds the ledger, the metrics and the budgets.',
  'A provider that slows down shows first in the time to first token.',
  'An alert that nobody has ever seen fire is a guess, so break this provider and watch.',
];

/** The token texts of an answer to a seed, always the same ones; their concatenation is the answer. */
export function answerTokens(seed: string, length: number): readonly string[] {
  const next = randomFrom(seed);
  const ids: number[] = [];
  while (ids.length < length) {
    const sentence = SENTENCES[next() % SENTENCES.length] ?? '';
    ids.push(...encodeText(ids.length === 0 ? sentence : ` ${sentence}`));
  }
  return ids.slice(0, length).map((id) => decode([id]));
}

/** FNV-1a for the seed, then a linear congruential generator: enough to pick sentences by. */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index++) {
    state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193);
  }
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
}
