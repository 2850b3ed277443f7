import type { ObjectKind } from '../store/storedObject.js';
import { keyName } from './document.js';
import type { ConfigFault } from './fault.js';
import { objectFaults } from './objectFaults.js';
import { checkReferences } from './references.js';
import type { Config } from './schema.js';

/** Kinds that routing is made of: they become part of the configuration. The others are looked up by request. */
export const OVERLAID_KINDS = ['provider', 'model', 'price'] as const satisfies readonly ObjectKind[];
export type OverlaidKind = (typeof OVERLAID_KINDS)[number];

export interface OverlayObject {
  readonly kind: ObjectKind;
  readonly name: string;
  readonly document: Readonly<Record<string, unknown>>;
}

/** Makes readable what is sealed in a document; its own copy, and what cannot be read. */
export type OpenDocument = (object: OverlayObject) => {
  readonly document: Record<string, unknown>;
  readonly faults: readonly ConfigFault[];
};

/** Why a stored object, or a part of it, is not in force. Never carries a secret. */
export interface OverlayProblem {
  readonly kind: OverlaidKind;
  readonly name: string;
  /** e.g. `deployments[0].provider`; empty for the whole. */
  readonly field: string;
  readonly message: string;
}

export interface Overlay {
  readonly config: Config;
  readonly problems: readonly OverlayProblem[];
}

type Sections = Pick<Config, 'providers' | 'models' | 'prices'>;

const SECTIONS = { provider: 'providers', model: 'models', price: 'prices' } as const;
const KINDS = { providers: 'provider', models: 'model', prices: 'price' } as const;

/** Lists of a model that it can do without one item of. */
const CHAINS = ['deployments', 'fallbacks', 'context_window_fallbacks', 'content_policy_fallbacks'] as const;

/**
 * The configuration file with stored providers, models and prices beside its own. The file goes first; a stored object
 * that is wrong, or has become so since it was stored, is left out, and of a model no more than what is wrong: nothing
 * in the store can keep the gateway from running.
 */
export function overlay(file: Config, objects: Iterable<OverlayObject>, open: OpenDocument): Overlay {
  const problems: OverlayProblem[] = [];
  const valid: Record<keyof Sections, unknown[]> = { providers: [], models: [], prices: [] };
  for (const object of objects) {
    const { name } = object;
    const kind = OVERLAID_KINDS.find((each) => each === object.kind);
    if (kind === undefined) {
      continue;
    }
    const section = SECTIONS[kind];
    const { document, faults } = check(file, kind, object, open);
    problems.push(...faults.map(({ path, message }) => ({ kind, name, field: keyName(path), message })));
    if (faults.length === 0) {
      valid[section].push(document);
    }
  }
  let sections = {
    providers: [...file.providers, ...valid.providers],
    models: [...file.models, ...valid.models],
    prices: [...file.prices, ...valid.prices],
  } as Sections;
  for (;;) {
    const fault = danglingReference(file, { ...file, ...sections });
    if (fault === undefined) {
      return { config: { ...file, ...sections }, problems };
    }
    const [section, index, ...rest] = fault.path as [keyof Sections, number, ...ConfigFault['path']];
    const name = sections[section][index]?.name ?? '';
    problems.push({ kind: KINDS[section], name, field: keyName(rest), message: fault.message });
    sections = without(sections, section, index, rest);
  }
}

function check(
  file: Config,
  kind: OverlaidKind,
  object: OverlayObject,
  open: OpenDocument
): { readonly document: object; readonly faults: readonly ConfigFault[] } {
  const opened = open(object);
  const section = SECTIONS[kind];
  if (file[section].some(({ name }) => name === object.name)) {
    const message = `the configuration file has one of that name under ${section}, which goes before this one`;
    return { document: opened.document, faults: [{ path: [], message }] };
  }
  const faults = opened.faults.length > 0 ? opened.faults : objectFaults(kind, opened.document);
  return { document: opened.document, faults };
}

/**
 * What would be wrong with one more object beside a configuration: what it refers to is not there, or its name is
 * taken. Paths begin inside the object.
 * @param document with defaults filled in
 */
export function candidateFaults(config: Config, kind: OverlaidKind, document: object): ConfigFault[] {
  const section = SECTIONS[kind];
  const merged = { ...config, [section]: [...config[section], document] } as Config;
  return referenceFaults(merged)
    .filter(({ path }) => path[0] === section && path[1] === config[section].length)
    .map(({ path, message }) => ({ path: path.slice(2), message }));
}

/** The first reference of a stored object to something that is not there. */
function danglingReference(file: Config, merged: Config): ConfigFault | undefined {
  return referenceFaults(merged).find(({ path: [section, index] }) => {
    const known = Object.values(SECTIONS).find((each) => each === section);
    return known !== undefined && typeof index === 'number' && index >= file[known].length;
  });
}

function referenceFaults(merged: Config): ConfigFault[] {
  const providers = new Set(merged.providers.map(({ name }) => name));
  const ofPrices = merged.prices.flatMap(({ provider }, index): ConfigFault[] =>
    provider === undefined || providers.has(provider)
      ? []
      : [{ path: ['prices', index, 'provider'], message: `no provider is called "${provider}"` }]
  );
  return [...checkReferences(merged), ...ofPrices];
}

function without(
  sections: Sections,
  section: keyof Sections,
  index: number,
  [list, at]: ConfigFault['path']
): Sections {
  const model = section === 'models' ? sections.models[index] : undefined;
  const chain = model === undefined ? undefined : CHAINS.find((each) => each === list);
  if (model !== undefined && chain !== undefined && typeof at === 'number') {
    return { ...sections, models: sections.models.with(index, { ...model, [chain]: model[chain].toSpliced(at, 1) }) };
  }
  return { ...sections, [section]: sections[section].toSpliced(index, 1) };
}
