/** What a rate (per second) comes to in some seconds. */
export function during(seconds: number, rate: string): string {
  return `${seconds} * ${rate}`;
}
