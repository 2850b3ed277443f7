import { once } from 'node:events';
import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What AWS's tools are given credentials by: the agents of containers, the metadata of instances, and STS. */
export interface AwsEndpoints {
  readonly url: string;
  /** How often credentials were given, by where. */
  readonly given: Readonly<Record<'container' | 'instance' | 'sts', number>>;
  /** How long credentials last that are given from now on. */
  lastsMs: number;
  stop(): Promise<void>;
}

export const CONTAINER_TOKEN = 'container-token';
export const WEB_IDENTITY = 'web-identity-token';
export const ROLE = 'arn:aws:iam::123456789012:role/gateway';

export async function startAwsEndpoints(): Promise<AwsEndpoints> {
  const given = { container: 0, instance: 0, sts: 0 };
  let lastsMs = 3_600_000;
  const give = (where: keyof typeof given) => {
    given[where] += 1;
    return {
      id: `AKID${where.toUpperCase()}${given[where]}`,
      secret: `secret-${where}`,
      token: `session-${where}`,
      expiration: new Date(Date.now() + lastsMs).toISOString().replace(/\.\d+Z/, 'Z'),
    };
  };
  const json = (where: 'container' | 'instance') => {
    const { id, secret, token, expiration } = give(where);
    const keys = { AccessKeyId: id, SecretAccessKey: secret, Token: token, Expiration: expiration };
    return JSON.stringify({ Code: 'Success', ...keys });
  };
  const answer = async (request: IncomingMessage): Promise<string | undefined> => {
    const { url = '', method, headers } = request;
    if (url === '/container') {
      return headers.authorization === CONTAINER_TOKEN ? json('container') : undefined;
    }
    if (url === '/latest/api/token') {
      return method === 'PUT' ? 'metadata-token' : undefined;
    }
    if (url.startsWith('/latest/meta-data/iam/security-credentials/')) {
      const known = headers['x-aws-ec2-metadata-token'] === 'metadata-token';
      return !known ? undefined : url.endsWith('/gateway-role') ? json('instance') : 'gateway-role';
    }
    let body = '';
    for await (const chunk of request) {
      body += String(chunk);
    }
    const asked = new URLSearchParams(body);
    const isKnown = asked.get('WebIdentityToken') === WEB_IDENTITY && asked.get('RoleArn') === ROLE;
    if (asked.get('Action') !== 'AssumeRoleWithWebIdentity' || !isKnown) {
      return undefined;
    }
    const { id, secret, token, expiration } = give('sts');
    const keys = `<AccessKeyId>${id}</AccessKeyId><SecretAccessKey>${secret}</SecretAccessKey><SessionToken>${token}</SessionToken><Expiration>${expiration}</Expiration>`;
    return `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult><Credentials>${keys}</Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`;
  };
  const server = createServer((request, response) => {
    void answer(request).then((text) =>
      text === undefined ? response.writeHead(403).end() : response.writeHead(200).end(text)
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    given,
    get lastsMs() {
      return lastsMs;
    },
    set lastsMs(value) {
      lastsMs = value;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
