import { addBudget, budgetIn, freeName } from './budgets.js';
import { type ReadDeployment, isName, readDeployment, tellDeployment } from './deployments.js';
import type { DeploymentDraft, ImportParts, ModelDraft } from './draft.js';
import { orderOf, tellOrders } from './modelOrders.js';
import { importRates } from './modelRates.js';
import type { RoutingFacts } from './routingFacts.js';
import { asList, asMapping, asNumber, asText } from './values.js';

const SHARE =
  'as its share of the traffic, which is what it is for in LiteLLM too; to limit the model, add it to limits[]';

/**
 * Takes over model_list: what has the same model_name becomes the deployments of one model, or of several where their
 * `order` differs. Answers those that only other models fall back to.
 */
export function importModels(facts: RoutingFacts, parts: ImportParts): ReadonlySet<ModelDraft> {
  const groups = new Map<string, ReadDeployment[]>();
  asList(parts.input['model_list']).forEach((value, index) => {
    const [entry, path] = [asMapping(value), ['model_list', index]];
    const name = asText(entry['model_name']);
    const isWildcard = name?.includes('*') === true;
    if (!isName(name)) {
      const why = isWildcard
        ? 'there are no wildcards: add each model that clients ask for'
        : 'its model_name is empty, too long, or has spaces or other letters than ASCII in it';
      parts.account.leftOut(path, `it is left out whole: ${why}`);
      return;
    }
    const read = readDeployment(entry, path, facts.timeouts, parts);
    if (read !== undefined) {
      groups.set(name, [...(groups.get(name) ?? []), read]);
    }
  });
  return new Set([...groups].flatMap(([name, reads]) => importGroup(name, reads, facts, parts)));
}

/** Adds the models of a group; answers all but the first. */
function importGroup(
  name: string,
  reads: readonly ReadDeployment[],
  facts: RoutingFacts,
  parts: ImportParts
): readonly ModelDraft[] {
  if (facts.enforcesLimits) {
    importRates(name, reads, parts);
  }
  const orders = [...new Set(reads.map(orderOf))].sort((one, other) => one - other);
  const first = parts.draft.models.length;
  orders.forEach((order, tier) => {
    const taken = [...parts.draft.models, ...groupNames(parts)];
    const model: ModelDraft = {
      name: tier === 0 ? name : freeName(`${name}-order-${tier + 1}`, taken),
      ...facts.choiceOf(name),
      deployments: [],
    };
    parts.draft.models.push(model);
    importTier(
      model,
      reads.filter((read) => orderOf(read) === order),
      facts.isWeighted(name),
      parts
    );
  });
  const [leading, ...others] = parts.draft.models.slice(first);
  if (leading !== undefined && others.length > 0) {
    leading.fallbacks = others.map((model) => model.name);
  }
  tellOrders(reads, orders, first, parts);
  return others;
}

/** A name that clients ask for is not given to a later tier of another model. */
function groupNames({ input }: ImportParts): Array<{ readonly name: string }> {
  return asList(input['model_list']).flatMap((entry) => {
    const name = asText(asMapping(entry)['model_name']);
    return name === undefined ? [] : [{ name }];
  });
}

function importTier(model: ModelDraft, reads: readonly ReadDeployment[], weighted: boolean, parts: ImportParts): void {
  const { account, draft, pool } = parts;
  const at = `models[${draft.models.length - 1}]`;
  const isAlone = new Set(reads.map((read) => `${read.draft.provider} ${read.draft.model}`)).size === 1;
  const metrics = isAlone ? [] : weighted ? ['weight', 'rpm', 'tpm'] : ['weight'];
  const metric = metrics.find((key) => reads.some(({ params }) => shareOf(params[key]) > 0));
  for (const read of reads) {
    const { path, params } = read;
    const weight = metric === undefined ? undefined : shareOf(params[metric]);
    const index = place(model.deployments, read.draft, weight, isAlone);
    const to = `${at}.deployments[${index}]`;
    account.kept([...path, 'model_name'], `${at}.name`);
    if (metric !== undefined && metric in asMapping(read.entry['litellm_params'])) {
      account.kept([...path, 'litellm_params', metric], `${to}.weight`, metric === 'weight' ? undefined : SHARE);
    } else if (isAlone && asNumber(params['weight']) !== undefined) {
      account.builtIn([...path, 'litellm_params', 'weight'], 'it is the only deployment, and takes all of the traffic');
    }
    tellDeployment(read, to, model.deployments[index] as DeploymentDraft, parts);
    const own = asMapping(read.entry['litellm_params']);
    const source = budgetIn(own, [...path, 'litellm_params'], { limit: 'max_budget', duration: 'budget_duration' });
    const { name } = pool.all[read.providerIndex] as { name: string };
    addBudget(source, name, [{ provider: name }], parts, 'on a provider of its own');
  }
}

/** Index of the deployment among those of the model; one that is there already gets more of the traffic. */
function place(
  deployments: DeploymentDraft[],
  wanted: DeploymentDraft,
  weight: number | undefined,
  isAlone: boolean
): number {
  const same = deployments.findIndex(({ provider, model }) => provider === wanted.provider && model === wanted.model);
  const known = deployments[same];
  if (known !== undefined) {
    if (!isAlone) {
      known.weight = (known.weight ?? 1) + (weight ?? 1);
    }
    return same;
  }
  return deployments.push({ ...wanted, ...(weight === undefined ? {} : { weight }) }) - 1;
}

function shareOf(value: unknown): number {
  const share = asNumber(value) ?? 0;
  return share > 0 ? share : 0;
}
