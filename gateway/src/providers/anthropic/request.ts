import type { ChatParameters } from '../../chat/chatParameters.js';
import { type Fields, isObject } from '../../chat/completion/fields.js';
import type { Unsupported } from '../unsupported.js';
import { toConversation } from './conversation.js';
import { checkFields } from './fields.js';
import { JSON_TOOL, type JsonOutput, jsonOutput } from './jsonOutput.js';
import { traitsOf } from './models.js';
import { toSampling } from './sampling.js';
import { toServiceTier } from './serviceTier.js';
import { toThinking } from './thinking.js';
import { toToolChoice, toTools } from './tools.js';

/** Most tokens of an answer where the client names no limit; Anthropic wants one, and not every model goes so far. */
const DEFAULT_MAX_TOKENS = 32_000;

/**
 * A chat completion request as Anthropic's Messages API wants it.
 * @param model what Anthropic calls it
 * @throws GatewayError 400 that names the field which it cannot honour.
 */
export function toMessagesRequest({ body, stream }: ChatParameters, model: string, unsupported: Unsupported): Fields {
  checkFields(body, unsupported);
  const traits = traitsOf(model);
  const { system, turns } = toConversation(body['messages'] as readonly unknown[]);
  const json = jsonOutput(body['response_format'], traits);
  const limit = (body['max_completion_tokens'] ?? body['max_tokens'] ?? undefined) as number | undefined;
  const { thinking, effort } = toThinking(body, { turns, maxTokens: limit }, traits, unsupported);
  const budget = isObject(thinking) ? thinking['budget_tokens'] : undefined;
  const tools = [...toTools(body['tools']), ...(json?.by === 'tool' ? [json.tool] : [])];
  const choice =
    json?.by === 'tool' ? calledForJson(tools.length, budget !== undefined) : toToolChoice(body, traits, unsupported);
  const instructions = json?.by === 'instruction' ? [...system, { type: 'text', text: json.text }] : system;
  return {
    model,
    max_tokens: limit ?? Math.min(traits.maxOutput, DEFAULT_MAX_TOKENS + (typeof budget === 'number' ? budget : 0)),
    ...(instructions.length === 0 ? {} : { system: instructions }),
    messages: turns,
    ...(tools.length === 0 ? {} : { tools, ...(choice === undefined ? {} : { tool_choice: choice }) }),
    ...toSampling(body, { traits, thinks: budget !== undefined }, unsupported),
    ...stopSequences(body['stop']),
    ...(thinking == null ? {} : { thinking }),
    ...outputConfig(body['output_config'], effort, json),
    ...metadata(body),
    ...toServiceTier(body['service_tier'], unsupported),
    ...carried(body),
    ...(stream ? { stream } : {}),
  };
}

/** One tool alone can be asked for by name; beside others any of them may be called; while thinking, none be forced. */
function calledForJson(tools: number, thinks: boolean): Fields {
  if (thinks) {
    return { type: 'auto' };
  }
  return tools === 1 ? { type: 'tool', name: JSON_TOOL } : { type: 'any' };
}

function stopSequences(stop: unknown): Fields {
  if (stop == null) {
    return {};
  }
  return { stop_sequences: Array.isArray(stop) ? stop : [stop] };
}

function outputConfig(own: unknown, effort: unknown, json: JsonOutput | undefined): Fields {
  const config = {
    ...(isObject(own) ? own : {}),
    ...(effort == null ? {} : { effort }),
    ...(json?.by === 'format' ? { format: json.format } : {}),
  };
  return Object.keys(config).length === 0 ? {} : { output_config: config };
}

function metadata({ user, safety_identifier: safety }: Fields): Fields {
  const id = user ?? safety;
  return id == null || id === '' ? {} : { metadata: { user_id: id } };
}

function carried(body: Fields): Fields {
  const names = ['cache_control', 'inference_geo', 'speed'];
  return Object.fromEntries(names.filter((name) => body[name] != null).map((name) => [name, body[name]]));
}
