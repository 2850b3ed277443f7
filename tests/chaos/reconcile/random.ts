import { integer } from '../../support/random.js';

export function pick<Item>(random: () => number, items: readonly Item[]): Item {
  return items[integer(random, 0, items.length - 1)] as Item;
}

export function chance(random: () => number, share: number): boolean {
  return random() < share;
}
