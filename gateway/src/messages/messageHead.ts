import type { Fields } from '../chat/completion/fields.js';

/** What a message says of itself; ids of Anthropic's own, which came through the gateway, are as they were. */
export function messageHead({ id, model }: Fields): Fields {
  const bare = String(id).replace(/^chatcmpl-/, '');
  return { id: bare.startsWith('msg_') ? bare : `msg_${bare}`, type: 'message', role: 'assistant', model };
}
