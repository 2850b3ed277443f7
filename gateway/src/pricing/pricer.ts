import type { Cost, TokenUsage } from '../usage/event.js';

/**
 * What a use costs at a time (epoch milliseconds), at the provider's batch price if asked for; undefined when the price
 * of something that was used is not known. Never negative, and never a guess.
 */
export type Pricer = (tokens: TokenUsage, at: number, batch?: boolean) => Cost | undefined;

/** The price of what nobody has a price for. */
export const unpriced: Pricer = () => undefined;
