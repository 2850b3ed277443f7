/** Groups whose windows are hours long: nothing in them changes within seconds, and each evaluation reads much. */
const SLOW: ReadonlySet<string> = new Set(['llm-gateway-budgets', 'llm-gateway-cost', 'llm-gateway-usage']);

/** How often the rules of a group are evaluated, as a duration. */
export function groupInterval(group: string): string {
  return SLOW.has(group) ? '1m' : '10s';
}
