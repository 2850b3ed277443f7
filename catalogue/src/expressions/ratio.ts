/** One expression over another with the same labels: 0, not absent, where the first has no series; absent over nothing. */
export function ratio(part: string, whole: string): string {
  return `(${part} or 0 * ${whole}) / (${whole} > 0)`;
}
