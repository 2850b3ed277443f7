import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { type Examination, examine } from './examine.js';
import { type DoctorOptions, type Settings, readSettings } from './settings.js';
import { renderTable } from './table.js';
import { counts, exitCode } from './verdict.js';

export const DOCTOR_USAGE = `Usage: llm-gateway doctor [options]

Looks at the gateway and all around it, and says which part is not well and what to do.

  --url URL             of the gateway        (LLM_GATEWAY_URL)
  --prometheus URL      of Prometheus         (PROMETHEUS_URL)
  --alertmanager URL    of Alertmanager       (ALERTMANAGER_URL)
  --grafana URL         of Grafana            (GRAFANA_URL)
  --data DIR            of npm start or of the gateway: addresses, tokens and keys that are not given are
                        taken from there (default data)
  --config FILE         checks this configuration file
  --key KEY             makes a request for one token with it  (LLM_GATEWAY_KEY)
  --model NAME          asks this model; the first of the key's if left out
  --deep                also asks each provider for one token, which costs a little
  --watch [SECONDS]     again and again (default every 30)
  --json                for machines; with --watch, a line each time
  --timeout SECONDS     longest wait for an answer (default 5)

Environment: LLM_GATEWAY_ADMIN_TOKEN (or LLM_GATEWAY_VIEWER_TOKEN), LLM_GATEWAY_METRICS_TOKEN,
  GRAFANA_TOKEN, or GRAFANA_USER and GRAFANA_PASSWORD; NO_COLOR

Exit code: 0 when all is well, 1 with warnings, 2 when something failed.
`;

export interface DoctorParts {
  readonly env: NodeJS.ProcessEnv;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Whether a person looks at the output. */
  readonly terminal: boolean;
}

const WATCH_SECONDS = 30;
const TIMEOUT_SECONDS = 5;
/** Goes to the upper left corner and clears what is there and below. */
const CLEAR = '\u001b[H\u001b[2J';

interface Options extends DoctorOptions {
  readonly json: boolean;
  readonly watchMs: number | undefined;
}

/** `llm-gateway doctor`. @returns exit code */
export async function doctorCommand(args: readonly string[], parts: DoctorParts): Promise<number> {
  let options: Options | undefined;
  let settings: Settings;
  try {
    options = readOptions(args);
    if (options === undefined) {
      parts.print(DOCTOR_USAGE);
      return 0;
    }
    settings = readSettings(options, parts.env);
  } catch (error) {
    parts.complain(`${(error as Error).message}\n\n${DOCTOR_USAGE}`);
    return 2;
  }
  const { json, watchMs } = options;
  const show = (found: Examination): number => {
    parts.print(json ? toJson(found, watchMs === undefined) : forPeople(found, parts, watchMs !== undefined));
    return exitCode(found.findings);
  };
  return watchMs === undefined ? show(await examine(settings, parts.env)) : watch(settings, parts, watchMs, show);
}

async function watch(
  settings: Settings,
  { env }: DoctorParts,
  everyMs: number,
  show: (found: Examination) => number
): Promise<number> {
  const end = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => end.abort());
  }
  let code = 0;
  while (!end.signal.aborted) {
    const next = sleep(everyMs, undefined, { signal: end.signal }).catch(() => undefined);
    code = show(await examine(settings, env));
    await next;
  }
  return code;
}

/** @returns undefined when help is asked for. @throws Error that names the option */
function readOptions(args: readonly string[]): Options | undefined {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: withWatchSeconds(args),
    options: {
      ...{ url: text, prometheus: text, alertmanager: text, grafana: text, config: text, key: text, model: text },
      data: { type: 'string', default: 'data' },
      deep: { type: 'boolean', default: false },
      watch: text,
      json: { type: 'boolean', default: false },
      timeout: { type: 'string', default: String(TIMEOUT_SECONDS) },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    return undefined;
  }
  const { watch: every, timeout, ...rest } = values;
  return {
    ...rest,
    watchMs: every === undefined ? undefined : milliseconds(every, '--watch'),
    timeoutMs: milliseconds(timeout, '--timeout'),
  };
}

/** `--watch` may stand alone, which parseArgs has no word for. */
function withWatchSeconds(args: readonly string[]): string[] {
  return args.flatMap((arg, index) =>
    arg === '--watch' && !/^\d/.test(args[index + 1] ?? '') ? [`--watch=${WATCH_SECONDS}`] : [arg]
  );
}

function milliseconds(text: string, name: string): number {
  const seconds = Number(text);
  if (!(seconds >= 0.1 && seconds <= 86_400)) {
    throw new Error(`${name} must be a number of seconds from 0.1 to 86400, not "${text}"`);
  }
  return seconds * 1_000;
}

function toJson({ time, gateway, findings }: Examination, indented: boolean): string {
  const answer = { time, gateway, exit_code: exitCode(findings), counts: counts(findings), findings };
  return JSON.stringify(answer, null, indented ? 2 : undefined);
}

function forPeople(found: Examination, { terminal, env }: DoctorParts, again: boolean): string {
  // https://no-color.org: whatever it says, unless it is empty.
  const table = renderTable(found, terminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb');
  return again && terminal ? CLEAR + table : table;
}
