import { type Fields, isObject } from '../../chat/completion/fields.js';
import { invalidRequest } from '../translate/invalidRequest.js';
import { isAsked } from '../translate/otherFields.js';
import type { Unsupported } from '../unsupported.js';

/** What a provider that speaks OpenAI's dialect has of its own in the requests of one operation. */
export interface FieldTraits {
  /** Fields that it does not know and that change nothing of its answer. */
  readonly ignored?: readonly string[] | undefined;
  /** Others that it does not know. */
  readonly unknown?: readonly string[] | undefined;
  /** What it calls fields of OpenAI's. */
  readonly renamed?: Readonly<Record<string, string>> | undefined;
  /** What is asked of it where the client does not say. */
  readonly added?: Fields | undefined;
  /** Whether it knows JSON, but none by a schema. */
  readonly jsonWithoutSchema?: boolean | undefined;
  /** Whether it knows no tools of type `custom`: they are part of what is asked, and never left out. */
  readonly noCustomTools?: boolean | undefined;
  /** Whether it knows no role `developer`: it is told as `system`, which means the same. */
  readonly noDeveloper?: boolean | undefined;
}

/**
 * A request's body as the provider wants it; undefined where that is as it came, so that its bytes can stay.
 * @throws GatewayError 400 that names the field which the provider cannot honour.
 */
export function adaptBody(body: Readonly<Fields>, traits: FieldTraits, unsupported: Unsupported): Fields | undefined {
  const adapted: Fields = { ...traits.added, ...body };
  let changed = traits.added !== undefined;
  for (const name of traits.unknown ?? []) {
    if (isAsked(body, name)) {
      unsupported.field(name, 'its API has nothing like it');
    }
  }
  for (const name of [...(traits.ignored ?? []), ...(traits.unknown ?? [])]) {
    if (name in adapted) {
      delete adapted[name];
      changed = true;
    }
  }
  for (const [name, theirs] of Object.entries(traits.renamed ?? {})) {
    if (name in adapted) {
      adapted[theirs] ??= adapted[name];
      delete adapted[name];
      changed = true;
    }
  }
  if (traits.jsonWithoutSchema === true && isSchema(body['response_format'])) {
    unsupported.field('response_format', 'it knows no JSON by a schema; send type json_object');
    delete adapted['response_format'];
    changed = true;
  }
  const { messages, tools } = body;
  if (traits.noCustomTools === true && Array.isArray(tools)) {
    refuseCustomTools(tools);
  }
  if (traits.noDeveloper === true && Array.isArray(messages) && messages.some(isDeveloper)) {
    adapted['messages'] = messages.map((each: unknown) => (isDeveloper(each) ? { ...each, role: 'system' } : each));
    changed = true;
  }
  return changed ? adapted : undefined;
}

function refuseCustomTools(tools: readonly unknown[]): void {
  const at = tools.findIndex((tool) => isObject(tool) && tool['type'] === 'custom');
  if (at >= 0) {
    throw invalidRequest(`tools[${at}].type`, 'must be function: the provider of this model has no custom tools.');
  }
}

function isSchema(format: unknown): boolean {
  return isObject(format) && format['type'] === 'json_schema';
}

function isDeveloper(message: unknown): message is Fields {
  return isObject(message) && message['role'] === 'developer';
}
