import { traitsOf } from './models.js';

test.each([
  ['claude-3-haiku-20240307', 4_096],
  ['claude-3-5-haiku-20241022', 8_192],
  ['claude-3-7-sonnet-20250219', 64_000],
  ['claude-opus-4-20250514', 32_000],
  ['claude-opus-4-1@20250805', 32_000],
  ['claude-sonnet-4-20250514', 64_000],
  ['anthropic.claude-haiku-4-5-20251001-v1:0', 64_000],
  ['claude-opus-4-6', 128_000],
  ['claude-sonnet-5', 128_000],
  ['claude-mythos-preview', 128_000],
  ['kimi-k2', 8_192],
])('%s generates at most %i tokens', (model, most) => {
  expect(traitsOf(model).maxOutput).toBe(most);
});

test.each([
  ['claude-sonnet-4-5', { adaptiveThinking: false, structuredOutput: true, sampling: true }],
  ['claude-opus-4-1-20250805', { structuredOutput: true }],
  ['claude-sonnet-4-20250514', { structuredOutput: false }],
  ['claude-opus-4-6', { adaptiveThinking: true, sampling: true, canStopThinking: true, canBeForcedToCall: true }],
  ['claude-opus-4-7', { adaptiveThinking: true, sampling: false }],
  ['claude-opus-5', { canBeForcedToCall: true, canStopThinking: true }],
  ['claude-opus-5-5', { canBeForcedToCall: false, canStopThinking: false }],
  ['claude-haiku-5-5', { canBeForcedToCall: true, canStopThinking: true }],
  ['claude-fable-5', { canBeForcedToCall: true, canStopThinking: false }],
  ['claude-fable-5-1', { canBeForcedToCall: false, canStopThinking: false }],
  ['kimi-k2', { adaptiveThinking: false, structuredOutput: false, sampling: true }],
])('%s: %j', (model, traits) => {
  expect(traitsOf(model)).toMatchObject(traits);
});
