import { Ajv, type AnySchema, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

import type { KeyPath } from './document.js';
import type { ConfigFault } from './fault.js';
import { ConfigSchema } from './schema.js';

// Optimized code would take longer to make than all that it is run for.
const ajv = new Ajv({ useDefaults: true, allErrors: true, verbose: true, strict: false, code: { optimize: false } });
addFormats.default(ajv, ['date-time', 'regex']);
const whole = compileCheck(ConfigSchema);

/** Checks against the schema and fills in defaults, in place. */
export function validateConfig(value: unknown): ConfigFault[] {
  const faults = listedProviderFaults(value);
  if (faults.length > 0) {
    return faults;
  }
  return whole(value);
}

/** A check against one schema, which fills in defaults in place. Compiled at its first use: a start needs few of them. */
export function compileCheck(schema: AnySchema): (value: unknown, prefix?: KeyPath) => ConfigFault[] {
  let validate: ValidateFunction | undefined;
  return (value, prefix) => {
    validate ??= ajv.compile(schema);
    return validate(value) ? [] : toFaults(validate.errors ?? [], prefix);
  };
}

const providerChecks = new Map(
  ConfigSchema.properties.providers.items.anyOf.map((schema) => [schema.properties.type.const, compileCheck(schema)])
);

function listedProviderFaults(value: unknown): ConfigFault[] {
  const providers = (value as { providers?: unknown } | null)?.providers;
  return Array.isArray(providers)
    ? providers.flatMap((provider: unknown, index) => providerFaults(provider, ['providers', index]))
    : [];
}

/**
 * Providers are a union by `type`. Each is checked against its own member first: the union's errors would name every
 * member's keys, and ajv fills in no defaults inside a union.
 */
export function providerFaults(provider: unknown, path: KeyPath = []): ConfigFault[] {
  if (typeof provider !== 'object' || provider === null) {
    return [{ path, message: 'must be an object with name and type' }];
  }
  const type = (provider as { type?: unknown }).type;
  const check = providerChecks.get(type as never);
  if (check === undefined) {
    const message = `${type === undefined ? 'is missing' : `"${String(type)}" is not supported`}; one of: ${[...providerChecks.keys()].join(', ')}`;
    return [{ path: [...path, 'type'], message }];
  }
  return check(provider, path);
}

/** What ajv found, said so that it can be mended. */
export function toFaults(errors: readonly ErrorObject[], prefix: KeyPath = []): ConfigFault[] {
  return errors.map((error) => {
    const path = [...prefix, ...pointerToPath(error)];
    switch (error.keyword) {
      case 'additionalProperties':
        return { path: [...path, String(error.params['additionalProperty'])], message: unknownKey(error) };
      case 'required':
        return { path: [...path, String(error.params['missingProperty'])], message: 'is missing' };
      case 'type':
        return { path, message: wrongType([error.params['type']].flat().join(' or '), error.data) };
      case 'enum':
        return { path, message: `must be one of: ${(error.params['allowedValues'] as unknown[]).join(', ')}` };
      case 'const':
        return { path, message: `must be ${JSON.stringify(error.params['allowedValue'])}` };
      case 'pattern':
        return { path, message: `must match ${String(error.params['pattern'])}` };
      default:
        return { path, message: error.message ?? 'is not valid' };
    }
  });
}

function wrongType(wanted: string, value: unknown): string {
  const message = `must be of type ${wanted}, not ${typeName(value)}`;
  return wanted === 'string' && (typeof value === 'number' || typeof value === 'boolean')
    ? `${message}; quote it`
    : message;
}

function unknownKey(error: ErrorObject): string {
  const known = Object.keys((error.parentSchema as { properties?: object } | undefined)?.properties ?? {});
  return `is not a known key; there are: ${known.join(', ')}`;
}

function typeName(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

function pointerToPath(error: ErrorObject): KeyPath {
  return error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
