import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { type Place, basicAuthorization, placeOf } from './place.js';

/** As given on the command line. */
export interface DoctorOptions {
  readonly url?: string | undefined;
  readonly prometheus?: string | undefined;
  readonly alertmanager?: string | undefined;
  readonly grafana?: string | undefined;
  readonly config?: string | undefined;
  readonly data: string;
  readonly key?: string | undefined;
  readonly model?: string | undefined;
  readonly deep: boolean;
  readonly timeoutMs: number;
}

/** What a doctor needs to know. */
export interface Settings {
  /** With the admin token, or the viewer token where there is no other. */
  readonly gateway: Place;
  readonly hasToken: boolean;
  /** Where the gateway's address comes from. */
  readonly gatewayFrom: string;
  readonly metrics: Place;
  /** With a client's key. */
  readonly client: Place;
  readonly hasKey: boolean;
  readonly prometheus: Place | undefined;
  readonly alertmanager: Place | undefined;
  readonly grafana: Place | undefined;
  readonly config: { readonly file: string; readonly given: boolean } | undefined;
  /** Asked for one token; the first that the key may use if left out. */
  readonly model: string | undefined;
  readonly deep: boolean;
  readonly timeoutMs: number;
}

const USUAL_URL = 'http://127.0.0.1:4000';

/** What `npm start` leaves in the data directory. */
interface StackFile {
  readonly gateway?: string;
  readonly prometheus?: string;
  readonly alertmanager?: string;
  readonly grafana?: string;
  readonly config?: string;
  readonly secrets?: string;
  readonly grafanaPasswordFile?: string;
}

/**
 * Options before environment before what `npm start` left in the data directory.
 * @throws Error that names what cannot be used
 */
export function readSettings(options: DoctorOptions, env: NodeJS.ProcessEnv): Settings {
  const stackFile = join(options.data, 'stack.json');
  const stack = readStackFile(stackFile);
  const secrets = stack.secrets ?? join(options.data, 'secrets');
  const secret = (variable: string, name: string): string | undefined =>
    env[variable] || readSecret(join(secrets, name));

  const given = options.url ?? (env['LLM_GATEWAY_URL'] || undefined);
  const address = given ?? stack.gateway ?? USUAL_URL;
  const token = secret('LLM_GATEWAY_ADMIN_TOKEN', 'admin-token') ?? secret('LLM_GATEWAY_VIEWER_TOKEN', 'viewer-token');
  const key = options.key ?? (env['LLM_GATEWAY_KEY'] || firstKey(secrets));
  const optional = (option: string | undefined, variable: string, left: string | undefined, what: string) => {
    const found = option ?? (env[variable] || left);
    return found === undefined ? undefined : placeOf(found, what);
  };
  return {
    gateway: placeOf(address, '--url', token),
    hasToken: token !== undefined,
    gatewayFrom:
      given !== undefined ? 'as asked for' : stack.gateway !== undefined ? `of ${stackFile}` : 'the usual one',
    metrics: placeOf(address, '--url', secret('LLM_GATEWAY_METRICS_TOKEN', 'metrics-token')),
    client: placeOf(address, '--url', key),
    hasKey: key !== undefined,
    prometheus: optional(options.prometheus, 'PROMETHEUS_URL', stack.prometheus, '--prometheus'),
    alertmanager: optional(options.alertmanager, 'ALERTMANAGER_URL', stack.alertmanager, '--alertmanager'),
    grafana: grafanaPlace(options.grafana ?? (env['GRAFANA_URL'] || stack.grafana), stack, env),
    config: configFile(options.config, stack.config),
    model: options.model,
    deep: options.deep,
    timeoutMs: options.timeoutMs,
  };
}

function grafanaPlace(address: string | undefined, stack: StackFile, env: NodeJS.ProcessEnv): Place | undefined {
  if (address === undefined) {
    return undefined;
  }
  const place = placeOf(address, '--grafana', env['GRAFANA_TOKEN'] || undefined);
  const password = env['GRAFANA_PASSWORD'] || (stack.grafanaPasswordFile && readSecret(stack.grafanaPasswordFile));
  return place.authorization === undefined && password
    ? { ...place, authorization: basicAuthorization(`${env['GRAFANA_USER'] || 'admin'}:${password}`) }
    : place;
}

function configFile(given: string | undefined, left: string | undefined): Settings['config'] {
  const file = given ?? left;
  return file === undefined ? undefined : { file, given: given !== undefined };
}

function readStackFile(file: string): StackFile {
  if (!existsSync(file)) {
    return {};
  }
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const entries = Object.entries(typeof value === 'object' && value !== null ? value : {});
    return Object.fromEntries(entries.filter(([, text]) => typeof text === 'string')) as StackFile;
  } catch {
    throw new Error(`${file} cannot be read; npm start writes it anew, or give addresses as options`);
  }
}

function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

/** A generated key of the configuration. */
function firstKey(secrets: string): string | undefined {
  const names = existsSync(secrets) ? readdirSync(secrets).filter((name) => name.startsWith('key-')) : [];
  const [first] = names.sort();
  return first === undefined ? undefined : readSecret(join(secrets, first));
}
