import type { ChatDialect } from '../chatDialect.js';
import { Unsupported } from '../unsupported.js';
import { readAnswer } from './answer.js';
import { authorizer } from './authorize.js';
import { readBedrockError } from './readError.js';
import { converse } from './request.js';
import type { BedrockSettings } from './settings.js';
import { BedrockStream } from './stream.js';

/** AWS Bedrock's Converse and ConverseStream. */
export function bedrockDialect(settings: BedrockSettings): ChatDialect {
  const { provider, basePath } = settings;
  const authorize = authorizer(settings);
  return {
    streamType: 'application/vnd.amazon.eventstream',
    async request({ body, stream }, model, { dropUnsupported }) {
      const unsupported = new Unsupported(provider, dropUnsupported);
      const request = Buffer.from(JSON.stringify(converse(body, { provider, model, unsupported })));
      const path = `${basePath}/model/${encodeURIComponent(model)}/${stream ? 'converse-stream' : 'converse'}`;
      return { path, headers: await authorize(path, request), body: request, dropped: unsupported.dropped };
    },
    answer: (body, { model }) => readAnswer(body, { provider, model }),
    stream: ({ model }) => new BedrockStream({ provider, model }),
    readError: (answer) => readBedrockError(provider, answer),
  };
}
