import { chance, integer, pick, seededRandom } from '../../../tests/support/random.js';
import { eventsOf } from '../../../tests/support/anthropicEvents.js';
import { groups, joinMessage } from '../../../tests/support/joinMessage.js';
import { randomAnswer, randomRequest } from '../../../tests/support/anthropicRequests.js';
import { parseChatParameters } from '../chat/chatParameters.js';
import type { Fields } from '../chat/completion/fields.js';
import { joinChunks } from '../chat/completion/joinChunks.js';
import { splitCompletion } from '../chat/completion/splitCompletion.js';
import { withoutCarried } from '../chat/withoutCarried.js';
import { toCompletion } from '../providers/anthropic/answer.js';
import { toMessagesRequest } from '../providers/anthropic/request.js';
import { AnthropicStream } from '../providers/anthropic/stream.js';
import { Unsupported } from '../providers/unsupported.js';
import { toMessage } from './answer.js';
import { toChatRequest } from './request.js';
import { MessageStream } from './stream.js';

const ROUNDS = 100;

const parameters = (chat: Fields) => parseChatParameters(Buffer.from(JSON.stringify(chat)));
const toAnthropic = (chat: Fields) =>
  toMessagesRequest(parameters(chat), 'claude-sonnet-4-5', new Unsupported('anthropic', false));

const usage = {
  input_tokens: 3,
  cache_creation_input_tokens: 5,
  cache_read_input_tokens: 7,
  cache_creation: { ephemeral_5m_input_tokens: 1, ephemeral_1h_input_tokens: 4 },
  output_tokens: 11,
  output_tokens_details: { thinking_tokens: 2 },
};

function randomMessage(random: () => number): Fields {
  const content = randomAnswer(random);
  const calls = content.some(({ type }) => type === 'tool_use');
  const stop_reason = calls ? 'tool_use' : pick(random, ['end_turn', 'max_tokens', 'stop_sequence', 'refusal']);
  return {
    id: `msg_${integer(random, 0, 99)}`,
    type: 'message',
    role: 'assistant',
    model: 'claude-sonnet-4-5',
    content,
    stop_reason,
    stop_sequence: stop_reason === 'stop_sequence' ? 'END' : null,
    usage,
  };
}

/** With what a user says one after the other as one message, as both sides understand it. */
function oneByOne(chat: Fields): Fields {
  const merged: Fields[] = [];
  for (const message of chat['messages'] as Fields[]) {
    const last = merged.at(-1);
    if (message['role'] === 'user' && last?.['role'] === 'user') {
      last['content'] = [...parts(last['content']), ...parts(message['content'])];
    } else {
      merged.push({ ...message });
    }
  }
  return { ...chat, messages: merged };
}

function parts(content: unknown): unknown[] {
  return Array.isArray(content) ? content : [{ type: 'text', text: content }];
}

/** What an OpenAI provider answers. */
function randomCompletion(random: () => number): Fields {
  const calls = Array.from({ length: integer(random, 0, 3) }, (_none, index) => ({
    id: `call_${index}`,
    type: 'function',
    function: { name: pick(random, ['f', 'g']), arguments: JSON.stringify({ n: integer(random, 0, 9), t: 'ź' }) },
  }));
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 7,
    model: 'gpt-4o',
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: chance(random, 0.2) && calls.length > 0 ? null : 'Hello\n\nthere 🐘',
          ...(chance(random, 0.3) ? { reasoning_content: 'Let me see' } : {}),
          ...(calls.length === 0 ? {} : { tool_calls: calls }),
        },
        logprobs: null,
        finish_reason: calls.length > 0 ? 'tool_calls' : pick(random, ['stop', 'length', 'content_filter']),
      },
    ],
    usage: {
      prompt_tokens: 15,
      completion_tokens: 11,
      total_tokens: 26,
      prompt_tokens_details: { cached_tokens: 7 },
      completion_tokens_details: { reasoning_tokens: 2 },
    },
  };
}

test("a request of Anthropic's client is the same at Anthropic", () => {
  const random = seededRandom(21);
  for (let round = 0; round < ROUNDS; round++) {
    const request = randomRequest(random);
    expect(toAnthropic(toChatRequest(request))).toEqual(request);
  }
});

test("a request of OpenAI's client is the same at OpenAI, by way of Anthropic", () => {
  const random = seededRandom(22);
  for (let round = 0; round < ROUNDS; round++) {
    const chat = oneByOne(withoutCarried(toChatRequest(randomRequest(random))));
    const again = withoutCarried(toChatRequest(toAnthropic(chat)));
    // Anthropic is told a budget of tokens, which leaves room for the answer.
    expect({ ...again, reasoning_effort: 0 }).toEqual({ ...chat, reasoning_effort: 0 });
  }
});

test("an answer of Anthropic's is the same for its client", () => {
  const random = seededRandom(23);
  for (let round = 0; round < ROUNDS; round++) {
    const message = randomMessage(random);
    expect(toMessage(toCompletion(message, {}, 7) as Fields)).toEqual(message);
  }
});

test("a stream of Anthropic's is the same for its client", () => {
  const random = seededRandom(24);
  for (let round = 0; round < ROUNDS; round++) {
    const message = randomMessage(random);
    const chunks = new AnthropicStream('anthropic', {}, 7).push(Buffer.from(eventsOf(message, random))).toString();
    const stream = new MessageStream();
    const joined = joinMessage(
      groups(chunks, random)
        .map((group) => stream.push(group).toString())
        .join('')
    );
    expect({ ...joined, usage: 0 }).toEqual({ ...message, usage: 0, id: 'msg_1' });
  }
});

test("an answer of OpenAI's, whole or streamed, is the same message", async () => {
  const random = seededRandom(25);
  for (let round = 0; round < ROUNDS; round++) {
    const completion = randomCompletion(random);
    const message = toMessage(completion);
    const stream = new MessageStream();
    const events = groups(splitCompletion(completion, true), random).map((group) => stream.push(group).toString());
    expect(joinMessage(events.join(''))).toEqual(message);
    const again = toCompletion(message, {}, 7) as { choices: Fields[] };
    const [choice] = completion['choices'] as Array<{ message: Fields; finish_reason: string }>;
    expect(again.choices[0]).toMatchObject({
      message: { content: choice?.message['content'] },
      finish_reason: choice?.finish_reason,
    });
    expect(again.choices[0]?.['message']).toMatchObject(
      choice?.message['tool_calls'] === undefined ? {} : { tool_calls: choice.message['tool_calls'] }
    );
    expect(await joinChunks(splitCompletion(completion, true))).toMatchObject({ id: 'chatcmpl-1' });
  }
});
