import { type Fields, isObject } from '../../chat/completion/fields.js';
import { invalidField } from '../../chat/invalidField.js';

const DATA_URL = /^data:(?<type>[^;,]+)(?:;[^;,]+)*?;base64,(?<data>.*)$/s;

/**
 * The parts of a message as content blocks. Empty texts are left out: Anthropic refuses them.
 * @param at where the content stands in the request, e.g. `messages.2.content`
 * @throws GatewayError 400 that names the part which Anthropic does not take.
 */
export function toBlocks(content: unknown, at: string): Fields[] {
  if (content == null || content === '') {
    return [];
  }
  if (typeof content === 'string') {
    return [{ type: 'text', text: content }];
  }
  if (!Array.isArray(content)) {
    throw invalidField(at, `${at} must be a text or a list of parts.`);
  }
  return content.flatMap((part, index) => toBlock(part, `${at}.${index}`));
}

/** Anthropic's mark for its prompt cache, where one is set. */
export function cacheControl(of: Fields): Fields {
  return of['cache_control'] == null ? {} : { cache_control: of['cache_control'] };
}

function toBlock(part: unknown, at: string): Fields[] {
  if (typeof part === 'string') {
    return toBlocks(part, at);
  }
  if (!isObject(part)) {
    throw invalidField(at, `${at} must be a text or an object with a type.`);
  }
  switch (part['type']) {
    case 'text':
      return part['text'] === '' ? [] : [{ type: 'text', text: part['text'], ...cacheControl(part) }];
    case 'refusal':
      return part['refusal'] === '' ? [] : [{ type: 'text', text: part['refusal'], ...cacheControl(part) }];
    case 'image_url':
      return [{ type: 'image', source: imageSource(part['image_url'], `${at}.image_url`), ...cacheControl(part) }];
    case 'file':
      return [{ type: 'document', ...document(part['file'], `${at}.file`), ...cacheControl(part) }];
    default:
      throw invalidField(
        at,
        `${at}: Anthropic takes no parts of type ${JSON.stringify(part['type'])}; send text, image_url or file.`
      );
  }
}

function imageSource(image: unknown, at: string): Fields {
  const url = isObject(image) ? image['url'] : image;
  if (typeof url !== 'string' || url === '') {
    throw invalidField(at, `${at}.url must be the address of an image, or a data URL with base64.`);
  }
  return url.startsWith('data:') ? base64Source(url, at) : { type: 'url', url };
}

/** A file as a document: a PDF, or a text, with its name as title. */
function document(file: unknown, at: string): Fields {
  const { file_data: data, filename, file_id: id } = isObject(file) ? file : {};
  const titled = typeof filename === 'string' && filename !== '' ? { title: filename } : {};
  if (typeof data !== 'string' || data === '') {
    const told = id == null ? 'has no file_data' : 'names a file by its id, which Anthropic cannot read';
    throw invalidField(at, `${at} ${told}; send file_data as a data URL with base64.`);
  }
  if (/^https?:/.test(data)) {
    return { source: { type: 'url', url: data }, ...titled };
  }
  const source = base64Source(data, at);
  const { media_type: type } = source;
  if (type === 'application/pdf') {
    return { source, ...titled };
  }
  if (typeof type === 'string' && type.startsWith('text/')) {
    const text = Buffer.from(String(source['data']), 'base64').toString('utf8');
    return { source: { type: 'text', media_type: 'text/plain', data: text }, ...titled };
  }
  throw invalidField(at, `${at} is ${String(type)}; Anthropic takes application/pdf and text.`);
}

function base64Source(url: string, at: string): Fields {
  const { type, data } = DATA_URL.exec(url)?.groups ?? {};
  if (type === undefined || data === undefined) {
    throw invalidField(at, `${at} is no data URL of the form data:<type>;base64,<data>.`);
  }
  return { type: 'base64', media_type: type, data };
}
