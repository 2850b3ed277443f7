import type { ProviderDraft } from './providerDraft.js';

/** Our providers while they are found: one for each address, key and timeouts. */
export interface ProviderPool {
  /**
   * Index of the provider that is like this; a new one if there is none yet.
   * @param litellm LiteLLM's name of the provider, which becomes ours
   * @param alone for a deployment that shares its provider with no other
   */
  add(litellm: string, wanted: Omit<ProviderDraft, 'name'>, alone: boolean): number;
  /** Names of ours for one of LiteLLM's. */
  namesOf(litellm: string): readonly string[];
  readonly all: readonly ProviderDraft[];
}

export function createProviderPool(): ProviderPool {
  const pool: Array<{ readonly litellm: string; readonly alone: boolean; readonly draft: ProviderDraft }> = [];
  const isTaken = (name: string) => pool.some(({ draft }) => draft.name === name);
  return {
    add(litellm, wanted, alone) {
      const like = JSON.stringify(wanted);
      const same = pool.findIndex(
        (entry) =>
          !alone && !entry.alone && entry.litellm === litellm && JSON.stringify(withoutName(entry.draft)) === like
      );
      if (same >= 0) {
        return same;
      }
      let name = litellm;
      for (let number = 2; isTaken(name); number++) {
        name = `${litellm}-${number}`;
      }
      return pool.push({ litellm, alone, draft: { name, ...wanted } }) - 1;
    },
    namesOf: (litellm) => pool.filter((entry) => entry.litellm === litellm).map(({ draft }) => draft.name),
    get all() {
      return pool.map(({ draft }) => draft);
    },
  };
}

function withoutName({ name: _name, ...rest }: ProviderDraft): Omit<ProviderDraft, 'name'> {
  return rest;
}
