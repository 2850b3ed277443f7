import {
  CUSTOM,
  INPUT_TOKENS,
  OUTPUT_TOKENS,
  PICTURE,
  RERANKED,
  SECONDS,
  SOUND,
  TEXT,
  type WireAnswer,
  type WireRequest,
  hasCustomTools,
  json,
  stream,
} from './scenario.js';

const SPEAKING = TEXT.join('');
const USED = {
  input_tokens: INPUT_TOKENS,
  output_tokens: OUTPUT_TOKENS,
  total_tokens: INPUT_TOKENS + OUTPUT_TOKENS,
};

/** What servers of OpenAI's dialect have besides chat. */
export function openAiBeside({ path, body }: WireRequest): WireAnswer | undefined {
  const at = Object.keys(ANSWERS).find((each) => path.split('?')[0]?.endsWith(each));
  return at === undefined ? undefined : ANSWERS[at]?.(body);
}

interface Typed extends Readonly<Record<string, unknown>> {
  readonly type: string;
}

const typed = (events: readonly Typed[]) => stream('text', events, '', (event) => (event as Typed).type);

const ANSWERS: Readonly<Record<string, (body: WireRequest['body']) => WireAnswer>> = {
  '/embeddings': () =>
    json(200, {
      object: 'list',
      data: [{ object: 'embedding', index: 0, embedding: 'AACAPwAAAL8=' }],
      model: 'e',
      usage: { prompt_tokens: 3, total_tokens: 3 },
    }),
  '/rerank': () => json(200, RERANKED),
  '/moderations': () => json(200, { id: 'm1', model: 'm', results: [{ flagged: true, categories: {} }] }),
  '/responses': (body) => {
    const { model, stream: streamed } = body;
    const item = { type: 'message', id: 'm1', role: 'assistant' };
    if (hasCustomTools(body)) {
      const { id: call_id, ...called } = CUSTOM;
      const call = { type: 'custom_tool_call', id: 'ctc1', call_id, status: 'completed', ...called };
      return json(200, { id: 'r1', object: 'response', model, status: 'completed', output: [call], usage: USED });
    }
    const content = [{ type: 'output_text', text: SPEAKING, annotations: [] }];
    const response = {
      ...{ id: 'r1', object: 'response', model, status: 'completed' },
      ...{ output: [{ ...item, status: 'completed', content }], usage: USED },
    };
    const begun = { ...response, status: 'in_progress', output: [], usage: null };
    const place = { item_id: 'm1', output_index: 0, content_index: 0 };
    return streamed !== true
      ? json(200, response)
      : typed([
          { type: 'response.created', response: begun },
          { type: 'response.output_item.added', output_index: 0, item: { ...item, content: [] } },
          { type: 'response.content_part.added', ...place, part: { ...content[0], text: '' } },
          ...TEXT.map((delta) => ({ type: 'response.output_text.delta', ...place, delta })),
          { type: 'response.completed', response },
        ]);
  },
  '/images/generations': ({ stream: streamed }) =>
    streamed === true
      ? typed([
          { type: 'image_generation.partial_image', b64_json: 'cGFydA==', partial_image_index: 0 },
          { type: 'image_generation.completed', b64_json: PICTURE, usage: USED },
        ])
      : json(200, { created: 1, data: [{ b64_json: PICTURE }], usage: USED }),
  '/audio/speech': ({ stream_format: format }) =>
    format === 'sse'
      ? typed([
          { type: 'speech.audio.delta', audio: SOUND.toString('base64') },
          { type: 'speech.audio.done', usage: USED },
        ])
      : { status: 200, headers: { 'content-type': 'audio/mpeg' }, pieces: [SOUND] },
  '/audio/transcriptions': ({ stream: streamed }) =>
    streamed === 'true'
      ? typed([
          ...TEXT.map((delta) => ({ type: 'transcript.text.delta', delta })),
          { type: 'transcript.text.done', text: SPEAKING, usage: { type: 'tokens', ...USED } },
        ])
      : json(200, { text: SPEAKING, usage: { type: 'duration', seconds: SECONDS } }),
};
