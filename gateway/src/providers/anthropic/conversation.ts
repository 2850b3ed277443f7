import { type Fields, isObject } from '../../chat/completion/fields.js';
import { invalidField } from '../../chat/invalidField.js';
import { assistantBlocks } from './assistantBlocks.js';
import { cacheControl, toBlocks } from './contentBlocks.js';

export interface Turn {
  readonly role: 'user' | 'assistant';
  readonly content: Fields[];
}

export interface Conversation {
  /** Blocks of all system and developer messages, wherever they stood. */
  readonly system: readonly Fields[];
  /** Results of tools are said by the user, and what follows one another by the same is one turn. */
  readonly turns: readonly Turn[];
}

/** @throws GatewayError 400 that names the message, or the part of it, which Anthropic does not take. */
export function toConversation(messages: readonly unknown[]): Conversation {
  const system: Fields[] = [];
  const turns: Turn[] = [];
  const add = (role: Turn['role'], blocks: Fields[]) => {
    const last = turns.at(-1);
    if (last?.role === role) {
      last.content.push(...blocks);
    } else if (blocks.length > 0) {
      turns.push({ role, content: blocks });
    }
  };
  messages.forEach((message, index) => {
    const at = `messages.${index}`;
    if (!isObject(message)) {
      throw invalidField(at, `${at} must be an object with a role and content.`);
    }
    switch (message['role']) {
      case 'system':
      case 'developer':
        system.push(...marked(toBlocks(message['content'], `${at}.content`), message));
        break;
      case 'user':
        add('user', marked(toBlocks(message['content'], `${at}.content`), message));
        break;
      case 'assistant':
        add('assistant', marked(assistantBlocks(message, at), message));
        break;
      case 'tool':
        add('user', [toolResult(message, at)]);
        break;
      default:
        throw invalidField(
          `${at}.role`,
          `${at}.role must be system, developer, user, assistant or tool; Anthropic knows no ${JSON.stringify(message['role'])}.`
        );
    }
  });
  return { system, turns };
}

/** A mark on a whole message is one on its last block. */
function marked(blocks: Fields[], message: Fields): Fields[] {
  const last = blocks.at(-1);
  return last === undefined ? blocks : [...blocks.slice(0, -1), { ...last, ...cacheControl(message) }];
}

function toolResult(message: Fields, at: string): Fields {
  const { tool_call_id: id, content, is_error: failed } = message;
  const blocks = typeof content === 'string' ? content : toBlocks(content, `${at}.content`);
  return {
    type: 'tool_result',
    tool_use_id: id,
    ...(blocks.length === 0 ? {} : { content: blocks }),
    ...(failed === true ? { is_error: true } : {}),
    ...cacheControl(message),
  };
}
