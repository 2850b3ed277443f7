/** Dollars to read: cents, and of less than a dollar as many places as three of its digits take. */
export function formatUsd(usd: number): string {
  const size = Math.abs(usd);
  const places = size === 0 || size >= 1 ? 2 : Math.max(2, 2 - Math.floor(Math.log10(size)));
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: Math.min(places, 9) };
  return new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', ...digits }).format(usd);
}

/** Whole nano-dollars as dollars, to the last place: `$0.000750000`. */
export function exactUsd(nanoUsd: number): string {
  const digits = String(Math.abs(nanoUsd)).padStart(10, '0');
  return `${nanoUsd < 0 ? '-' : ''}$${digits.slice(0, -9)}.${digits.slice(-9)}`;
}
