import { type SimulatedOperation, readJson } from './operation.js';
import { tone } from './wav.js';

const SECONDS_PER_CHARACTER = 0.06;
const LONGEST_SECONDS = 5;

/** A tone, as long as it would take to say the text. */
export const speech: SimulatedOperation = {
  path: '/audio/speech',
  read: readJson,
  answer({ fields: { input } }) {
    const characters = String(input).length;
    return {
      tokens: Math.ceil(characters / 4),
      type: 'audio/wav',
      body: tone(Math.min(characters * SECONDS_PER_CHARACTER, LONGEST_SECONDS), 220),
    };
  },
};
