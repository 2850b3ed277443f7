import type { SimulatedOperation } from './operation.js';
import { typedEvents } from './typedEvents.js';

const SAYS = 'This transcript comes from the simulated provider of LLM Gateway, not from a model.';
/** Bytes of a second of compressed speech. */
const BYTES_PER_SECOND = 8_000;

/** The same sentence for every sound, which is taken to be as long as its bytes say. */
export const transcriptions: SimulatedOperation = {
  path: '/audio/transcriptions',
  read(body) {
    const form = Buffer.isBuffer(body) ? body.toString('latin1') : '';
    const [format, stream] = [field(form, 'response_format'), field(form, 'stream') === 'true'];
    const fields = { response_format: format, stream, bytes: form.length };
    const model = field(form, 'model');
    return model === undefined ? undefined : { model, fields };
  },
  answer({ fields: { response_format: format = 'json', stream, bytes } }) {
    const seconds = Math.ceil(Number(bytes) / BYTES_PER_SECOND);
    const tokens = seconds;
    const usage = { type: 'duration', seconds };
    if (stream === true) {
      const words = SAYS.split(/(?<= )/);
      return typedEvents(tokens, [
        ...words.map((delta) => ({ type: 'transcript.text.delta', delta })),
        { type: 'transcript.text.done', text: SAYS, usage },
      ]);
    }
    switch (format) {
      case 'text':
        return { tokens, type: 'text/plain; charset=utf-8', body: `${SAYS}\n` };
      case 'srt':
        return {
          tokens,
          type: 'text/plain; charset=utf-8',
          body: `1\n00:00:00,000 --> ${time(seconds)},000\n${SAYS}\n\n`,
        };
      case 'vtt':
        return {
          tokens,
          type: 'text/vtt; charset=utf-8',
          body: `WEBVTT\n\n00:00:00.000 --> ${time(seconds)}.000\n${SAYS}\n\n`,
        };
      case 'verbose_json':
        return {
          tokens,
          body: { task: 'transcribe', language: 'english', duration: seconds, text: SAYS, segments: [] },
        };
      default:
        return { tokens, body: { text: SAYS, usage } };
    }
  },
};

function field(form: string, name: string): string | undefined {
  return new RegExp(`name="${name}"\\r\\n(?:[^\\r\\n]+\\r\\n)*\\r\\n([^\\r\\n]*)\\r\\n`).exec(form)?.[1];
}

function time(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 19);
}
