import { isMapping, variableOf } from './values.js';

export interface Variable {
  readonly name: string;
  /** What it is to hold, for whoever sets it. */
  readonly what: string;
  /** A value that may stand there, to try the configuration with. */
  readonly sample: string;
}

/** The environment variables that our configuration refers to. */
export interface Variables {
  /** `${NAME}` for a variable that LiteLLM reads as well. */
  refer(name: string, what?: string, sample?: string): string;
  /** `${NAME}` in place of a secret that is written out in the file; the same secret gets the same name. */
  hide(secret: string, wantedName: string, where: string): string;
  readonly all: readonly Variable[];
}

/**
 * @param input LiteLLM's file: names that it uses are not given to anything else
 * @param implied further names that LiteLLM reads without being told
 */
export function createVariables(input: unknown, implied: Iterable<string>): Variables {
  const taken = new Set([...namesIn(input), ...implied]);
  const used = new Map<string, Omit<Variable, 'name'>>();
  const hidden = new Map<string, string>();
  return {
    refer(name, what = 'as for LiteLLM', sample = sampleOf(name)) {
      if (!used.has(name)) {
        used.set(name, { what, sample });
      }
      return `\${${name}}`;
    },
    hide(secret, wantedName, where) {
      let name = hidden.get(secret);
      if (name === undefined) {
        name = free(wantedName, taken);
        taken.add(name);
        hidden.set(secret, name);
        used.set(name, {
          what: `the value of ${where}, which is written out in LiteLLM’s file`,
          sample: sampleOf(name),
        });
      }
      return `\${${name}}`;
    },
    get all() {
      return [...used].map(([name, rest]) => ({ name, ...rest })).sort((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
}

/** Long enough for any secret, and an address where one is asked for. */
function sampleOf(name: string): string {
  return `https://${name.toLowerCase()}.invalid`;
}

function free(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}_${number}`;
    if (!taken.has(name)) {
      return name;
    }
  }
}

function* namesIn(value: unknown): Generator<string> {
  const variable = variableOf(value);
  if (variable !== undefined) {
    yield variable;
  }
  if (Array.isArray(value) || isMapping(value)) {
    for (const below of Object.values(value)) {
      yield* namesIn(below);
    }
  }
}
