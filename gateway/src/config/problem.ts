/** One thing wrong with a configuration file. Never carries a value, as it might be a secret. */
export interface ConfigProblem {
  /** 1-based line in the file, where known. */
  readonly line: number | undefined;
  /** Dotted path of the key, e.g. `providers[0].api_key`; empty for the whole file. */
  readonly key: string;
  readonly message: string;
}

/** The configuration cannot be used; the message lists every problem as `file:line: key: what to do`. */
export class ConfigError extends Error {
  constructor(
    readonly file: string,
    readonly problems: readonly ConfigProblem[]
  ) {
    super(problems.map((problem) => formatProblem(file, problem)).join('\n'));
    this.name = 'ConfigError';
  }
}

export function formatProblem(file: string, { line, key, message }: ConfigProblem): string {
  return [line === undefined ? file : `${file}:${line}`, ...(key === '' ? [] : [key]), message].join(': ');
}
