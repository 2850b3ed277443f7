type Document = Readonly<Record<string, unknown>>;

/** One field that a change touched. */
export interface ChangedField {
  /** e.g. `timeouts.total_ms`. */
  readonly field: string;
  /** Undefined where it was not there before, or is no longer. */
  readonly before: unknown;
  readonly after: unknown;
}

/** What differs between a document and what became of it, field by field. Lists are compared as a whole. */
export function changedFields(before: Document | null, after: Document | null): ChangedField[] {
  return differences(before ?? {}, after ?? {}, '');
}

function differences(before: Document, after: Document, prefix: string): ChangedField[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const [was, is] = [before[name], after[name]];
    const field = `${prefix}${name}`;
    if (isDocument(was) && isDocument(is)) {
      return differences(was, is, `${field}.`);
    }
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ field, before: was, after: is }];
  });
}

function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const LONGEST = 120;

/** A value as it is written in the configuration; a long one only in part. */
export function valueText(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
