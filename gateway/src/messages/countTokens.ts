import type { Fields } from '../chat/completion/fields.js';
import { estimateUsage } from '../usage/estimate.js';
import { toChatMessages } from './conversation.js';
import { toToolFields } from './tools.js';

const NOTHING = { reasoning: '', answer: '' };

/**
 * Answers `count_tokens` for a model whose provider counts nothing beforehand: an estimate by OpenAI's o200k_base over
 * the texts of messages and tools. Pictures and documents are not in it.
 * @throws GatewayError 400 that names the block which cannot be expressed.
 */
export function countTokens(body: Readonly<Fields>): { readonly input_tokens: number } {
  const asked = { messages: toChatMessages(body), ...toToolFields(body) };
  return { input_tokens: estimateUsage(asked, NOTHING).input };
}
