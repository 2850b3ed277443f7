type Json = Readonly<Record<string, unknown>>;

/** JSON Merge Patch (RFC 7396): null takes a field out, objects are merged, anything else is replaced. */
export function mergePatch(target: Json, patch: Json): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...target };
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) {
      delete merged[field];
    } else if (isObject(value)) {
      const before = merged[field];
      merged[field] = mergePatch(isObject(before) ? before : {}, value);
    } else {
      merged[field] = value;
    }
  }
  return merged;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
