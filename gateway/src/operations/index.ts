import { chat } from './chat.js';

/** All that clients can ask for. */
export const OPERATIONS = { chat } as const;
