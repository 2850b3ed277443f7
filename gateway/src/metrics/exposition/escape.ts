/** A label's value between quotes, in either format. */
export function escapeValue(text: string): string {
  return /[\\"\n]/.test(text) ? text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n') : text;
}

/** A help text, in either format: Prometheus leaves `\"` in 0.0.4 as it is, so there is none. */
export function escapeHelp(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n');
}
