/** An expression without labels that is 0, not absent, while its series do not exist yet. */
export function orZero(expression: string): string {
  return `${expression} or vector(0)`;
}
