// Prints docs/configuration.md from the configuration's JSON Schema (standard input).
import { readFileSync } from 'node:fs';

/** @typedef {{ type?: string | string[], const?: unknown, enum?: unknown[], default?: unknown, description?: string, properties?: Record<string, Schema>, required?: string[], items?: Schema, anyOf?: Schema[], minimum?: number, maximum?: number, patternProperties?: Record<string, Schema> }} Schema */

const INTRODUCTION = `# Configuration

<!-- Generated from gateway/src/config/schema.ts by \`npm run generate\`. Change it there, not here. -->

The gateway reads one YAML file: \`llm-gateway serve --config FILE\`. Its JSON Schema is
[\`gateway/config.schema.json\`](../gateway/config.schema.json); an editor that is shown it completes and checks keys.
\`llm-gateway check --config FILE\` says what is wrong, with line and key.

\`\${NAME}\` in a text is filled in from the environment, \`\${NAME:-default}\` with a default; a variable that is not set and
has no default is an error. Without quotes, a number or true and false count as such. Keep secrets there, not in the file.

| environment                 | what                                                                                          |
| --------------------------- | --------------------------------------------------------------------------------------------- |
| \`LLM_GATEWAY_ADMIN_TOKEN\`   | Bearer token of \`/api/v1\`. Not set, one is generated and kept in \`<data>/secrets/admin-token\`  |
| \`LLM_GATEWAY_METRICS_TOKEN\` | Bearer token of \`/metrics\`. Not set, one is generated and kept in \`<data>/secrets/metrics-token\` |
| \`REDIS_URL\` | Replicas with the same Redis share their circuit breakers, limits, budgets and cached answers |
| \`LOG_LEVEL\`                 | \`debug\`, \`info\` (default), \`warn\`, \`error\`                                                       |
`;

const schema = /** @type {Schema} */ (JSON.parse(readFileSync(0, 'utf8')));

/** Objects that several types of providers have, told of the first one only. */
const told = new Set();

/** @param {string} title @param {Schema} section @param {number} depth @returns {string} */
function describe(title, section, depth = 2) {
  const keys = Object.entries(section.properties ?? {});
  const rows = keys.map(
    ([name, key]) => `| \`${name}\` | ${typeOf(key)} | ${defaultOf(section, name, key)} | ${key.description ?? ''} |`
  );
  const nested = keys.flatMap(([name, key]) => {
    const path = title === '' ? name : `${title}.${name}`;
    const objects = objectsOf(key).filter(([, object]) => {
      const text = JSON.stringify([name, object]);
      const isNew = !title.includes('(type:') || !told.has(text);
      told.add(text);
      return isNew;
    });
    return objects.map(([suffix, object]) => describe(`${path}${suffix}`, object, depth));
  });
  const heading = title === '' ? '' : `\n${'#'.repeat(depth)} ${title}\n`;
  const about = title !== '' && section.description !== undefined ? `\n${section.description}\n` : '';
  return `${heading}${about}\n| key | type | default | what |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n${nested.join('')}`;
}

/** The objects inside a key, each with what its title has after the key. @param {Schema} key @returns {[string, Schema][]} */
function objectsOf(key) {
  if (key.properties !== undefined) {
    return [['', key]];
  }
  if (key.items?.anyOf !== undefined) {
    return key.items.anyOf.map((member) => [`[] (type: ${String(member.properties?.type?.const)})`, member]);
  }
  return key.items?.properties === undefined ? [] : [['[]', key.items]];
}

/** @param {Schema} key */
function typeOf({ type, const: constant, enum: values, items, minimum, maximum, patternProperties }) {
  if (constant !== undefined) {
    return `\`${String(constant)}\``;
  }
  if (values !== undefined) {
    return values.map((value) => `\`${String(value)}\``).join(', ');
  }
  if (type === 'array') {
    return items?.enum === undefined
      ? 'list'
      : `list of ${items.enum.map((value) => `\`${String(value)}\``).join(', ')}`;
  }
  if (patternProperties !== undefined) {
    return 'map';
  }
  const name = Array.isArray(type) ? type.join(' or ') : (type ?? '');
  return minimum === undefined ? name : `${name}, ${minimum}${maximum === undefined ? ' or more' : ` to ${maximum}`}`;
}

/** @param {Schema} section @param {string} name @param {Schema} key */
function defaultOf({ required }, name, key) {
  if (key.default !== undefined && (typeof key.default !== 'object' || Array.isArray(key.default))) {
    return `\`${JSON.stringify(key.default)}\``;
  }
  return required?.includes(name) === true && key.default === undefined ? '_required_' : '';
}

process.stdout.write(INTRODUCTION + describe('', schema));
