import { type SimulatedOperation, readJson } from './operation.js';
import { typedEvents } from './typedEvents.js';
import { tone } from './wav.js';

const SECONDS_PER_CHARACTER = 0.06;
const LONGEST_SECONDS = 5;

/** Tokens of a second of speech. */
const TOKENS_PER_SECOND = 20;
/** Bytes of sound in one event. */
const PIECE_BYTES = 16_384;

/** A tone, as long as it would take to say the text. */
export const speech: SimulatedOperation = {
  path: '/audio/speech',
  read: readJson,
  answer({ fields: { input, stream_format: format } }) {
    const characters = String(input).length;
    const tokens = Math.ceil(characters / 4);
    const seconds = Math.min(characters * SECONDS_PER_CHARACTER, LONGEST_SECONDS);
    const sound = tone(seconds, 220);
    if (format !== 'sse') {
      return { tokens, type: 'audio/wav', body: sound };
    }
    const output = Math.ceil(seconds * TOKENS_PER_SECOND);
    const pieces = Array.from({ length: Math.ceil(sound.length / PIECE_BYTES) }, (_none, index) =>
      sound.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES)
    );
    return typedEvents(tokens, [
      ...pieces.map((piece) => ({ type: 'speech.audio.delta', audio: piece.toString('base64') })),
      {
        type: 'speech.audio.done',
        usage: { input_tokens: tokens, output_tokens: output, total_tokens: tokens + output },
      },
    ]);
  },
};
