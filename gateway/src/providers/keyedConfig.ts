/** Of a provider that wants a key and nothing else. */
export interface KeyedConfig {
  readonly name: string;
  readonly type: string;
  readonly api_key?: string | undefined;
}
