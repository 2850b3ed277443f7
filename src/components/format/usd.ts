const WHOLE_CENTS = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const SMALL = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumSignificantDigits: 3 });

/** An amount of US dollars; what a request costs is often less than a cent. */
export function usd(amount: number): string {
  return amount !== 0 && Math.abs(amount) < 0.1 ? SMALL.format(amount) : WHOLE_CENTS.format(amount);
}
