/** Models that a key, team or user may ask for. */
export interface ModelPatterns {
  /** As configured; `*` stands for anything. */
  readonly patterns: readonly string[];
  allows(model: string): boolean;
}

export function modelPatterns(patterns: readonly string[]): ModelPatterns {
  const whole = new Set(patterns.filter((pattern) => !pattern.includes('*')));
  const parts = patterns.filter((pattern) => pattern.includes('*')).map((pattern) => pattern.split('*'));
  return { patterns, allows: (model) => whole.has(model) || parts.some((each) => matches(model, each)) };
}

/**
 * Whether a text consists of these parts with anything between them. Not by a regular expression: the text is the
 * client's, and several `.*` in a row take a time that grows with a power of its length.
 */
function matches(text: string, parts: readonly string[]): boolean {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) {
    return false;
  }
  const end = text.length - last.length;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const at = text.indexOf(part, from);
    if (at < 0 || at + part.length > end) {
      return false;
    }
    from = at + part.length;
  }
  return true;
}
