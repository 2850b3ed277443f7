import { type Fields, isObject } from '../chat/completion/fields.js';
import { invalidField } from '../chat/invalidField.js';

/**
 * Content blocks as the parts of a message.
 * @param at where the content stands in the request, e.g. `messages.2.content`
 * @throws GatewayError 400 that names the block which cannot be expressed.
 */
export function toParts(blocks: readonly unknown[], at: string): Fields[] {
  return blocks.flatMap((block, index) => toPart(block, `${at}.${index}`));
}

/**
 * One content block; a document may have a text before it.
 * @throws GatewayError 400 where it cannot be expressed.
 */
export function toPart(block: unknown, at: string): Fields[] {
  const { type, ...fields } = isObject(block) ? block : {};
  switch (type) {
    case 'text':
      return [{ type, text: fields['text'], ...cacheControl(fields) }];
    case 'image':
      return [
        { type: 'image_url', image_url: { url: addressOf(fields['source'], `${at}.source`) }, ...cacheControl(fields) },
      ];
    case 'document':
      return document(fields, at);
    default:
      throw invalidField(
        at,
        `${at}: a block of type ${JSON.stringify(type)} cannot be sent to the provider of this model; text, image and document can.`
      );
  }
}

/** The blocks of a message's content; a text is one. */
export function blocksOf(content: unknown, at: string): readonly unknown[] {
  if (typeof content === 'string') {
    return content === '' ? [] : [{ type: 'text', text: content }];
  }
  if (!Array.isArray(content)) {
    throw invalidField(at, `${at} must be a text or a list of content blocks.`);
  }
  return content;
}

/** A single text that says nothing else needs no list: every server knows it as a text. */
export function plainContent(parts: readonly Fields[]): unknown {
  const [only] = parts;
  return parts.length === 1 && only?.['type'] === 'text' && only['cache_control'] == null ? only['text'] : parts;
}

export function cacheControl(of: Fields): Fields {
  return of['cache_control'] == null ? {} : { cache_control: of['cache_control'] };
}

function addressOf(source: unknown, at: string): string {
  const { type, url, media_type: media, data } = isObject(source) ? source : {};
  if (type === 'url' && typeof url === 'string') {
    return url;
  }
  if (type === 'base64' && typeof media === 'string' && typeof data === 'string') {
    return `data:${media};base64,${data}`;
  }
  throw invalidField(at, `${at} must be of type base64 or url for the provider of this model.`);
}

/** With its title as its name; what it is about is said before it. */
function document({ source, title, context, citations, ...rest }: Fields, at: string): Fields[] {
  if (isObject(citations) && citations['enabled'] === true) {
    throw invalidField(`${at}.citations`, `${at}.citations: the provider of this model gives none; leave them out.`);
  }
  const named = typeof title === 'string' ? { filename: title } : {};
  const before = typeof context === 'string' && context !== '' ? [{ type: 'text', text: context }] : [];
  return [
    ...before,
    { type: 'file', file: { file_data: fileData(source, `${at}.source`), ...named }, ...cacheControl(rest) },
  ];
}

function fileData(source: unknown, at: string): string {
  const { type, data } = isObject(source) ? source : {};
  return type === 'text' && typeof data === 'string'
    ? `data:text/plain;base64,${Buffer.from(data).toString('base64')}`
    : addressOf(source, at);
}
