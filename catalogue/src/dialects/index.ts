import { genai } from './genai.js';
import { inferenceGateway } from './inferenceGateway.js';
import { litellm } from './litellm.js';
import type { Dialect } from './view.js';

/** What `metrics.dialects` can switch on besides `native`. */
export const dialects: readonly Dialect[] = [litellm, inferenceGateway, genai];
