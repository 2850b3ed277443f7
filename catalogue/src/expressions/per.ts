/** One expression for each of another with the same labels, e.g. cost for each request; absent over nothing. */
export function per(amount: string, each: string): string {
  return `${amount} / (${each} > 0)`;
}
