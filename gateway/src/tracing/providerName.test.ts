import { providerName } from './providerName.js';

test('OpenTelemetry’s name for a provider that it knows, else ours', () => {
  expect(providerName({ type: 'gemini', name: 'google-eu' })).toBe('gcp.gemini');
  expect(providerName({ type: 'openai-compatible', name: 'vllm-a' })).toBe('vllm-a');
});
