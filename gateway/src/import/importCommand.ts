import { existsSync, writeFileSync } from 'node:fs';

import { parseConfig } from '../config/load.js';
import { ConfigError } from '../config/problem.js';
import { type Imported, importLitellm } from './litellm/importLitellm.js';
import { readLitellmFile } from './litellm/readFile.js';
import { renderReport, summaryOf } from './litellm/report.js';
import { toYaml } from './litellm/toYaml.js';

export interface ImportOptions {
  /** File of LiteLLM. */
  readonly file: string;
  /** Where our configuration goes; it is printed if left out. */
  readonly out: string | undefined;
  /** Where the report goes; it is printed if left out. */
  readonly report: string | undefined;
  /** Whether files that are there are written over. */
  readonly force: boolean;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

const COMMENT = 'Written by llm-gateway import litellm. Its report says what to set, and what is missing.';

/**
 * `llm-gateway import litellm`: LiteLLM's configuration as ours. Answers the exit code.
 * @throws ConfigError where a file cannot be read or written
 */
export function importCommand(options: ImportOptions): number {
  const { file, out, report, force, print, complain } = options;
  const taken = [out, report].find((path) => path !== undefined && !force && existsSync(path));
  if (taken !== undefined) {
    complain(`${taken} is there already; choose another name, or write over it with --force.`);
    return 2;
  }
  const input = readLitellmFile(file);
  const imported = importLitellm(input);
  const rendered = renderReport(file, input, imported);
  const yaml = imported.models.length === 0 ? undefined : toYaml(imported.config, COMMENT);
  if (yaml !== undefined) {
    check(yaml, out ?? 'the new configuration', imported);
  }

  if (report === undefined) {
    complain(rendered);
  } else {
    write(report, rendered, force);
    complain(`${summaryOf(imported.findings)} The report is in ${report}.`);
  }
  if (yaml === undefined) {
    complain(`${file}: none of its models could be taken over, so there is no configuration to write.`);
    return 2;
  }
  if (out === undefined) {
    print(yaml.trimEnd());
  } else {
    write(out, yaml, force);
    complain(`The configuration is in ${out}. Set its variables, then: llm-gateway check --config ${out}`);
  }
  return 0;
}

/** @throws ConfigError that names the file */
function write(file: string, text: string, force: boolean): void {
  try {
    writeFileSync(file, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new ConfigError(file, [{ line: undefined, key: '', message: `cannot be written: ${reason}` }]);
  }
}

/** Our own loader has the last word. @throws ConfigError */
function check(yaml: string, name: string, { variables }: Imported): void {
  const samples = variables.map((variable) => [variable.name, variable.sample]);
  try {
    parseConfig(yaml, name, Object.fromEntries(samples) as NodeJS.ProcessEnv);
  } catch (error) {
    if (error instanceof ConfigError) {
      throw new Error(`What was made of the file is not valid, which is a fault of the import:\n${error.message}`);
    }
    throw error;
  }
}
