import fc from 'fast-check';

import { addressCheck, isNetwork } from './addresses.js';

test.each([
  ['10.0.0.1', true],
  ['10.0.0.0/8', true],
  ['0.0.0.0/0', true],
  ['192.168.1.1/32', true],
  ['2001:db8::1', true],
  ['2001:db8::/32', true],
  ['::/0', true],
  ['::ffff:10.0.0.0/104', true],
  ['10.0.0.0/33', false],
  ['2001:db8::/129', false],
  ['10.0.0.0/', false],
  ['10.0.0.0/8/8', false],
  ['10.0.0.0/-1', false],
  ['10.0.0.0/8.5', false],
  ['10.0.0', false],
  ['010.0.0.1', false],
  ['fe80::1%eth0', false],
  ['localhost', false],
  ['', false],
])('whether %j is a network: %s', (text, expected) => {
  expect(isNetwork(text)).toBe(expected);
});

test.each([
  [['10.0.0.1'], '10.0.0.1', true],
  [['10.0.0.1'], '10.0.0.2', false],
  [['10.0.0.0/8'], '10.255.255.255', true],
  [['10.0.0.0/8'], '11.0.0.0', false],
  [['10.1.2.3/8'], '10.9.9.9', true],
  [['10.0.0.0/8', '192.168.0.0/16'], '192.168.7.7', true],
  [['2001:db8::/32'], '2001:db8:ffff::1', true],
  [['2001:db8::/32'], '2001:db9::1', false],
  [['10.0.0.0/8'], '::ffff:10.1.2.3', true],
  [['10.0.0.0/8'], '::ffff:a01:203', true],
  [['10.0.0.0/8'], '::ffff:11.1.2.3', false],
  [['::ffff:10.0.0.0/104'], '10.1.2.3', true],
  [['10.0.0.1'], '::1', false],
  [['0.0.0.0/0'], 'unknown', false],
  [['0.0.0.0/0', '::/0'], '', false],
])('of %j, %s is one: %s', (list, address, expected) => {
  expect(addressCheck(list)(address)).toBe(expected);
});

test('a network has the addresses that agree with it in its first bits, however they are written', () => {
  const address = fc.nat({ max: 0xffff_ffff });
  const dotted = (bits: number) => [24, 16, 8, 0].map((shift) => (bits >>> shift) & 255).join('.');
  fc.assert(
    fc.property(address, address, fc.nat({ max: 32 }), fc.boolean(), (network, client, length, mapped) => {
      // Half of the clients are near the network: else hardly any would be in one.
      const near = mapped ? client : ((network & ~0xff) | (client & 0xff)) >>> 0;
      const mask = length === 0 ? 0 : (0xffff_ffff << (32 - length)) >>> 0;
      const expected = (near & mask) >>> 0 === (network & mask) >>> 0;
      const check = addressCheck([`${dotted(network)}/${length}`]);
      expect(check(dotted(near))).toBe(expected);
      expect(check(`::ffff:${dotted(near)}`)).toBe(expected);
    })
  );
});
