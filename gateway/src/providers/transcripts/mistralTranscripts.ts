import type { StreamTranslation } from '../provider.js';
import { textOf } from '../translate/json.js';
import { TranscriptStream } from './transcriptStream.js';

/** Mistral's events say `transcription.` where OpenAI's say `transcript.`. */
export function mistralTranscripts(provider: string): StreamTranslation {
  return {
    type: 'text/event-stream',
    translator: () =>
      new TranscriptStream(provider, ({ type, text, usage, start, end, speaker_id: speaker }) => {
        switch (type) {
          case 'transcription.text.delta':
            return { delta: textOf(text) };
          case 'transcription.segment':
            return { segment: { start, end, text, ...(speaker == null ? {} : { speaker }) } };
          case 'transcription.done':
            return { usage, done: true };
          default:
            return undefined;
        }
      }),
  };
}
