import { awsChain } from './awsChain.js';
import type { BedrockCredentials } from './settings.js';

/** As the configuration has them. */
export interface BedrockKeys {
  readonly api_key?: string | undefined;
  readonly access_key_id?: string | undefined;
  readonly secret_access_key?: string | undefined;
  readonly session_token?: string | undefined;
}

/** What the configuration says, else what the environment does under AWS's own names, else what is found at each call. */
export function bedrockCredentials(
  { region, ...config }: BedrockKeys & { readonly region: string },
  environment: Readonly<Record<string, string | undefined>>
): BedrockCredentials {
  return (
    credentials(config) ??
    credentials({
      api_key: environment['AWS_BEARER_TOKEN_BEDROCK'],
      access_key_id: environment['AWS_ACCESS_KEY_ID'],
      secret_access_key: environment['AWS_SECRET_ACCESS_KEY'],
      session_token: environment['AWS_SESSION_TOKEN'],
    }) ??
    awsChain(region)
  );
}

function credentials(keys: BedrockKeys): BedrockCredentials | undefined {
  const { api_key: apiKey, access_key_id: accessKeyId, secret_access_key: secretAccessKey, session_token } = keys;
  if (apiKey !== undefined) {
    return { apiKey };
  }
  return accessKeyId === undefined || secretAccessKey === undefined
    ? undefined
    : { accessKeyId, secretAccessKey, sessionToken: session_token };
}
