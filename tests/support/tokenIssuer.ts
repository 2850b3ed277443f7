import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, type JWK, SignJWT, exportJWK, generateKeyPair } from 'jose';

export interface TokenClaims {
  readonly [claim: string]: unknown;
  /** Seconds from now; an hour if left out. */
  readonly expiresIn?: number | undefined;
}

interface Signing {
  readonly id: string;
  readonly algorithm: string;
  readonly key: CryptoKey;
}

/** An OpenID provider with discovery and keys, whose tokens and troubles a test decides. */
export class TestTokenIssuer {
  /** How it answers: as it should, with 500, or never. */
  mode: 'up' | 'broken' | 'silent' = 'up';
  /** Paths that were asked for. */
  readonly asked: string[] = [];
  private readonly published = new Map<string, JWK>();
  private signing: Signing | undefined;

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => {
      this.asked.push(request.url ?? '');
      if (this.mode === 'silent') {
        return;
      }
      const known: Record<string, object> = {
        '/.well-known/openid-configuration': { issuer: this.url, jwks_uri: `${this.url}/keys` },
        '/keys': { keys: [...this.published.values()] },
      };
      const body = this.mode === 'up' ? known[request.url ?? ''] : undefined;
      response.writeHead(body === undefined ? 500 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body ?? {}));
    });
  }

  static async start(): Promise<TestTokenIssuer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = new TestTokenIssuer(server);
    await issuer.rotate('first');
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Publishes a new key and signs with it from now on. */
  async rotate(id: string, algorithm = 'ES256'): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
    this.published.set(id, { ...(await exportJWK(publicKey)), kid: id, alg: algorithm, use: 'sig' });
    this.signing = { id, algorithm, key: privateKey };
  }

  withdraw(id: string): void {
    this.published.delete(id);
  }

  /** A token of the user ada for the audience `gateway`, but for what the claims say. */
  token({ expiresIn = 3_600, ...claims }: TokenClaims = {}): Promise<string> {
    return this.sign({ exp: Math.floor(Date.now() / 1000) + expiresIn, ...claims });
  }

  /** A token without an end. */
  endless(): Promise<string> {
    return this.sign({});
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private sign(claims: Readonly<Record<string, unknown>>): Promise<string> {
    const { id, algorithm, key } = this.signing as Signing;
    const jwt = new SignJWT({ iss: this.url, aud: 'gateway', sub: 'ada', ...claims });
    return jwt.setProtectedHeader({ alg: algorithm, kid: id }).sign(key);
  }
}
