import type { KeyPath } from '../../config/document.js';
import { addBudget, addLimits, budgetIn } from './budgets.js';
import type { Draft, ImportParts } from './draft.js';
import { DROPPED } from './deployments.js';
import { asList, asMapping } from './values.js';

type Subject = Partial<Pick<Draft['limits'][number], 'key' | 'team' | 'user'>>;

/** Maps of litellm_settings with the defaults of new keys, teams and users; ours are rules for each. */
const DEFAULTS: ReadonlyArray<readonly [string, string, Subject]> = [
  ['default_key_generate_params', 'each-key', { key: '*' }],
  ['default_team_params', 'each-team', { team: '*' }],
  ['default_internal_user_params', 'each-user', { user: '*' }],
];

const EACH = 'of each, also of those that LiteLLM gave another when they were made';

/** Takes over litellm_settings, but for what router_settings can say too. */
export function importLitellmSettings(parts: ImportParts): void {
  const { account, draft, input } = parts;
  const settings = asMapping(input['litellm_settings']);
  const at = (name: string): KeyPath => ['litellm_settings', name];

  for (const name of ['callbacks', 'success_callback', 'failure_callback', 'service_callback', 'service_callbacks']) {
    asList(settings[name]).forEach((callback, index) => {
      if (callback === 'prometheus') {
        draft.metrics.dialects = ['native', 'litellm'];
        account.kept(
          [...at(name), index],
          'metrics.dialects[1]',
          'LiteLLM’s names beside ours: its dashboards and alerts go on, see docs/migration-litellm.md'
        );
      }
    });
  }
  if (settings['require_auth_for_metrics_endpoint'] === false) {
    draft.metrics.public = true;
    account.kept(at('require_auth_for_metrics_endpoint'), 'metrics.public');
  } else if (settings['require_auth_for_metrics_endpoint'] === true) {
    account.builtIn(at('require_auth_for_metrics_endpoint'), '/metrics asks for LLM_GATEWAY_METRICS_TOKEN');
  }

  if (settings['drop_params'] === true) {
    draft.routing.drop_unsupported = true;
    account.kept(at('drop_params'), 'routing.drop_unsupported', DROPPED);
  }

  for (const [name, rule, subject] of DEFAULTS) {
    const map = asMapping(settings[name]);
    const keys = { limit: 'max_budget', duration: 'budget_duration' };
    addBudget(budgetIn(map, at(name), keys), rule, [subject], parts, EACH);
    const limits = {
      requests_per_minute: 'rpm_limit',
      tokens_per_minute: 'tpm_limit',
      parallel_requests: 'max_parallel_requests',
    };
    addLimits(map, at(name), limits, rule, subject, parts);
  }
  const users = { limit: 'max_internal_user_budget', duration: 'internal_user_budget_duration' };
  addBudget(budgetIn(settings, ['litellm_settings'], users), 'internal-users', [{ user: '*' }], parts, EACH);
  const endUsers = { limit: 'max_end_user_budget', duration: 'end_user_budget_duration' };
  addBudget(budgetIn(settings, ['litellm_settings'], endUsers), 'end-users', [{ user: '*' }], parts, EACH);
}
