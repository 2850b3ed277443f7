import type { KeyPath } from '../../config/document.js';
import type { Outcome } from './finding.js';

export interface Advice {
  readonly outcome: Exclude<Outcome, 'kept'>;
  /** Name of the variable, of what the environment takes the place of. */
  readonly to?: string;
  readonly note: string;
}

const instead = (note: string): Advice => ({ outcome: 'left out', note });
const builtIn = (note: string): Advice => ({ outcome: 'built in', note });
const environment = (to: string, note: string): Advice => ({ outcome: 'environment', to, note });

const REQUEST = instead('clients send it in their requests; the gateway adds no parameters');
const CACHE = instead(
  'cache.enabled, ttl_seconds and share; each key has answers of its own unless share says otherwise'
);
const REDIS = environment(
  'REDIS_URL',
  'redis://:password@host:port/database; replicas share limits, budgets and breakers by it'
);
const CALLBACK = instead(
  'traces and logs go to no other service; use the ledger’s API and export, /metrics, and the log'
);
const ALERT = instead(
  'alerts are Grafana’s: the rules are in provisioning/, and budgets can call a webhook (webhooks)'
);
const BY_CAUSE = instead('retries and cooldowns go by the cause of the failure: see “Routing” in docs/architecture.md');
const GUARDRAIL = instead('there are no guardrails; keep a proxy that has them in front');
const LOG = environment('LOG_LEVEL', 'e.g. debug; the log is JSON always');
const PRICE = instead('prices come from the price list; set deployments[].price, or prices[]');
const KEYS = instead(
  'make keys with the admin API, or list them under keys; give them models, addresses and expires_at'
);
const TAGS = instead('a request’s tags do not choose deployments; make a model of each set of deployments');
const SSO = instead('people sign in to Grafana, and see the gateway there');
const SECRETS = instead('secrets come from the environment: have your secret manager set the variables');
const MCP = instead('tools and MCP servers are not served');
const ENDPOINT = instead('what is served is in docs/api.md; this is not');
const SEND = instead('clients’ headers are not passed on to providers');

/**
 * What to do instead of what has no counterpart, by its key in LiteLLM's file; `[]` stands for any place in a list. The
 * longest key that fits is taken.
 */
const ADVICE: Readonly<Record<string, Advice>> = {
  credential_list: instead('no deployment that was taken over uses it'),
  guardrails: GUARDRAIL,
  policies: GUARDRAIL,
  policy_attachments: GUARDRAIL,
  prompts: instead('prompts are not kept'),
  mcp_servers: MCP,
  mcp_tools: MCP,
  search_tools: MCP,
  vector_store_registry: ENDPOINT,
  files_settings: ENDPOINT,
  finetune_settings: ENDPOINT,
  assistant_settings: ENDPOINT,
  callback_settings: CALLBACK,
  worker_registry: instead('replicas are equals: give all of them the same DATABASE_URL and REDIS_URL'),
  'model_list[].rpm': instead('LiteLLM does not read it here either; limits[].requests_per_minute limits a model'),
  'model_list[].tpm': instead('LiteLLM does not read it here either; limits[].tokens_per_minute limits a model'),

  'model_list[].litellm_params': REQUEST,
  'model_list[].litellm_params.api_version': builtIn('only Azure has versions'),
  'model_list[].litellm_params.base_model': PRICE,
  'model_list[].litellm_params.rpm': instead('to keep a limit, add limits[] with the model and requests_per_minute'),
  'model_list[].litellm_params.tpm': instead('to keep a limit, add limits[] with the model and tokens_per_minute'),
  'model_list[].litellm_params.weight': instead('it is not a number above 0'),
  'model_list[].litellm_params.max_parallel_requests': instead('it is not a whole number above 0'),
  'model_list[].litellm_params.timeout': instead('it is not a number of seconds; set timeouts of the provider'),
  'model_list[].litellm_params.stream_timeout': instead('it is not a number of seconds; set timeouts of the provider'),
  'model_list[].litellm_params.default_api_key_rpm_limit': instead(
    'add limits[] with key: "*" and requests_per_minute'
  ),
  'model_list[].litellm_params.default_api_key_tpm_limit': instead('add limits[] with key: "*" and tokens_per_minute'),
  'model_list[].litellm_params.rpd': instead('limits are per minute; a budget in tokens can be per day'),
  'model_list[].litellm_params.tpd': instead('add budgets[] with the model, limit_tokens and period: daily'),
  'model_list[].litellm_params.region_name': instead('set region of the provider (bedrock), or its base_url'),
  'model_list[].litellm_params.organization': instead('OpenAI takes the organization from the key'),
  'model_list[].litellm_params.max_retries': instead('routing.max_attempts counts all calls for a request'),
  'model_list[].litellm_params.num_retries': instead('routing.max_attempts holds for all models'),
  'model_list[].litellm_params.cooldown_time': instead('routing.breaker.open_ms holds for all deployments'),
  'model_list[].litellm_params.extra_headers': SEND,
  'model_list[].litellm_params.headers': SEND,
  'model_list[].litellm_params.tags': TAGS,
  'model_list[].litellm_params.tag_regex': TAGS,
  'model_list[].litellm_params.drop_params': builtIn('what a provider cannot honour is refused by its name'),
  'model_list[].litellm_params.additional_drop_params': instead(
    'with drop_unsupported what a provider cannot honour is left out; clients leave out the rest'
  ),
  'model_list[].litellm_params.mock_response': instead('a provider of type simulator answers without a model'),
  'model_list[].litellm_params.configurable_clientside_auth_params': instead(
    'clients cannot choose addresses or keys of providers'
  ),
  'model_list[].litellm_params.cache_control_injection_points': REQUEST,
  'model_list[].litellm_params.tiered_pricing': PRICE,
  'model_list[].litellm_params.input_cost_per_second': PRICE,
  'model_list[].litellm_params.output_cost_per_second': PRICE,

  'model_list[].model_info': instead('it describes the model to clients of LiteLLM’s /model/info, which is not served'),
  'model_list[].model_info.id': builtIn('a deployment is called provider/model'),
  'model_list[].model_info.mode': builtIn('clients say what they want by the path; each provider does what it can'),
  'model_list[].model_info.base_model': PRICE,
  'model_list[].model_info.access_groups': instead(
    'list the models under models of keys, teams and users; * stands for anything'
  ),
  'model_list[].model_info.team_id': instead('list the model under models of the team that may ask for it'),
  'model_list[].model_info.disable_background_health_check': builtIn(
    'a check asks for the list of models, and costs nothing'
  ),

  router_settings: instead('there is nothing like it'),
  'router_settings.routing_strategy': instead(
    'set strategy of each model: weighted, least-busy, lowest-latency, lowest-cost or most-headroom'
  ),
  'router_settings.routing_strategy_args': builtIn('strategies need no settings'),
  'router_settings.routing_groups': instead('set strategy of each model'),
  'router_settings.provider_budget_config': instead(
    'add budgets[] with provider; limits[] are on keys, teams, users and models'
  ),
  'router_settings.retry_policy': BY_CAUSE,
  'router_settings.model_group_retry_policy': BY_CAUSE,
  'router_settings.allowed_fails_policy': BY_CAUSE,
  'router_settings.redis_url': REDIS,
  'router_settings.redis_host': REDIS,
  'router_settings.redis_port': REDIS,
  'router_settings.redis_password': REDIS,
  'router_settings.redis_db': REDIS,
  'router_settings.cache_responses': CACHE,
  'router_settings.cache_kwargs': CACHE,
  'router_settings.caching_groups': instead('models that share answers are one model with several deployments'),
  'router_settings.enable_pre_call_checks': instead(
    'a request that is too long goes to context_window_fallbacks once the provider refuses it'
  ),
  'router_settings.optional_pre_call_checks': instead('there is no such check'),
  'router_settings.enable_tag_filtering': TAGS,
  'router_settings.tag_filtering_match_any': TAGS,
  'router_settings.tag_routing_prefix': TAGS,
  'router_settings.model_group_alias': builtIn('aliases are models like others, and are listed'),
  'router_settings.max_fallbacks': instead('routing.max_attempts counts the calls of fallbacks too'),
  'router_settings.max_retries': instead('routing.max_attempts counts all calls for a request'),
  'router_settings.fallbacks': instead('write it as fallbacks of the model, with names of models only'),
  'router_settings.context_window_fallbacks': instead(
    'write it as context_window_fallbacks of the model, with names of models only'
  ),
  'router_settings.content_policy_fallbacks': instead(
    'write it as content_policy_fallbacks of the model, with names of models only'
  ),
  'router_settings.default_max_parallel_requests': instead('set max_concurrent of each deployment'),
  'router_settings.default_litellm_params': REQUEST,
  'router_settings.set_verbose': LOG,
  'router_settings.debug_level': LOG,
  'router_settings.client_ttl': builtIn('connections are kept and replaced as needed'),
  'router_settings.alerting_config': ALERT,
  'router_settings.model_group_affinity_config': instead('set sticky of each model: key or user'),
  'router_settings.deployment_affinity_ttl_seconds': builtIn('sticky needs no time'),
  'router_settings.disable_cooldowns': builtIn('failing deployments are left alone for a time'),
  'router_settings.weights': instead('set weight of each deployment'),
  'router_settings.enable_weighted_failover': builtIn('each deployment is tried before the next model'),
  'router_settings.ignore_invalid_deployments': builtIn(
    'what is wrong with the configuration is said by check, and not put into force'
  ),

  litellm_settings: instead('there is nothing like it'),
  'litellm_settings.callbacks': CALLBACK,
  'litellm_settings.success_callback': CALLBACK,
  'litellm_settings.failure_callback': CALLBACK,
  'litellm_settings.service_callback': CALLBACK,
  'litellm_settings.service_callbacks': CALLBACK,
  'litellm_settings.audit_log_callbacks': instead('every change is in the audit log of the admin API'),
  'litellm_settings.langfuse_default_tags': CALLBACK,
  'litellm_settings.turn_off_message_logging': builtIn(
    'prompts and answers are not kept, unless ledger.contents says so'
  ),
  'litellm_settings.redact_messages_in_exceptions': instead(
    'the message of a provider’s error goes to the client, and to no log'
  ),
  'litellm_settings.redact_user_api_key_info': builtIn('no key is ever logged'),
  'litellm_settings.cache': CACHE,
  'litellm_settings.cache_params': CACHE,
  'litellm_settings.cache_params.host': REDIS,
  'litellm_settings.cache_params.port': REDIS,
  'litellm_settings.cache_params.password': REDIS,
  'litellm_settings.cache_params.url': REDIS,
  'litellm_settings.cache_params.redis_startup_nodes': instead('a cluster of Redis is not supported'),
  'litellm_settings.drop_params': builtIn('what a provider cannot honour is refused by its name'),
  'litellm_settings.modify_params': builtIn('requests are translated for each provider'),
  'litellm_settings.set_verbose': LOG,
  'litellm_settings.json_logs': LOG,
  'litellm_settings.num_retries_per_request': instead('routing.max_attempts counts all calls for a request'),
  'litellm_settings.default_fallbacks': instead('write it as fallbacks of the models, with names of models only'),
  'litellm_settings.fallbacks': instead('write it as fallbacks of the model, with names of models only'),
  'litellm_settings.context_window_fallbacks': instead('write it as context_window_fallbacks of the model'),
  'litellm_settings.content_policy_fallbacks': instead('write it as content_policy_fallbacks of the model'),
  'litellm_settings.max_budget': instead(
    'there is no budget on everything; give keys a common tag, and add budgets[] with it'
  ),
  'litellm_settings.budget_duration': instead(
    'there is no budget on everything; give keys a common tag, and add budgets[] with it'
  ),
  'litellm_settings.max_end_user_budget_id': instead('add budgets[] with the user'),
  'litellm_settings.tag_budget_config': instead('tags are name=value: add budgets[] with tag: name=value'),
  'litellm_settings.default_team_settings': instead(
    'teams have no log service of their own; budgets and limits can be on a team'
  ),
  'litellm_settings.default_key_generate_params': KEYS,
  'litellm_settings.upperbound_key_generate_params': instead(
    'only holders of the admin token make keys; add budgets[] and limits[] with key: "*"'
  ),
  'litellm_settings.key_generation_settings': instead('only holders of the admin token make keys'),
  'litellm_settings.default_team_params': instead('add teams[] and what holds for them'),
  'litellm_settings.default_internal_user_params': instead('add users[] and what holds for them'),
  'litellm_settings.request_timeout': instead('it is not a number of seconds; set timeouts of the providers'),
  'litellm_settings.cost_discount_config': PRICE,
  'litellm_settings.cost_margin_config': PRICE,
  'litellm_settings.custom_provider_map': instead('add a provider of type openai-compatible'),
  'litellm_settings.disable_end_user_cost_tracking': instead('users are in the ledger; metrics have no label for them'),
  'litellm_settings.disable_end_user_cost_tracking_prometheus_only': builtIn('metrics have no label for users'),
  'litellm_settings.enable_end_user_cost_tracking_prometheus_only': instead(
    'metrics have no label for users; ask the usage API'
  ),
  'litellm_settings.prometheus_metrics_config': instead('metrics and their labels are given'),
  'litellm_settings.custom_prometheus_metadata_labels': instead('metrics have no labels for tags; ask the usage API'),
  'litellm_settings.custom_prometheus_tags': instead('metrics have no labels for tags; ask the usage API'),
  'litellm_settings.mcp_aliases': MCP,
  'litellm_settings.ssl_verify': environment(
    'NODE_EXTRA_CA_CERTS',
    'a file with the certificate authority of the providers'
  ),
  'litellm_settings.include_cost_in_streaming_usage': instead(
    'the cost is in the header x-llm-gateway-cost-usd of answers that are not streamed, and in the ledger'
  ),

  general_settings: instead('there is nothing like it'),
  'general_settings.master_key': environment(
    'LLM_GATEWAY_ADMIN_TOKEN',
    'the token of the admin API; generated at the first start if not set'
  ),
  'general_settings.database_connection_pool_limit': builtIn('at most 10 connections'),
  'general_settings.database_connection_timeout': builtIn(
    'usage is kept while the database is away, and written later'
  ),
  'general_settings.database_type': instead('PostgreSQL and SQLite are supported'),
  'general_settings.coordination_redis': REDIS,
  'general_settings.use_redis_transaction_buffer': builtIn('usage is kept in a journal until the store has it'),
  'general_settings.store_model_in_db': builtIn('models made by the admin API are kept beside those of the file'),
  'general_settings.background_health_checks': builtIn('providers are checked every routing.health_check_ms'),
  'general_settings.health_check_interval': instead(
    'checks were off; set routing.health_check_ms to have others than every 30 s'
  ),
  'general_settings.alerting': ALERT,
  'general_settings.alert_types': ALERT,
  'general_settings.alerting_args': ALERT,
  'general_settings.alerting_threshold': ALERT,
  'general_settings.alert_to_webhook_url': ALERT,
  'general_settings.spend_report_frequency': instead('the export of usage is for reports: GET /api/v1/usage'),
  'general_settings.custom_auth': instead('clients have keys, or tokens of an OpenID provider (auth.jwt)'),
  'general_settings.litellm_jwtauth': instead(
    'a token names a user and a team; what they may do stands in models, budgets and limits'
  ),
  'general_settings.enable_oauth2_auth': instead('tokens of an OpenID provider are read by auth.jwt'),
  'general_settings.allowed_ips': instead('give addresses to each key'),
  'general_settings.use_x_forwarded_for': instead('set server.trusted_proxies to the addresses of your proxies'),
  'general_settings.litellm_key_header_name': instead('keys are sent as Authorization: Bearer, x-api-key or api-key'),
  'general_settings.user_header_name': instead('the user is the key’s, the token’s, or user in the body'),
  'general_settings.user_header_mappings': instead('the user is the key’s, the token’s, or user in the body'),
  'general_settings.enforce_user_param': instead('give keys a user, or take tokens'),
  'general_settings.reject_clientside_metadata_tags': instead(
    'tags of the key go into every request, those of the client go before; budget on the key or its team'
  ),
  'general_settings.completion_model': instead('clients name the model'),
  'general_settings.infer_model_from_keys': instead('list the models'),
  'general_settings.pass_through_endpoints': ENDPOINT,
  'general_settings.forward_client_headers_to_llm_api': SEND,
  'general_settings.forward_openai_org_id': SEND,
  'general_settings.key_management_system': SECRETS,
  'general_settings.key_management_settings': SECRETS,
  'general_settings.use_google_kms': SECRETS,
  'general_settings.use_azure_key_vault': SECRETS,
  'general_settings.allow_requests_on_db_unavailable': builtIn(
    'requests do not need the database; keys are remembered'
  ),
  'general_settings.user_api_key_cache_ttl': builtIn('auth.refresh_ms says how soon changes are known'),
  'general_settings.proxy_batch_write_at': builtIn('ledger.flush_ms says how long usage waits for more'),
  'general_settings.proxy_budget_rescheduler_min_time': builtIn('budgets begin anew at their time'),
  'general_settings.proxy_budget_rescheduler_max_time': builtIn('budgets begin anew at their time'),
  'general_settings.disable_spend_logs': instead(
    'usage is always written down; ledger.retention_days says for how long'
  ),
  'general_settings.maximum_spend_logs_retention_period': instead(
    'it is not a time that can be read; set ledger.retention_days'
  ),
  'general_settings.maximum_spend_logs_retention_interval': builtIn('what is too old is removed in the background'),
  'general_settings.store_prompts_in_spend_logs': builtIn(
    'prompts and answers are not kept, unless ledger.contents says so'
  ),
  'general_settings.disable_prisma_schema_update': builtIn('the store is brought to the newest layout at the start'),
  'general_settings.ui_access_mode': SSO,
  'general_settings.custom_sso': SSO,
  'general_settings.otel': CALLBACK,
  'general_settings.cancel_on_disconnect': builtIn('a call ends when its client leaves'),
  'general_settings.litellm_license': instead('no licence is needed'),
};

const ANYTHING = instead('there is nothing like it');

/** What to do instead of a setting, and the key of the file that the advice is on. */
export function adviceFor(path: KeyPath): { readonly advice: Advice; readonly on: KeyPath } {
  for (let length = path.length; length > 0; length--) {
    const on = path.slice(0, length);
    const advice = ADVICE[patternOf(on)];
    if (advice !== undefined) {
      return { advice, on };
    }
  }
  return { advice: ANYTHING, on: path.slice(0, 1) };
}

/** `model_list[3].rpm` as `model_list[].rpm`. */
function patternOf(path: KeyPath): string {
  return path.reduce<string>(
    (pattern, part) => (typeof part === 'number' ? `${pattern}[]` : pattern === '' ? part : `${pattern}.${part}`),
    ''
  );
}
