import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';

import { GatewayError } from '../../errors/gatewayError.js';
import { JSON_HEADERS } from '../dialectSettings.js';
import type { AwsIdentity, BedrockSettings } from './settings.js';

/** Headers of a call, flat as undici takes them, with what proves who asks. */
export type Authorize = (path: string, body: Buffer) => Promise<string[]>;

export function authorizer({ provider, host, region, credentials }: BedrockSettings): Authorize {
  if ('apiKey' in credentials) {
    const headers = [...JSON_HEADERS, 'authorization', `Bearer ${credentials.apiKey}`];
    return () => Promise.resolve([...headers]);
  }
  const signer = new SignatureV4({
    service: 'bedrock',
    region,
    credentials: () => identity(provider, credentials),
    sha256: Sha256,
  });
  return async (path, body) => {
    const { headers } = await signer.sign({
      method: 'POST',
      protocol: 'https:',
      hostname: host,
      path,
      headers: { host, 'content-type': 'application/json' },
      body,
    });
    // undici sends the host by itself, and the content type is among ours.
    const { host: _host, 'content-type': _type, ...signed } = headers;
    return [...JSON_HEADERS, ...Object.entries(signed).flat()];
  };
}

async function identity(provider: string, credentials: AwsIdentity | (() => Promise<AwsIdentity>)) {
  try {
    const found = typeof credentials === 'function' ? await credentials() : credentials;
    const { accessKeyId, secretAccessKey, sessionToken } = found;
    return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
  } catch (cause) {
    throw noCredentials(provider, cause);
  }
}

function noCredentials(provider: string, cause: unknown): GatewayError {
  return new GatewayError(
    `The provider ${provider} has no credentials: it needs api_key, or access_key_id and secret_access_key, in its configuration or in AWS's variables of the environment, or a profile, web identity or role of AWS that can be had here.`,
    { status: 502, type: 'provider_authentication_error', code: 'provider_credential_missing', cause }
  );
}
