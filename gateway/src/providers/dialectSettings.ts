/** What a dialect has to know of the provider that it speaks to. */
export interface DialectSettings {
  /** The provider's name in the configuration. */
  readonly provider: string;
  /** Path of the base URL without a trailing slash. */
  readonly basePath: string;
  readonly apiKey: string | undefined;
}

/** Headers of every call with a body in JSON, flat as undici takes them. */
export const JSON_HEADERS: readonly string[] = [
  'content-type',
  'application/json',
  'accept-encoding',
  'identity',
  'user-agent',
  'llm-gateway',
];
