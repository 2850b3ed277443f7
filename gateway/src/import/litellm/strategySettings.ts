import type { KeyPath } from '../../config/document.js';
import type { ImportParts } from './draft.js';
import { STICKY_CHECKS } from './routingFacts.js';
import { type Setting, setting } from './setting.js';
import { STRATEGIES } from './strategies.js';
import { asList, asMapping, asText } from './values.js';

/** Takes over how LiteLLM chooses a deployment. After the models, whose strategies are set already. */
export function importStrategies({ account, draft, input }: ImportParts): void {
  const wide = setting(input, 'routing_strategy');
  const strategy = STRATEGIES[asText(wide?.value) ?? ''];
  if (wide !== undefined && strategy !== undefined) {
    const at = draft.models.findIndex((model) => (model.strategy ?? 'weighted') === strategy);
    if (at >= 0) {
      account.kept(wide.path, strategy === 'weighted' ? `models[${at}]` : `models[${at}].strategy`, 'of each model');
    } else {
      account.leftOut(wide.path, 'every model has another');
    }
  }
  const groups = setting(input, 'routing_groups');
  asList(groups?.value).forEach((value, index) => {
    const group = asMapping(value);
    const path: KeyPath = [...(groups?.path ?? []), index];
    const names = asList(group['models']);
    const at = draft.models.findIndex(({ name }) => names.includes(name));
    if (at >= 0 && STRATEGIES[asText(group['routing_strategy']) ?? ''] !== undefined) {
      const model = `models[${at}]`;
      account.kept([...path, 'routing_strategy'], 'strategy' in (draft.models[at] ?? {}) ? `${model}.strategy` : model);
      account.builtIn([...path, 'group_name'], 'a strategy stands at each model');
      names.forEach((name, position) => {
        const index_ = draft.models.findIndex((model_) => model_.name === name);
        const each = [...path, 'models', position];
        if (index_ >= 0) {
          account.kept(each, `models[${index_}]`);
        } else {
          account.leftOut(each, 'the model was not taken over');
        }
      });
    }
  });
  importChecks(setting(input, 'optional_pre_call_checks'), { account, draft });
}

function importChecks(checks: Setting | undefined, { account, draft }: Pick<ImportParts, 'account' | 'draft'>): void {
  asList(checks?.value).forEach((check, index) => {
    const path: KeyPath = [...(checks?.path ?? []), index];
    if (check === 'router_budget_limiting') {
      account.builtIn(path, 'budgets of providers are always kept');
    } else if (check === 'enforce_model_rate_limits') {
      account.builtIn(path, 'limits are always kept; those of deployments are limits of their model');
    } else if (STICKY_CHECKS.includes(String(check)) && draft.models.length > 0) {
      account.kept(
        path,
        'models[0].sticky',
        'of each model: requests of a key stay on one deployment while it can answer'
      );
    }
  });
}
