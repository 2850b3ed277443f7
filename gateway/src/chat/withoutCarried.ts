import { CARRIED_FIELDS, CARRIED_MESSAGE_FIELDS, CARRIED_TOOL_FIELDS } from './carriedFields.js';
import { type Fields, isObject } from './completion/fields.js';

const IN_MESSAGE: ReadonlySet<string> = new Set(CARRIED_MESSAGE_FIELDS);
const IN_TOOL: ReadonlySet<string> = new Set(CARRIED_TOOL_FIELDS);
const IN_BODY: ReadonlySet<string> = new Set(CARRIED_FIELDS);
const MARK: ReadonlySet<string> = new Set(['cache_control']);

/** A chat completion request that was made of another, as providers want it that know OpenAI's fields and no more. */
export function withoutCarried(body: Readonly<Fields>): Fields {
  const { messages, tools, ...rest } = without(body, IN_BODY);
  return {
    ...rest,
    messages: plainResults((messages as Fields[]).map(plainMessage)),
    ...(Array.isArray(tools) ? { tools: tools.map((tool: Fields) => without(tool, IN_TOOL)) } : {}),
  };
}

function plainMessage(message: Fields): Fields {
  const { content, tool_calls: calls, ...rest } = without(message, IN_MESSAGE);
  return {
    ...rest,
    ...(content === undefined ? {} : { content: plainContent(unmarked(content)) }),
    ...(calls === undefined ? {} : { tool_calls: unmarked(calls) }),
  };
}

function unmarked(items: unknown): unknown {
  return Array.isArray(items) ? items.map((item: unknown) => (isObject(item) ? without(item, MARK) : item)) : items;
}

/** One text needs no list: every server knows it as a text. */
function plainContent(content: unknown): unknown {
  const [only, ...others] = Array.isArray(content) ? (content as unknown[]) : [];
  return others.length === 0 && isObject(only) && only['type'] === 'text' ? only['text'] : content;
}

/** OpenAI's tools answer in text; what else they gave is shown by the user, once all of them have answered. */
function plainResults(messages: readonly Fields[]): Fields[] {
  const plain: Fields[] = [];
  let shown: unknown[] = [];
  const show = () => {
    if (shown.length > 0) {
      plain.push({ role: 'user', content: shown });
      shown = [];
    }
  };
  for (const message of messages) {
    const { role, content } = message;
    if (role !== 'tool') {
      show();
    }
    if (role === 'tool' && Array.isArray(content)) {
      const texts = content.filter((part) => isObject(part) && part['type'] === 'text');
      shown.push(...content.filter((part) => !texts.includes(part)));
      plain.push({ ...message, content: texts.length === 0 ? '' : plainContent(texts) });
    } else {
      plain.push(message);
    }
  }
  show();
  return plain;
}

function without(fields: Readonly<Fields>, names: ReadonlySet<string>): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.has(name)));
}
