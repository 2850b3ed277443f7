import { chat } from './chat.js';
import { completions } from './completions.js';
import { countTokens } from './countTokens.js';
import { embeddings } from './embeddings.js';
import { images } from './images.js';
import { messages } from './messages.js';
import { moderations } from './moderations.js';
import type { OperationName } from './name.js';
import type { Operation } from './operation.js';
import { rerank } from './rerank.js';
import { responses } from './responses.js';
import { speech } from './speech.js';
import { transcriptions } from './transcriptions.js';

/** All that clients can ask for. */
export const OPERATIONS = {
  chat,
  completions,
  embeddings,
  responses,
  messages,
  count_tokens: countTokens,
  images,
  speech,
  transcriptions,
  moderations,
  rerank,
} as const satisfies Readonly<Record<OperationName, Operation>>;
