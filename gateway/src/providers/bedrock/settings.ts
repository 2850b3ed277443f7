export interface BedrockSettings {
  /** The provider's name in the configuration. */
  readonly provider: string;
  /** Host of the base URL with its port, where it has one: it is signed. */
  readonly host: string;
  /** Path of the base URL without a trailing slash. */
  readonly basePath: string;
  readonly region: string;
  /** Undefined where nobody gave any: then every call fails and says so. */
  readonly credentials: BedrockCredentials | undefined;
}

/** A Bedrock API key, sent as it is, or what AWS's requests are signed with. */
export type BedrockCredentials =
  | { readonly apiKey: string }
  | { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string | undefined };
