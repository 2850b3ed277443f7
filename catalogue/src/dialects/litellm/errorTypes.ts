import { NONE } from './labels.js';

/** The error types of the two guides to LiteLLM: they are OpenAI's, and know one cause of a refused credential. */
export const GUIDE_ERROR_TYPES = {
  none: NONE,
  provider_authentication_error: 'authentication_error',
} as const;
