import { type OpenDocument, OVERLAID_KINDS } from '../config/overlay.js';
import type { ObjectKind } from '../store/storedObject.js';
import { notFound, storeDown } from './changeError.js';
import type { EffectiveConfig } from './effectiveConfig.js';
import { type Item, fileItem, storedItem } from './item.js';
import type { KnownObjects } from './objectSync.js';

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
  page(kind: ObjectKind, query: PageQuery): Page;
}

export interface InventoryParts {
  readonly objects: KnownObjects;
  readonly config: Pick<EffectiveConfig, 'file' | 'problems'>;
  readonly open: OpenDocument;
}

type Documents = ReadonlyArray<Readonly<Record<string, unknown>> & { readonly name: string }>;

/** Fields whose values are searched, besides the name. */
const SEARCHED = ['team', 'user', 'provider', 'model', 'type'];

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

    page(kind, { search = '', after = '', limit }) {
      const wanted = search.toLowerCase();
      const documents = inFile(kind);
      const ofFile = new Set(documents.map(({ name }) => name));
      const stored = objects.list(kind).filter(({ name }) => !ofFile.has(name));
      const all = [...documents, ...stored.map(({ document }) => document as Documents[number])];
      const found = wanted === '' ? all : all.filter((document) => mentions(document, wanted));
      const names = found.map(({ name }) => name).sort(byCode);
      const rest = after === '' ? names : names.filter((name) => byCode(name, after) > 0);
      const items = rest.slice(0, limit).map((name) => toItem(kind, name));
      return {
        items: items.filter((item) => item !== undefined),
        next: rest.length > limit ? rest[limit - 1] : undefined,
        total: names.length,
      };
    },
  };
}

/** Whether stored objects of a kind are a part of the configuration, rather than looked up by request. */
export function isOverlaid(kind: ObjectKind): kind is (typeof OVERLAID_KINDS)[number] {
  return OVERLAID_KINDS.some((each) => each === kind);
}

/** The same order everywhere, whatever the locale. */
function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function mentions(document: Documents[number], text: string): boolean {
  return ['name', ...SEARCHED].some((field) => {
    const value = document[field];
    return typeof value === 'string' && value.toLowerCase().includes(text);
  });
}

