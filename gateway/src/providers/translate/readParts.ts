import { type Fields, isObject } from '../../chat/completion/fields.js';
import { invalidRequest } from './invalidRequest.js';
import { fieldsOf, textOf } from './json.js';

interface OfAnyKind {
  /** Where it is, e.g. `messages[3].content[0]`. */
  readonly path: string;
  /** The client's `cache_control`: what comes up to here is worth keeping in the provider's prompt cache. */
  readonly cacheControl: Fields | undefined;
}

/** Bytes that came with the request. */
export interface Inline {
  readonly mediaType: string;
  /** In base64. */
  readonly data: string;
}

/** A part of a message's content. */
export type Part = OfAnyKind &
  (
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'image'; readonly inline: Inline; readonly url?: undefined }
    | { readonly kind: 'image'; readonly inline?: undefined; readonly url: string }
    | { readonly kind: 'audio'; readonly inline: Inline }
    | { readonly kind: 'file'; readonly inline: Inline; readonly name: string | undefined }
  );

/** @throws GatewayError 400 that names the part and what is wrong with it. */
export function readParts(content: unknown, path: string): readonly Part[] {
  if (content === null || content === undefined || content === '') {
    return [];
  }
  if (typeof content === 'string') {
    return [{ kind: 'text', text: content, path, cacheControl: undefined }];
  }
  if (!Array.isArray(content)) {
    throw invalidRequest(path, 'must be a text or a list of parts.');
  }
  return content.map((part: unknown, index) => readPart(part, `${path}[${index}]`));
}

function readPart(part: unknown, path: string): Part {
  if (!isObject(part)) {
    throw invalidRequest(path, 'must be an object with a type.');
  }
  const { cache_control: mark } = part;
  const common = { path, cacheControl: isObject(mark) ? mark : undefined };
  switch (part['type']) {
    case 'text':
    case 'refusal':
      return { ...common, kind: 'text', text: required(part[part['type']], `${path}.${part['type']}`) };
    case 'image_url':
      return { ...common, ...readImage(part['image_url'], `${path}.image_url.url`) };
    case 'input_audio':
      return { ...common, kind: 'audio', inline: readAudio(fieldsOf(part['input_audio']), `${path}.input_audio`) };
    case 'file':
      return { ...common, ...readFile(fieldsOf(part['file']), `${path}.file`) };
    default:
      throw invalidRequest(`${path}.type`, 'must be one of: text, image_url, input_audio, file, refusal.');
  }
}

function readImage(image: unknown, path: string) {
  const url = required(isObject(image) ? image['url'] : image, path);
  const inline = readDataUrl(url);
  if (inline === undefined && !/^(https?|gs):\/\//.test(url)) {
    throw invalidRequest(path, 'must be an http(s) URL or a data: URL in base64.');
  }
  return inline === undefined ? ({ kind: 'image', url } as const) : ({ kind: 'image', inline } as const);
}

function readAudio(audio: Fields, path: string): Inline {
  const format = required(audio['format'], `${path}.format`);
  return { mediaType: `audio/${format}`, data: required(audio['data'], `${path}.data`) };
}

function readFile(file: Fields, path: string) {
  const data = textOf(file['file_data']);
  if (data === undefined) {
    throw invalidRequest(
      `${path}.file_data`,
      'must hold the file: an id of OpenAI’s means nothing to other providers.'
    );
  }
  // The official clients send a data: URL; bare base64 is taken for what files mostly are.
  const inline = readDataUrl(data) ?? { mediaType: 'application/pdf', data };
  return { kind: 'file', inline, name: textOf(file['filename']) } as const;
}

function readDataUrl(url: string): Inline | undefined {
  const [, mediaType, data] = /^data:([^;,]+)(?:;[^;,]+)*;base64,(.*)$/s.exec(url) ?? [];
  return mediaType === undefined || data === undefined ? undefined : { mediaType, data };
}

function required(value: unknown, path: string): string {
  if (typeof value !== 'string') {
    throw invalidRequest(path, 'must be a text.');
  }
  return value;
}
