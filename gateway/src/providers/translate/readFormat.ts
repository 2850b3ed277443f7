import { type Fields, isObject } from '../../chat/completion/fields.js';
import { invalidRequest } from './invalidRequest.js';
import { fieldsOf, textOf } from './json.js';

/** What the answer has to be. */
export type Format =
  | { readonly kind: 'text' }
  | { readonly kind: 'json' }
  | {
      readonly kind: 'schema';
      readonly name: string | undefined;
      readonly description: string | undefined;
      readonly schema: Fields;
    };

/** @throws GatewayError 400 for a `response_format` that is none. */
export function readFormat(format: unknown): Format {
  const { type = 'text', json_schema: asked } = fieldsOf(format);
  if (type === 'text') {
    return { kind: 'text' };
  }
  if (type === 'json_object') {
    return { kind: 'json' };
  }
  const { name, description, schema } = fieldsOf(asked);
  if (type !== 'json_schema' || !isObject(schema)) {
    throw invalidRequest('response_format', 'must be of type text, json_object, or json_schema with a schema.');
  }
  return { kind: 'schema', name: textOf(name), description: textOf(description), schema };
}

/** `stop` as a list. */
export function readStop(stop: unknown): readonly string[] | undefined {
  const list = (typeof stop === 'string' ? [stop] : Array.isArray(stop) ? stop : []).filter(
    (each): each is string => typeof each === 'string'
  );
  return list.length === 0 ? undefined : list;
}
