import type { Item } from '../../../managed/item.js';
import { keyStatus } from './keyStatus.js';

/** An object as it is answered: its document, and what there is to say about it. */
export function objectAnswer({ kind, origin, document, stored, problem }: Item, more: object = {}): object {
  return {
    ...document,
    ...(kind === 'key' ? { status: keyStatus(document, Date.now()) } : {}),
    ...more,
    origin,
    ...(stored === undefined
      ? {}
      : {
          revision: stored.revision,
          created_at: new Date(stored.createdAt).toISOString(),
          updated_at: new Date(stored.updatedAt).toISOString(),
        }),
    ...(problem === undefined ? {} : { problem }),
  };
}
