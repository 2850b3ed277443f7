import { LineCounter, type Node, type ParsedNode, isNode, isPair, isScalar, parseDocument, visit } from 'yaml';

import type { ConfigProblem } from './problem.js';

export type KeyPath = ReadonlyArray<string | number>;

/** A parsed YAML file that still knows on which line each key stands. */
export interface ConfigDocument {
  readonly value: unknown;
  readonly problems: readonly ConfigProblem[];
  lineOf(path: KeyPath): number | undefined;
}

const VARIABLE = /\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}/g;
/** A variable while YAML is parsed: in `{ key: ${NAME} }` its own braces would be YAML's. */
const MARKED = /\ue000([A-Za-z_][A-Za-z0-9_]*)(?::-([^\ue001]*))?\ue001/g;
const mark = (text: string): string => text.replace(VARIABLE, (whole) => `\ue000${whole.slice(2, -1)}\ue001`);
const unmark = (text: string): string => text.replace(MARKED, (whole) => `\${${whole.slice(1, -1)}}`);

/**
 * Parses YAML and fills in `${NAME}` and `${NAME:-default}` in string values from the environment. It is done after
 * parsing, so that a value with a colon or a quote in it cannot change the file's structure.
 */
export function parseConfigDocument(text: string, env: NodeJS.ProcessEnv): ConfigDocument {
  const lines = new LineCounter();
  const document = parseDocument(mark(text), { lineCounter: lines, prettyErrors: false });
  const problems: ConfigProblem[] = document.errors.map((error) => ({
    line: lines.linePos(error.pos[0]).line,
    key: '',
    // Behind the colon some messages quote the file, which may be a secret.
    message: `not valid YAML: ${error.message.split(': ')[0]}`,
  }));

  visit(document, {
    Alias(_position, node) {
      if (node.resolve(document) === undefined) {
        const line = node.range ? lines.linePos(node.range[0]).line : undefined;
        problems.push({
          line,
          key: '',
          message: 'not valid YAML: the alias has no anchor before it; quote a leading *',
        });
      }
    },
    Scalar(position, node, ancestors) {
      if (typeof node.value !== 'string') {
        return;
      }
      if (position === 'key') {
        node.value = unmark(node.value);
        return;
      }
      const filled = node.value.replace(MARKED, (whole, name: string, fallback: string | undefined) => {
        const value = env[name] || fallback;
        if (value === undefined) {
          problems.push({
            line: node.range ? lines.linePos(node.range[0]).line : undefined,
            key: keyName(pathOf(ancestors as Node[], node)),
            message: `environment variable ${name} is not set; set it, or give a default as \${${name}:-value}`,
          });
          return unmark(whole);
        }
        return value;
      });
      node.value = filled === node.value || node.type !== 'PLAIN' ? filled : plainValue(filled);
    },
  });

  const lineOf = (path: KeyPath): number | undefined => {
    for (let length = path.length; length > 0; length--) {
      const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
      const line = lineWithin(parent, path[length - 1], lines);
      if (line !== undefined) {
        return line;
      }
    }
    return undefined;
  };

  return { value: problems.length > 0 ? undefined : document.toJS(), problems, lineOf };
}

/** What YAML would read had the text stood in the file without quotes: `port: ${PORT}` is a number. */
function plainValue(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') {
    return text === 'true';
  }
  return /^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/.test(text) ? Number(text) : text;
}

/** `providers[0].api_key` from its parts. */
export function keyName(path: KeyPath): string {
  return path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[${part}]` : name === '' ? part : `${name}.${part}`),
    ''
  );
}

function lineWithin(parent: unknown, key: string | number | undefined, lines: LineCounter): number | undefined {
  if (!isNode(parent) || !('items' in parent)) {
    return undefined;
  }
  const items = parent.items as unknown[];
  const found =
    typeof key === 'number'
      ? items[key]
      : items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
  const node = (isPair(found) ? found.key : found) as ParsedNode | undefined;
  return node?.range ? lines.linePos(node.range[0]).line : undefined;
}

function pathOf(ancestors: readonly Node[], leaf: Node): KeyPath {
  const path: Array<string | number> = [];
  ancestors.forEach((ancestor, index) => {
    const child = ancestors[index + 1] ?? leaf;
    if (isPair(ancestor) && isScalar(ancestor.key)) {
      path.push(String(ancestor.key.value));
    } else if ('items' in ancestor && !isPair(child)) {
      path.push((ancestor.items as unknown[]).indexOf(child));
    }
  });
  return path;
}
