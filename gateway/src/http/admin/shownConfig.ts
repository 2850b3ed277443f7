import type { Inventory } from '../../managed/inventory.js';
import { shownSections } from '../../managed/shownSections.js';
import type { Config } from '../../config/schema.js';
import { OBJECT_KINDS } from '../../store/storedObject.js';
import { objectAnswer } from './objects/objectAnswer.js';

/** Items of one list that are answered. */
const MOST_ITEMS = 1_000;

/** The configuration as it is in force, without secrets, each managed item with its origin. */
export async function shownConfig(file: Config, inventory: Inventory): Promise<object> {
  const truncated: string[] = [];
  const lists: Record<string, readonly object[]> = {};
  for (const kind of OBJECT_KINDS) {
    const { items, next } = await inventory.page(kind, { limit: MOST_ITEMS });
    lists[`${kind}s`] = items.map((item) => objectAnswer(item));
    if (next !== undefined) {
      truncated.push(`${kind}s`);
    }
  }
  return { config: { ...shownSections(file), ...lists }, truncated };
}
