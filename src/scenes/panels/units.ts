/** Grafana has no unit for tokens: an SI one of our own, so that it reads `1.2 ktok/s`. */
export const TOKENS_PER_SECOND = 'si:tok/s';
