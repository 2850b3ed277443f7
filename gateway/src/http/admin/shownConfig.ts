import type { Inventory } from '../../managed/inventory.js';
import { shownSections } from '../../managed/shownSections.js';
import type { Config } from '../../config/schema.js';
import { OBJECT_KINDS } from '../../store/storedObject.js';
import { objectAnswer } from './objects/objectAnswer.js';

/** Items of one list that are answered. */
const MOST_ITEMS = 1_000;

/** The configuration as it is in force, without secrets, each managed item with its origin. */
export function shownConfig(file: Config, inventory: Inventory): object {
  const truncated: string[] = [];
  const lists = OBJECT_KINDS.map((kind) => {
    const { items, next } = inventory.page(kind, { limit: MOST_ITEMS });
    if (next !== undefined) {
      truncated.push(`${kind}s`);
    }
    return [`${kind}s`, items.map((item) => objectAnswer(item))] as const;
  });
  return { config: { ...shownSections(file), ...Object.fromEntries(lists) }, truncated };
}
