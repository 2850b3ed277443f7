import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';

import { JSON_HEADERS } from '../dialectSettings.js';
import type { BedrockSettings } from './settings.js';

/** Headers of a call, flat as undici takes them, with what proves who asks. */
export type Authorize = (path: string, body: Buffer) => Promise<string[]>;

export function authorizer({ host, region, credentials }: BedrockSettings): Authorize {
  if ('apiKey' in credentials) {
    const headers = [...JSON_HEADERS, 'authorization', `Bearer ${credentials.apiKey}`];
    return () => Promise.resolve([...headers]);
  }
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const signer = new SignatureV4({
    service: 'bedrock',
    region,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) },
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
