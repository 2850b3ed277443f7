import type { KeyPath } from '../../config/document.js';
import type { ImportParts } from './draft.js';
import { asMapping, asText, kindOf, variableOf } from './values.js';

/** Takes over the master key, as a key of a client. */
export function importMasterKey({ account, draft, input, variables }: ImportParts): void {
  const value = asMapping(input['general_settings'])['master_key'];
  if (kindOf(value) === 'empty') {
    return;
  }
  const path: KeyPath = ['general_settings', 'master_key'];
  const variable = variableOf(value);
  const secret = asText(value);
  if (variable === undefined && secret === undefined) {
    account.leftOut(path, 'it is no text; set LLM_GATEWAY_ADMIN_TOKEN');
    return;
  }
  const key =
    variable === undefined
      ? variables.hide(secret ?? '', 'LITELLM_MASTER_KEY', 'general_settings.master_key')
      : variables.refer(variable);
  draft.keys.push({ name: 'litellm-master-key', key });
  account.kept(
    path,
    'keys[0].key',
    'a key that clients can go on using, of at least 8 characters; it does not open the admin API, whose token is LLM_GATEWAY_ADMIN_TOKEN'
  );
}

/** Tokens of an OpenID provider; LiteLLM reads who issues them from the environment. */
export function importTokens({ account, draft, input, variables }: ImportParts): void {
  const general = asMapping(input['general_settings']);
  if (general['enable_jwt_auth'] !== true) {
    return;
  }
  const claims = asMapping(general['litellm_jwtauth']);
  const rule: Record<string, string> = {
    name: 'jwt',
    issuer: variables.refer('JWT_ISSUER', 'the iss of the tokens; LiteLLM does without'),
    audience: variables.refer('JWT_AUDIENCE', 'the aud of the tokens; LiteLLM may do without'),
    jwks_url: variables.refer('JWT_PUBLIC_KEY_URL'),
  };
  for (const [theirs, ours] of [
    ['user_id_jwt_field', 'user_claim'],
    ['team_id_jwt_field', 'team_claim'],
  ] as const) {
    const claim = asText(claims[theirs]);
    if (claim !== undefined && !claim.includes('${')) {
      rule[ours] = claim;
      account.kept(['general_settings', 'litellm_jwtauth', theirs], `auth.jwt[0].${ours}`);
    }
  }
  draft.auth.jwt = [rule];
  account.kept(['general_settings', 'enable_jwt_auth'], 'auth.jwt[0]');
}
