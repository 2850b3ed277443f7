import type { StreamTranslation } from '../provider.js';
import { fieldsOf, objectsOf, textOf } from '../translate/json.js';
import { TranscriptStream } from './transcriptStream.js';

/** vLLM streams transcripts as it streams chats: in chunks, up to `[DONE]`. */
export function vllmTranscripts(provider: string): StreamTranslation {
  return {
    type: 'text/event-stream',
    translator: () =>
      new TranscriptStream(provider, ({ choices, usage }) => {
        const [choice] = objectsOf(choices);
        return { delta: textOf(fieldsOf(choice?.['delta'])['content']), usage };
      }),
  };
}
