import type { Cost, TokenUsage } from './event.js';

/** What a deployment's tokens cost at a time (epoch milliseconds); undefined when their price is not known. */
export type Pricer = (tokens: TokenUsage, at: number) => Cost | undefined;
