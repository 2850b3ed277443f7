// The gateway's OpenAPI document writes each schema out wherever it is used. Named once, they become types with names,
// and a twentieth of the text.

/** @typedef {Record<string, unknown>} Node */

/** Shorter schemas stay where they are: a name would say less than they do. */
const SHORTEST = 200;

/**
 * The document with each object schema that occurs more than once moved to `components.schemas`.
 *
 * @param {Node} document @returns {Node}
 */
export function namedSchemas(document) {
  const places = placesOf(document.paths);
  const repeated = [...places].filter(([text, found]) => found.length > 1 && text.length >= SHORTEST);
  /** @type {Map<string, string>} */
  const names = new Map();
  const taken = new Set();
  for (const [text, found] of repeated) {
    const name = nameFor(found[0] ?? [], taken);
    taken.add(name);
    names.set(text, name);
  }
  const schemas = Object.fromEntries(
    [...names].map(([text, name]) => [name, withReferences(JSON.parse(text), names, text)])
  );
  return {
    ...document,
    paths: withReferences(document.paths, names),
    components: { .../** @type {Node} */ (document.components), schemas },
  };
}

/**
 * Where each object schema occurs. Inside one that was met before nothing is counted again: what occurs only there needs
 * no name.
 *
 * @param {unknown} root
 */
function placesOf(root) {
  /** @type {Map<string, string[][]>} */
  const places = new Map();
  /** @param {unknown} node @param {string[]} path */
  const visit = (node, path) => {
    if (typeof node !== 'object' || node === null) {
      return;
    }
    if (isObjectSchema(node)) {
      const text = JSON.stringify(node);
      const found = places.get(text);
      if (found !== undefined) {
        found.push(path);
        return;
      }
      places.set(text, [path]);
    }
    Object.entries(node).forEach(([key, value]) => visit(value, [...path, key]));
  };
  visit(root, []);
  return places;
}

/** @param {object} node */
function isObjectSchema(node) {
  return ('type' in node && node.type === 'object') || ('anyOf' in node && Array.isArray(node.anyOf));
}

/**
 * @param {unknown} node @param {Map<string, string>} names @param {string} [self] the schema that is being written out
 * @returns {unknown}
 */
function withReferences(node, names, self) {
  if (typeof node !== 'object' || node === null) {
    return node;
  }
  const text = isObjectSchema(node) ? JSON.stringify(node) : undefined;
  const name = text === undefined || text === self ? undefined : names.get(text);
  if (name !== undefined) {
    return { $ref: `#/components/schemas/${name}` };
  }
  return Array.isArray(node)
    ? node.map((child) => withReferences(child, names))
    : Object.fromEntries(Object.entries(node).map(([key, child]) => [key, withReferences(child, names)]));
}

/**
 * What a schema is called after: the property that holds it, or the route that answers it; with what is around it when
 * the name is taken.
 *
 * @param {string[]} path of keys in the document @param {Set<string>} taken @returns {string}
 */
function nameFor([route = '', method = '', ...path], taken) {
  const failed = /^responses\/[45]/.test(path.join('/'));
  const properties = path.filter((_, index) => path[index - 1] === 'properties');
  const segments = route.split('/').filter((segment) => segment !== '' && !segment.startsWith('{'));
  const last = segments.pop() ?? '';
  const own = path.includes('requestBody') ? `${pascalCase(last)}_${method}` : last;
  const words = failed && properties.length === 0 ? ['error'] : [...segments, own, ...properties];
  const parts = words.map(pascalCase);
  for (let length = 1; length <= parts.length; length += 1) {
    const name = parts.slice(-length).join('');
    if (!taken.has(name)) {
      return name;
    }
  }
  const longest = `${pascalCase(method)}${parts.join('')}`;
  if (!taken.has(longest)) {
    return longest;
  }
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${longest}${number}`)) {
      return `${longest}${number}`;
    }
  }
}

/** @param {string} name e.g. `rate_limits` @returns {string} e.g. `RateLimit` */
function pascalCase(name) {
  const words = name.split(/[^a-zA-Z0-9]+/).filter(Boolean);
  const text = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /[^su]s$/.test(text) ? text.slice(0, -1) : text;
}
