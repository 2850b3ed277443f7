import type { Config } from '../config/schema.js';
import { OBJECT_KINDS } from '../store/storedObject.js';
import { withoutPassword } from './shown.js';

const SECRET_FIELD = /(^|_)(secret|password|token|key)$/;
const MANAGED: ReadonlySet<string> = new Set(OBJECT_KINDS.map((kind) => `${kind}s`));

/** The sections of the configuration that are no lists of managed objects, without their secrets. */
export function shownSections({ webhooks, tracing, ...config }: Config): Record<string, unknown> {
  const plain = Object.entries(config).filter(([section]) => !MANAGED.has(section));
  return {
    ...(masked(Object.fromEntries(plain)) as object),
    // A header of a receiver of traces is how one gives it a token.
    tracing: { ...(masked(tracing) as object), headers: hidden(tracing.headers) },
    // The address of a chat's webhook is its password.
    webhooks: webhooks.map((webhook) => ({ ...(masked(webhook) as object), url: originOnly(webhook.url) })),
  };
}

function masked(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(masked);
  }
  if (typeof value === 'string') {
    return withoutPassword(value);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([field, each]) =>
      SECRET_FIELD.test(field) ? [`has_${field}`, each !== undefined] : [field, masked(each)]
    )
  );
}

function hidden(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.keys(values).map((name) => [name, '***']));
}

function originOnly(url: string): string {
  return URL.canParse(url) ? `${new URL(url).origin}/***` : '***';
}
