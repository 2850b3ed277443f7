import { embeddings } from './embeddings.js';
import { images } from './images.js';
import { moderations } from './moderations.js';
import type { SimulatedOperation } from './operation.js';
import { rerank } from './rerank.js';
import { speech } from './speech.js';
import { transcriptions } from './transcriptions.js';

/** All that simulated providers do besides completing texts. */
export const OTHER_OPERATIONS: readonly SimulatedOperation[] = [
  embeddings,
  images,
  speech,
  transcriptions,
  moderations,
  rerank,
];
