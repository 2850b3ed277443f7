/** Used share of something of which one expression says the size and another what is left, 0 to 1. */
export function used(size: string, left: string): string {
  return `1 - ${left} / (${size} > 0)`;
}
