import { ConfigSchema } from './schema.js';

/**
 * The schema for editors and other tools: a key with a default may be left out. Ajv fills defaults in before it looks
 * at `required`, other validators do not.
 */
export function publishedSchema(): object {
  return withoutDefaulted(ConfigSchema) as object;
}

/** A schema as one that does not fill in defaults reads it. */
export function withoutDefaulted(node: unknown): unknown {
  if (Array.isArray(node)) {
    return node.map(withoutDefaulted);
  }
  if (typeof node !== 'object' || node === null) {
    return node;
  }
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutDefaulted(value)]));
  const { required, properties } = node as { required?: unknown; properties?: Record<string, { default?: unknown }> };
  if (Array.isArray(required) && properties !== undefined) {
    copy['required'] = required.filter((key: string) => properties[key]?.default === undefined);
  }
  return copy;
}
