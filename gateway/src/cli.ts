#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { pino } from 'pino';

import { loadConfig } from './config/load.js';
import { ConfigError } from './config/problem.js';
import { publishedSchema } from './config/publishedSchema.js';
import type { Config } from './config/schema.js';
import { doctorCommand } from './doctor/doctorCommand.js';
import { importCommand } from './import/importCommand.js';
import { VERSION } from './version.js';

const USAGE = `llm-gateway ${VERSION}

Usage: llm-gateway <command> [options]

  serve    Start the gateway
             --config FILE   configuration (default llm-gateway.yaml)
             --host ADDRESS  listen there instead of server.host
             --port N        listen there instead of server.port
             --data DIR      ledger and generated secrets (default data)
  check    Say what is wrong with a configuration
             --config FILE
  import litellm FILE
           Make a configuration of LiteLLM's, with a report of what has no counterpart
             --out FILE      write it there instead of printing it
             --report FILE   write the report there instead of printing it
             --force         write over files that are there
  doctor   Look at the gateway and all around it, and say which part is not well; doctor --help
  schema   Print the JSON Schema of the configuration

Environment: LLM_GATEWAY_ADMIN_TOKEN, LLM_GATEWAY_VIEWER_TOKEN, LLM_GATEWAY_METRICS_TOKEN,
  LLM_GATEWAY_ALERTS_TOKEN and LLM_GATEWAY_MASTER_KEY (seals providers' secrets) are generated when not set.
  DATABASE_URL (PostgreSQL in place of the embedded SQLite), REDIS_URL (replicas then share budgets,
  limits and circuit breakers), LOG_LEVEL (default info)
`;

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const [, , first, ...rest] = process.argv;
  if (first === 'doctor') {
    const terminal = process.stdout.isTTY === true;
    return doctorCommand(rest, { env: process.env, print, complain, terminal });
  }
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      config: { type: 'string', default: 'llm-gateway.yaml' },
      host: { type: 'string' },
      port: { type: 'string' },
      data: { type: 'string', default: 'data' },
      out: { type: 'string' },
      report: { type: 'string' },
      force: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      version: { type: 'boolean', default: false },
    },
  });
  if (values.version) {
    print(VERSION);
    return 0;
  }
  const [command] = positionals;
  if (values.help || command === undefined) {
    print(USAGE);
    return values.help ? 0 : 2;
  }
  switch (command) {
    case 'serve':
      return serveCommand(
        values.config,
        () => withListen(loadConfig(values.config), values.host, values.port),
        values.data
      );
    case 'check': {
      loadConfig(values.config);
      print(`${values.config}: ok`);
      return 0;
    }
    case 'import': {
      const [, from, file, ...more] = positionals;
      if (from !== 'litellm' || file === undefined || more.length > 0) {
        throw new UsageError('import needs what it imports, and its file: import litellm config.yaml');
      }
      const { out, report, force } = values;
      return importCommand({ file, out, report, force, print, complain });
    }
    case 'schema':
      print(JSON.stringify(publishedSchema(), null, 2));
      return 0;
    default:
      complain(`There is no command "${command}".\n\n${USAGE}`);
      return 2;
  }
}

async function serveCommand(configFile: string, load: () => Config, dataDirectory: string): Promise<number> {
  const config = load();
  const log = pino({ level: process.env['LOG_LEVEL'] ?? 'info', base: undefined });
  // Loaded only here: prices and tokenizer take most of a second, which the other commands need not wait for.
  const { serve } = await import('./serve.js');
  const gateway = await serve({
    configFile,
    loadConfig: load,
    dataDirectory,
    log,
    env: process.env,
    announce: (name, file) => print(`Generated ${name}, kept in ${file}`),
  });
  log.info({ url: gateway.url, version: VERSION, models: config.models.length }, 'listening');
  process.on('SIGHUP', () => gateway.reload());
  const signal = await new Promise<string>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  log.info({ signal }, 'stopping: requests under way are finished first');
  await gateway.close();
  return 0;
}

function withListen(config: Config, host: string | undefined, port: string | undefined): Config {
  const number = port === undefined ? config.server.port : Number(port);
  if (!Number.isInteger(number) || number < 0 || number > 65535) {
    throw new UsageError(`--port must be a number from 0 to 65535, not "${port}"`);
  }
  return { ...config, server: { ...config.server, host: host ?? config.server.host, port: number } };
}

class UsageError extends Error {}

function isUsageError(error: unknown): boolean {
  return error instanceof UsageError || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS') === true;
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) {
    return error.message;
  }
  if (isUsageError(error)) {
    return `${(error as Error).message}\n\n${USAGE}`;
  }
  const { code, message, stack } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  if (code === 'EADDRINUSE') {
    return `${message}: another process listens there; stop it, or choose another port with --port or server.port`;
  }
  if (code === 'ECONNREFUSED') {
    return `${message}: nothing listens there; start PostgreSQL, or see whether DATABASE_URL names it`;
  }
  // A data directory in use, or a master key that is too short: they say themselves what to do.
  return code === 'EBUSY' || code === 'EINVAL' ? message : (stack ?? message);
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    complain(explain(error));
    process.exit(error instanceof ConfigError || isUsageError(error) ? 2 : 1);
  }
);
