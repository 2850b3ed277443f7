/** With thousands separators and no rounding: a ledger is exact. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat('en-US').format(count);
}
