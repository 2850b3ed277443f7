import { messagesSurface } from '../messages/messagesSurface.js';
import { readParameters } from '../operations/parameters.js';
import { AsChat } from './asChat.js';

const body = {
  model: 'm',
  max_tokens: 7,
  thinking: { type: 'enabled', budget_tokens: 1_024 },
  messages: [{ role: 'user', content: [{ type: 'text', text: 'hi', cache_control: { type: 'ephemeral' } }] }],
};

test('a dialect gets what the client said, a provider of OpenAI’s dialect what OpenAI knows', () => {
  const asChat = new AsChat(messagesSurface, readParameters(body));
  expect(asChat.whole.parameters.body).toMatchObject({ thinking: body.thinking, messages: body.messages });
  expect(JSON.parse(String(asChat.plain.body))).toEqual({
    model: 'm',
    max_completion_tokens: 7,
    reasoning_effort: 'low',
    messages: [{ role: 'user', content: 'hi' }],
  });
  expect(asChat.plain).toBe(asChat.plain);
  expect(asChat.whole).toBe(asChat.whole);
});

test('what cannot be said is refused where it is needed, and not before', () => {
  const asChat = new AsChat(messagesSurface, readParameters({ ...body, container: 'x' }));
  expect(() => asChat.plain).toThrow(expect.objectContaining({ status: 400, param: 'container' }));
});
