const SHORT = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

/** A number of things, short: 1.2K, 3M. */
export function count(number: number): string {
  return SHORT.format(number);
}
