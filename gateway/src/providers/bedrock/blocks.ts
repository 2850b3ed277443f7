import { type Fields, isObject } from '../../chat/completion/fields.js';
import { invalidContent } from '../translate/invalidContent.js';
import { defined } from '../translate/json.js';
import type { Inline, Part } from '../translate/readParts.js';

const IMAGES: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/jpg': 'jpeg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

const DOCUMENTS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/plain': 'txt',
  'text/markdown': 'md',
  'application/msword': 'doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

/**
 * The parts of a message as content blocks. Empty texts are left out: Bedrock refuses them.
 * @throws GatewayError 400 that names the part which Bedrock does not take.
 */
export function toBlocks(parts: readonly Part[], provider: string): readonly Fields[] {
  return parts.flatMap((part) =>
    part.kind === 'text' && part.text === '' ? [] : [toBlock(part, provider), ...cachePoint(part.cacheControl)]
  );
}

/** Up to here, the prompt is kept in the provider's cache, where the client marked it so. */
export function cachePoint(cacheControl: unknown): readonly Fields[] {
  return isObject(cacheControl) ? [{ cachePoint: defined({ type: 'default', ttl: cacheControl['ttl'] }) }] : [];
}

function toBlock(part: Part, provider: string): Fields {
  switch (part.kind) {
    case 'text':
      return { text: part.text };
    case 'image': {
      if (part.inline === undefined) {
        throw invalidContent(provider, part.path, 'images by their address; send a data: URL');
      }
      const format = formatOf(part.inline, IMAGES, part.path, provider);
      return { image: { format, source: { bytes: part.inline.data } } };
    }
    case 'file': {
      const format = formatOf(part.inline, DOCUMENTS, part.path, provider);
      return { document: { format, name: documentName(part.name), source: { bytes: part.inline.data } } };
    }
    default:
      throw invalidContent(provider, part.path, `${part.kind} parts`);
  }
}

function formatOf(
  { mediaType }: Inline,
  formats: Readonly<Record<string, string>>,
  path: string,
  provider: string
): string {
  const format = formats[mediaType];
  if (format === undefined) {
    throw invalidContent(provider, path, `${mediaType}; it takes ${Object.keys(formats).join(', ')}`);
  }
  return format;
}

/** Bedrock allows few characters in it. */
function documentName(name = 'document'): string {
  return name.replace(/[^A-Za-z0-9()[\]-]+/g, ' ').trim() || 'document';
}
