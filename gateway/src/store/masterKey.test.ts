import { deriveMasterKey, readMasterKey } from './masterKey.js';

const secrets = { read: (name: string, prefix: string) => `${prefix}generated-for-${name}` };

test('the environment goes before the data directory', () => {
  const env = { LLM_GATEWAY_MASTER_KEY: 'sixteen characters' };
  expect(readMasterKey(env, secrets)).toEqual(deriveMasterKey('sixteen characters'));
});

test.each([{}, { LLM_GATEWAY_MASTER_KEY: '' }])('one is generated where the environment has none: %j', (env) => {
  expect(readMasterKey(env, secrets)).toEqual(deriveMasterKey('llmgw-master-generated-for-master-key'));
});

test('one that is too short is refused, and not repeated', () => {
  const read = () => readMasterKey({ LLM_GATEWAY_MASTER_KEY: 'hunter2' }, secrets);
  expect(read).toThrow('LLM_GATEWAY_MASTER_KEY has fewer than 16 characters');
  expect(read).not.toThrow('hunter2');
});
