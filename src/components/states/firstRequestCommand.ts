export interface FirstRequest {
  /** The gateway's address, where it is known. */
  readonly url?: string;
  /** A secret that the user is being shown anyway. */
  readonly key?: string;
  readonly model?: string;
}

/** A whole request to paste into a shell. What is not known stays a variable: a browser is told no secret just for this. */
export function firstRequestCommand({ url, key, model = 'gpt-4o' }: FirstRequest = {}): string {
  const base = url?.replace(/\/+$/, '') ?? '$LLM_GATEWAY_URL';
  const body = JSON.stringify({ model, messages: [{ role: 'user', content: 'Hello' }] });
  return [
    `curl "${base}/v1/chat/completions"`,
    `-H "Authorization: Bearer ${key ?? '$LLM_GATEWAY_KEY'}"`,
    '-H "Content-Type: application/json"',
    `-d '${body.replaceAll("'", `'\\''`)}'`,
  ].join(' \\\n  ');
}
