import { isName } from './deployments.js';
import type { ImportParts } from './draft.js';
import { setting } from './setting.js';
import { asMapping, asText, isMapping } from './values.js';

/** Takes over model_group_alias: each alias is a model with the deployments of another. Answers whose alias each is. */
export function importAliases({ input, account, draft }: ImportParts): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const aliases = setting(input, 'model_group_alias');
  for (const [alias, value] of Object.entries(asMapping(aliases?.value))) {
    const path = [...(aliases?.path ?? []), alias];
    const target = asText(isMapping(value) ? value['model'] : value);
    const model = draft.models.find(({ name }) => name === target);
    const problem =
      model === undefined
        ? 'the model that it stands for was not taken over'
        : !isName(alias)
          ? 'it cannot be the name of a model: it has spaces, a wildcard, or other letters than ASCII'
          : draft.models.some(({ name }) => name === alias)
            ? 'there is a model of that name, which is asked for instead'
            : undefined;
    if (problem !== undefined || model === undefined) {
      account.leftOut(path, problem ?? '');
      continue;
    }
    const note = 'a model with the same deployments; what is said of the other by its name does not hold for it';
    account.kept(isMapping(value) ? [...path, 'model'] : path, `models[${draft.models.length}]`, note);
    draft.models.push({
      ...model,
      name: alias,
      deployments: model.deployments.map((deployment) => ({ ...deployment })),
      ...(model.fallbacks === undefined ? {} : { fallbacks: [...model.fallbacks] }),
    });
    found.set(alias, model.name);
  }
  return found;
}
