/** Where a part is, and how to be let in. */
export interface Place {
  /** Without credentials, and without a slash at its end. */
  readonly url: string;
  /** Value of the Authorization header. Never to be shown. */
  readonly authorization: string | undefined;
}

/**
 * @param address as given; `user:password@` in it becomes an Authorization header
 * @param token sent as Bearer, unless the address has credentials
 * @throws Error that says what is wrong with the address
 */
export function placeOf(address: string, what: string, token?: string): Place {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new Error(`${what}: it is no URL; give it as http://host:port`);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Error(`${what}: it must begin with http:// or https://`);
  }
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  const basic = url.username === '' ? undefined : basicAuthorization(pair);
  const bearer = token === undefined ? undefined : `Bearer ${token}`;
  return { url: (url.origin + url.pathname).replace(/\/+$/, ''), authorization: basic ?? bearer };
}

/** @param pair `user:password` */
export function basicAuthorization(pair: string): string {
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}
