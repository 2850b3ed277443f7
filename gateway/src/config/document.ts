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

/**
 * Parses YAML and fills in `${NAME}` and `${NAME:-default}` in string values from the environment. It is done after
 * parsing, so that a value with a colon or a quote in it cannot change the file's structure.
 */
export function parseConfigDocument(text: string, env: NodeJS.ProcessEnv): ConfigDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems: ConfigProblem[] = document.errors.map((error) => ({
    line: lines.linePos(error.pos[0]).line,
    key: '',
    message: `not valid YAML: ${error.message}`,
  }));

  visit(document, {
    Scalar(position, node, ancestors) {
      if (position === 'key' || typeof node.value !== 'string') {
        return;
      }
      node.value = node.value.replace(VARIABLE, (whole, name: string, fallback: string | undefined) => {
        const value = env[name] || fallback;
        if (value === undefined) {
          problems.push({
            line: node.range ? lines.linePos(node.range[0]).line : undefined,
            key: keyName(pathOf(ancestors as Node[], node)),
            message: `environment variable ${name} is not set; set it, or give a default as \${${name}:-value}`,
          });
          return whole;
        }
        return value;
      });
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

  return { value: document.errors.length > 0 ? undefined : document.toJS(), problems, lineOf };
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
