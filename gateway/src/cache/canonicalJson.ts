/** Values within each other; what is nested deeper is not worth the stack. */
const MAX_DEPTH = 200;

/** JSON in which the order of an object's fields makes no difference; undefined where it is nested too deep. */
export function canonicalJson(value: unknown, depth = 0): string | undefined {
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  if (depth === MAX_DEPTH) {
    return undefined;
  }
  const parts: string[] = [];
  if (Array.isArray(value)) {
    for (const item of value) {
      const part = canonicalJson(item, depth + 1);
      if (part === undefined) {
        return undefined;
      }
      parts.push(part);
    }
    return `[${parts.join(',')}]`;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(fields).sort()) {
    const part = canonicalJson(fields[name], depth + 1);
    if (part === undefined) {
      return undefined;
    }
    parts.push(`${JSON.stringify(name)}:${part}`);
  }
  return `{${parts.join(',')}}`;
}
