export interface BedrockSettings {
  /** The provider's name in the configuration. */
  readonly provider: string;
  /** Host of the base URL with its port, where it has one: it is signed. */
  readonly host: string;
  /** Path of the base URL without a trailing slash. */
  readonly basePath: string;
  readonly region: string;
  readonly credentials: BedrockCredentials;
}

/** A Bedrock API key, sent as it is; what AWS's requests are signed with; or who finds that for each call. */
export type BedrockCredentials = { readonly apiKey: string } | AwsIdentity | (() => Promise<AwsIdentity>);

export interface AwsIdentity {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}
