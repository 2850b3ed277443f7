import type { KeyPath } from '../../config/document.js';
import type { ImportParts, ModelDraft } from './draft.js';
import { setting } from './setting.js';
import { asList, asText, isMapping } from './values.js';

const CHAINS = ['fallbacks', 'context_window_fallbacks', 'content_policy_fallbacks'] as const;
type Chain = (typeof CHAINS)[number];

/** A model to fall back to, as a file names it. */
interface Target {
  readonly path: KeyPath;
  readonly value: unknown;
}

/** What LiteLLM falls back to for models that no rule of their own is there for. */
const ANY = '*';

/** @param aliasOf the model that another name stands for: its fallbacks hold for it too */
export function importFallbacks(
  aliasOf: ReadonlyMap<string, string>,
  laterTiers: ReadonlySet<ModelDraft>,
  parts: ImportParts
): void {
  for (const chain of CHAINS) {
    const rules = readRules(chain, parts);
    for (const model of parts.draft.models) {
      // Clients do not ask for a later tier, so it needs no fallbacks of its own.
      if (laterTiers.has(model)) {
        continue;
      }
      const names = [model.name, aliasOf.get(model.name), ANY];
      const rule = names.map((name) => rules.get(name ?? '')).find((found) => found !== undefined);
      rule?.forEach((target) => addTarget(model, chain, target, parts));
    }
    [...rules].forEach(([name, targets]) => tellUnknown(name, targets, parts));
    [...rules.values()].flat().forEach((target) => tellUnused(target, parts));
  }
}

/** Rules by the name of the model that they are for. */
function readRules(chain: Chain, { input, account }: ImportParts): ReadonlyMap<string, readonly Target[]> {
  const rules = new Map<string, readonly Target[]>();
  const found = setting(input, chain);
  asList(found?.value).forEach((item, index) => {
    const path = [...(found?.path ?? []), index];
    if (!isMapping(item)) {
      account.leftOut(path, 'it does not say which model falls back to which');
      return;
    }
    for (const [model, targets] of Object.entries(item)) {
      const at = [...path, model];
      const listed = typeof targets === 'string' ? [{ path: at, value: targets }] : targetsIn(targets, at);
      rules.set(model, [...(rules.get(model) ?? []), ...listed]);
    }
  });
  const defaults = chain === 'fallbacks' ? setting(input, 'default_fallbacks') : undefined;
  if (defaults !== undefined) {
    rules.set(ANY, [...(rules.get(ANY) ?? []), ...targetsIn(defaults.value, defaults.path)]);
  }
  return rules;
}

function targetsIn(value: unknown, path: KeyPath): Target[] {
  return asList(value).map((target, index) => ({ path: [...path, index], value: target }));
}

/** The same target of a rule for all models is told of once, where it was first of use. */
function addTarget(model: ModelDraft, chain: Chain, { path, value }: Target, { account, draft }: ImportParts): void {
  const name = nameOf(value);
  const known = draft.models.some((each) => each.name === name);
  const names = (model[chain] ??= []);
  if (name === undefined || !known || name === model.name || names.includes(name)) {
    dropIfEmpty(model, chain);
    return;
  }
  names.push(name);
  const at = isMapping(value) ? [...path, 'model'] : path;
  if (!account.covers(at)) {
    account.kept(at, `models[${draft.models.indexOf(model)}].${chain}[${names.length - 1}]`);
  }
}

function dropIfEmpty(model: ModelDraft, chain: Chain): void {
  if (model[chain]?.length === 0) {
    delete model[chain];
  }
}

/** What no model could use, and why. */
function tellUnused({ path, value }: Target, { account, draft }: ImportParts): void {
  if (account.covers(path) || account.speaksWithin(path)) {
    return;
  }
  const known = draft.models.some(({ name }) => name === nameOf(value));
  account.leftOut(path, known ? 'the model is the same, or is there already' : 'no such model was taken over');
}

function tellUnknown(model: string, targets: readonly Target[], { account, draft }: ImportParts): void {
  if (model === ANY || draft.models.some(({ name }) => name === model)) {
    return;
  }
  for (const { path } of targets) {
    if (!account.covers(path)) {
      account.leftOut(path, 'the model that it is for was not taken over');
    }
  }
}

/** The model's name; LiteLLM also takes a map with other parameters of the request. */
function nameOf(value: unknown): string | undefined {
  return asText(isMapping(value) ? value['model'] : value);
}
