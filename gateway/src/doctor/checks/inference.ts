import { type Answer, ask, askFor, messageOf } from '../ask.js';
import { type Finding, failed, ok, skipped, warning } from '../finding.js';
import type { Known } from './check.js';

/** Longest wait for one token, in milliseconds: a model that was not loaded takes a while. */
const LONGEST_MS = 30_000;

/** A real request through the whole gateway, for one token. */
export async function checkInference({ settings }: Known): Promise<readonly Finding[]> {
  const { client, hasKey, timeoutMs } = settings;
  if (!hasKey) {
    return [skipped('inference', 'no request made: give a key with --key or LLM_GATEWAY_KEY')];
  }
  const models = await ask(client, '/v1/models', { timeoutMs });
  if (models.status !== 200) {
    const advice = 'Give one that is valid with --key or LLM_GATEWAY_KEY.';
    return [failed('inference', `the key is refused: ${messageOf(models.body)}`, advice)];
  }
  const { data } = models.body as { readonly data: ReadonlyArray<{ readonly id: string }> };
  const asked = settings.model === undefined ? data.map(({ id }) => id) : [settings.model];
  const found = await firstEnabled(client, asked);
  if (found === undefined) {
    return [skipped('inference', 'there is no model to ask')];
  }
  const { model, first } = found;
  if (first.status === 200) {
    return [answered(model, first)];
  }
  // One failure may be chance, two are none.
  const second = await chat(client, model);
  const why = messageOf(first.body) || `status ${first.status}`;
  return [
    second.status === 200
      ? warning('inference', `${model} answered at the second try; the first failed: ${why}`, 'Try again, or --deep.')
      : failed(
          'inference',
          `${model} does not answer: ${why}`,
          'See the lines on models and providers, or try --deep.',
          {
            details: { model, status: second.status },
          }
        ),
  ];
}

/** Most models that are asked for one that is not disabled. */
const MOST_ASKED = 10;

/** Of models in their order, the first that is not disabled, or else the last that was asked, and what it answered. */
async function firstEnabled(client: Known['settings']['client'], models: readonly string[]) {
  let found: { readonly model: string; readonly first: Answer } | undefined;
  for (const model of models.slice(0, MOST_ASKED)) {
    found = { model, first: await chat(client, model) };
    const answer = found.first.body as { readonly error?: { readonly code?: string } } | null;
    if (answer?.error?.code !== 'model_disabled') {
      break;
    }
  }
  return found;
}

function answered(model: string, { latencyMs }: Answer): Finding {
  return ok('inference', `${model} answered in ${latencyMs} ms`, { details: { model, latency_ms: latencyMs } });
}

function chat(client: Known['settings']['client'], model: string): Promise<Answer> {
  const body = { model, messages: [{ role: 'user', content: 'Say yes.' }], max_tokens: 1 };
  return ask(client, '/v1/chat/completions', { timeoutMs: LONGEST_MS, body });
}

interface Tested {
  readonly ok: boolean;
  readonly call: string;
  readonly status?: number;
  readonly latency_ms: number;
  readonly message?: string;
}

interface Deployment {
  readonly provider: string;
  readonly provider_model: string;
  readonly status: string;
}

/** A real call to each provider, for one token where a model of it is configured. */
export async function checkProviders({ settings, status }: Known): Promise<readonly Finding[]> {
  if (status === undefined) {
    return [skipped('providers', '--deep needs the admin token')];
  }
  const { gateway, timeoutMs } = settings;
  const { deployments } = await askFor<{ deployments: readonly Deployment[] }>(gateway, '/api/v1/deployments', {
    timeoutMs,
  });
  const called = deployments.filter(({ status: standing }) => standing !== 'disabled');
  const modelOf = new Map(called.map(({ provider, provider_model: model }) => [provider, model]));
  return Promise.all([...modelOf].map(([provider, model]) => testOne(gateway, provider, model)));
}

async function testOne(gateway: Known['settings']['gateway'], provider: string, model: string): Promise<Finding> {
  const path = `/api/v1/providers/${encodeURIComponent(provider)}/test?${new URLSearchParams({ model }).toString()}`;
  const { status, body } = await ask(gateway, path, { timeoutMs: LONGEST_MS, method: 'POST' });
  if (status !== 200) {
    const advice = status === 403 ? 'The viewer token may not: set LLM_GATEWAY_ADMIN_TOKEN.' : 'Look into the log.';
    return failed('providers', `${provider} could not be tried: ${messageOf(body) || `status ${status}`}`, advice);
  }
  const tested = body as Tested;
  const details = { provider, ...tested };
  return tested.ok
    ? ok('providers', `${provider} answered for ${model} in ${Math.round(tested.latency_ms)} ms`, { details })
    : failed(
        'providers',
        `${provider} does not answer for ${model}: ${tested.message ?? `status ${tested.status}`}`,
        'See whether it is up, and whether its api_key and base_url are right.',
        { details }
      );
}
