import { type OpenDocument, OVERLAID_KINDS } from '../config/overlay.js';
import type { ObjectKind, StoredObject } from '../store/storedObject.js';
import { notFound, storeDown } from './changeError.js';
import type { EffectiveConfig } from './effectiveConfig.js';
import { type Item, fileItem, storedItem } from './item.js';
import type { KnownObjects } from './objectSync.js';
import { pageOf } from './pageOf.js';

export interface PageQuery {
  /** Only those with this text in their name, or in what they name; upper and lower case are the same. */
  readonly search?: string | undefined;
  /** Only those whose names come after. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface Page {
  readonly items: readonly Item[];
  /** The last name, where there are more. */
  readonly next: string | undefined;
  /** How many there are on all pages. */
  readonly total: number;
}

/** All that can be managed: what the configuration file has and what is stored. */
export interface Inventory {
  /** @throws GatewayError 404; 503 when the store cannot be read and may have it. */
  get(kind: ObjectKind, name: string): Item;
  page(kind: ObjectKind, query: PageQuery): Promise<Page>;
}

export interface InventoryParts {
  readonly objects: KnownObjects;
  readonly config: Pick<EffectiveConfig, 'file' | 'problems'>;
  readonly open: OpenDocument;
}

type Documents = ReadonlyArray<Readonly<Record<string, unknown>> & { readonly name: string }>;

/** Fields whose values are searched. */
const SEARCHED = ['name', 'team', 'user', 'provider', 'model', 'type'];
/** Objects that are searched in one go: a few milliseconds. */
const SLICE = 2_000;

export function createInventory({ objects, config, open }: InventoryParts): Inventory {
  const inFile = (kind: ObjectKind): Documents => config.file[`${kind}s`] as unknown as Documents;

  const problemOf = (kind: ObjectKind, name: string): string | undefined => {
    const found = config.problems.filter((problem) => problem.kind === kind && problem.name === name);
    const told = found.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`));
    return told.length === 0 ? undefined : told.join('; ');
  };

  const toItem = (kind: ObjectKind, name: string): Item | undefined => {
    const stored = objects.get(kind, name);
    const document = inFile(kind).find((each) => each.name === name);
    if (document !== undefined) {
      return fileItem(kind, document, stored && `the API has a ${kind} of that name too, which is not in force`);
    }
    return stored && storedItem(stored, open(stored).document, problemOf(kind, name));
  };

  return {
    get(kind, name) {
      const item = toItem(kind, name);
      if (item === undefined) {
        throw objects.readable ? notFound(kind, name) : storeDown();
      }
      return item;
    },

    async page(kind, { search = '', after = '', limit }) {
      const wanted = search.toLowerCase();
      const ofFile = inFile(kind).filter((document) => mentions(document, wanted));
      const hidden = new Set(inFile(kind).map(({ name }) => name));
      const all = objects.list(kind);
      const stored = wanted === '' ? all : await found(all, ({ name }) => !hidden.has(name), wanted);
      const { names, next, total } = pageOf(ofFile, stored, { after, limit });
      const items = names.map((name) => toItem(kind, name)).filter((item) => item !== undefined);
      return { items, next, total };
    },
  };
}

/** Whether stored objects of a kind are a part of the configuration, rather than looked up by request. */
export function isOverlaid(kind: ObjectKind): kind is (typeof OVERLAID_KINDS)[number] {
  return OVERLAID_KINDS.some((each) => each === kind);
}

/** Those that mention a text. Lets requests through in between: there may be very many. */
async function found(
  all: readonly StoredObject[],
  visible: (object: StoredObject) => boolean,
  wanted: string
): Promise<readonly StoredObject[]> {
  const matching: StoredObject[] = [];
  for (let start = 0; start < all.length; start += SLICE) {
    const slice = all.slice(start, start + SLICE);
    matching.push(...slice.filter((object) => mentions(object.document, wanted) && visible(object)));
    await new Promise(setImmediate);
  }
  return matching;
}

function mentions(document: Readonly<Record<string, unknown>>, text: string): boolean {
  return (
    text === '' ||
    SEARCHED.some((field) => {
      const value = document[field];
      return typeof value === 'string' && value.toLowerCase().includes(text);
    })
  );
}
