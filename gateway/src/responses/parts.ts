import { type Fields, isObject } from '../chat/completion/fields.js';
import { invalidField } from '../chat/invalidField.js';

/**
 * The content of an item as that of a chat message; one text alone is a text.
 * @param at where it stands in the request, e.g. `input.2.content`
 * @throws GatewayError 400 that names the part which cannot be expressed.
 */
export function toContent(content: unknown, at: string): unknown {
  if (typeof content === 'string') {
    return content;
  }
  if (!Array.isArray(content)) {
    throw invalidField(at, `${at} must be a text or a list of parts.`);
  }
  const parts = content.map((part, index) => toPart(part, `${at}.${index}`));
  const [only] = parts;
  return parts.length === 1 && only?.['type'] === 'text' ? only['text'] : parts;
}

function toPart(part: unknown, at: string): Fields {
  const { type, ...fields } = isObject(part) ? part : {};
  switch (type) {
    case 'input_text':
    case 'output_text':
    case 'text':
      return { type: 'text', text: fields['text'] };
    case 'refusal':
      return { type, refusal: fields['refusal'] };
    case 'input_image':
      return { type: 'image_url', image_url: image(fields, at) };
    case 'input_file':
      return { type: 'file', file: file(fields, at) };
    case 'input_audio':
      return { type, input_audio: fields['input_audio'] };
    default:
      throw invalidField(
        at,
        `${at}: a part of type ${JSON.stringify(type)} cannot be sent to the provider of this model; input_text, input_image, input_file, input_audio, output_text and refusal can.`
      );
  }
}

function image({ image_url: url, detail }: Fields, at: string): Fields {
  if (typeof url !== 'string' || url === '') {
    throw invalidField(`${at}.image_url`, `${at}.image_url must be an address or a data URL; files are not kept here.`);
  }
  return { url, ...(detail == null ? {} : { detail }) };
}

function file({ file_data: data, file_url: url, filename }: Fields, at: string): Fields {
  const given = data ?? url;
  if (typeof given !== 'string' || given === '') {
    throw invalidField(`${at}.file_data`, `${at}.file_data must be a data URL; files are not kept here.`);
  }
  return { file_data: given, ...(filename == null ? {} : { filename }) };
}
