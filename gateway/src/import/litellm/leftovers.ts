import type { KeyPath } from '../../config/document.js';
import { adviceFor } from './advice.js';
import type { ImportParts } from './draft.js';
import { leavesOf, valueAt, kindOf } from './values.js';

/** Parts of the file that are not told of as a whole. */
const SECTIONS = [
  /^model_list(\.\d+(\.(litellm_params|model_info))?)?$/,
  /^(router_settings|litellm_settings|general_settings|environment_variables)$/,
];

/** Tells of all that nothing was said of yet, so that no setting is lost in silence. */
export function tellLeftovers({ input, account }: ImportParts): void {
  for (const leaf of leavesOf(input)) {
    if (account.covers(leaf) || leaf.length === 0) {
      continue;
    }
    const { advice, on } = adviceFor(leaf);
    const whole = largestUntold(leaf, (path) => account.speaksWithin(path));
    const path = on.length > whole.length ? on : whole;
    const value = valueAt(input, path);
    if (kindOf(value) === 'empty' && advice.outcome !== 'built in') {
      account.builtIn(path, 'it says nothing');
    } else if (advice.outcome === 'environment') {
      account.environment(path, advice.to ?? '', advice.note);
    } else if (advice.outcome === 'built in') {
      account.builtIn(path, advice.note);
    } else {
      account.leftOut(path, advice.note);
    }
  }
}

/** The largest part of the file around a setting of which nothing was said. */
function largestUntold(leaf: KeyPath, isTold: (path: KeyPath) => boolean): KeyPath {
  for (let length = 1; length < leaf.length; length++) {
    const path = leaf.slice(0, length);
    if (!isTold(path) && !SECTIONS.some((section) => section.test(path.join('.')))) {
      return path;
    }
  }
  return leaf;
}
