/** The largest of an expression's series. */
export function top(count: number, expression: string): string {
  return `topk(${count}, ${expression})`;
}
