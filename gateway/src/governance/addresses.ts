import { BlockList, isIP } from 'node:net';

/** Tells whether a client's address is one of a list. */
export type AddressCheck = (address: string) => boolean;

interface Network {
  readonly address: string;
  readonly family: 'ipv4' | 'ipv6';
  /** Undefined for a single address. */
  readonly prefix: number | undefined;
}

/** Whether a text is an address or a network, such as 10.0.0.1, 10.0.0.0/8 or 2001:db8::/32. */
export function isNetwork(text: string): boolean {
  return parse(text) !== undefined;
}

/**
 * A check against addresses and networks. An IPv4 address that comes as IPv6 (`::ffff:10.0.0.1`), as it does on a
 * socket that takes both, counts as IPv4. What is not an address is in no list.
 */
export function addressCheck(entries: readonly string[]): AddressCheck {
  // Made at the first use: of very many keys few are used, and fewer at one replica.
  let list: BlockList | undefined;
  return (address) => {
    const version = isIP(address);
    list ??= blockList(entries);
    return version !== 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6');
  };
}

function blockList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const { address, family, prefix } of entries.flatMap((entry) => parse(entry) ?? [])) {
    if (prefix === undefined) {
      list.addAddress(address, family);
    } else {
      list.addSubnet(address, prefix, family);
    }
  }
  return list;
}

function parse(text: string): Network | undefined {
  const [address = '', length, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0 || address.includes('%')) {
    return undefined;
  }
  const family = version === 4 ? 'ipv4' : 'ipv6';
  if (length === undefined) {
    return { address, family, prefix: undefined };
  }
  const prefix = /^\d{1,3}$/.test(length) ? Number(length) : Infinity;
  return prefix <= (version === 4 ? 32 : 128) ? { address, family, prefix } : undefined;
}
