/** A whole request to paste into a shell. Address and key stay variables: a browser is never told either. */
export function firstRequestCommand(): string {
  return [
    'curl "$LLM_GATEWAY_URL/v1/chat/completions"',
    '-H "Authorization: Bearer $LLM_GATEWAY_KEY"',
    '-H "Content-Type: application/json"',
    `-d '{"model": "gpt-4o", "messages": [{"role": "user", "content": "Hello"}]}'`,
  ].join(' \\\n  ');
}
