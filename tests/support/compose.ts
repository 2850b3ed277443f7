import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const ROOT = join(__dirname, '../..');

export interface ComposeService {
  readonly image?: string;
  readonly build?: object;
  readonly profiles?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

interface Compose {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly networks: Readonly<Record<string, unknown>>;
}

export const compose = parse(readFileSync(join(ROOT, 'docker-compose.yaml'), 'utf8'), { merge: true }) as Compose;

export function serviceOf(name: string): ComposeService {
  const service = compose.services[name];
  if (service === undefined) {
    throw new Error(`docker-compose.yaml has no service ${name}`);
  }
  return service;
}

/** The shell script that a service runs, as its shell sees it. */
export function scriptOf(name: string): string {
  const { command, entrypoint } = serviceOf(name);
  const script = [...(entrypoint ?? []), ...(command ?? [])].find((part) => part.includes('\n'));
  if (script === undefined) {
    throw new Error(`the service ${name} runs no script`);
  }
  return script.replaceAll('$$', '$');
}
