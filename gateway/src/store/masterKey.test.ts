import { deriveMasterKey, readMasterKey } from './masterKey.js';

const log = { warn: jest.fn() };
beforeEach(() => log.warn.mockClear());
const secrets = { read: (name: string, prefix: string) => `${prefix}generated-for-${name}` };

test('the environment goes before the data directory', () => {
  const env = { LLM_GATEWAY_MASTER_KEY: 'sixteen characters' };
  expect(readMasterKey(env, secrets, log)).toEqual(deriveMasterKey('sixteen characters'));
});

test.each([{}, { LLM_GATEWAY_MASTER_KEY: '' }])('one is generated where the environment has none: %j', (env) => {
  expect(readMasterKey(env, secrets, log)).toEqual(deriveMasterKey('llmgw-master-generated-for-master-key'));
});

test('one that is too short is refused, and not repeated', () => {
  const read = () => readMasterKey({ LLM_GATEWAY_MASTER_KEY: 'hunter2' }, secrets, log);
  expect(read).toThrow('LLM_GATEWAY_MASTER_KEY has fewer than 16 characters');
  expect(read).not.toThrow('hunter2');
});

test.each([
  [{ DATABASE_URL: 'postgres://db' }, 1],
  [{ DATABASE_URL: 'postgres://db', LLM_GATEWAY_MASTER_KEY: 'sixteen characters' }, 0],
  [{}, 0],
])('a key that replicas do not share is warned of: %j', (env, warnings) => {
  readMasterKey(env, secrets, log);
  expect(log.warn).toHaveBeenCalledTimes(warnings);
});
