import Type from 'typebox';

import type { Config, ProviderConfig } from '../../../config/schema.js';
import { changedFields, checkDocument, checkSecretStays, replacement } from '../../../managed/candidate.js';
import { invalidDocument } from '../../../managed/changeError.js';
import type { Inventory } from '../../../managed/inventory.js';
import { type ProviderTestResult, testProvider } from '../../../managed/providerTest.js';
import { TRAITS } from '../../../managed/traits.js';
import type { Provider } from '../../../providers/provider.js';
import { ErrorAnswer } from '../errorAnswer.js';
import { checkParameters, text } from '../listParameters.js';
import type { KindRoutes } from './objectRoutes.js';
import { inputSchema } from './objectSchemas.js';

export interface ProviderTestParts {
  readonly inventory: Inventory;
  /** The configuration in force. */
  readonly config: () => Config;
  /** A provider in force. */
  readonly provider: (name: string) => Provider | undefined;
  /** One that is not in force, with connections of its own; whoever asks for it closes its pool. */
  readonly openProvider: (config: ProviderConfig) => Provider;
}

const Parameters = Type.Object({
  model: Type.Optional(
    Type.String({
      description:
        'Asks this model of the provider for one token, which costs a little, in place of its list of models.',
    })
  ),
});

const Answer = Type.Object({
  ok: Type.Boolean({ description: 'Whether the provider answered as it should.' }),
  call: Type.Enum(['models', 'chat'], { description: 'What was asked.' }),
  status: Type.Optional(Type.Integer({ description: 'HTTP status of its answer.' })),
  latency_ms: Type.Number(),
  message: Type.Optional(Type.String({ description: 'Why it failed, in the provider’s own words where it has some.' })),
  models: Type.Optional(Type.Array(Type.String(), { description: 'Models that it lists; the first 1,000.' })),
});

/** What can be done with providers and with nothing else. */
export function providerRoutes(parts: ProviderTestParts): KindRoutes {
  return {
    kind: 'provider',
    actions: [
      {
        method: 'POST',
        action: '/test',
        schema: {
          summary: 'Make a real call to a provider',
          description:
            'Without a body, to the one in force; with one, to the one that it describes, saved or not. A secret that is left out is that of the one in force, if it is the same server.',
          tags: ['providers'],
          querystring: Parameters,
          body: inputSchema('provider', false),
          response: { 200: Answer, 400: ErrorAnswer, 403: ErrorAnswer, 404: ErrorAnswer, 503: ErrorAnswer },
        },
        handle: async (name, { query, body }) => {
          const model = text(checkParameters(query, Object.keys(Parameters.properties)), 'model');
          const { latencyMs, ...result } = await test(parts, name, body, model);
          return { ...result, latency_ms: latencyMs };
        },
      },
    ],
  };
}

async function test(
  { inventory, config, provider, openProvider }: ProviderTestParts,
  name: string,
  body: unknown,
  model: string | undefined
): Promise<ProviderTestResult> {
  const inForce = config().providers.find((each) => each.name === name);
  if (body !== undefined && body !== null) {
    const described = describedProvider(name, body, inForce);
    const opened = openProvider(described);
    try {
      return await testProvider(opened, { model, secrets: secretsOf(described) });
    } finally {
      await opened.upstream.pool.destroy();
    }
  }
  const found = provider(name);
  if (found === undefined || inForce === undefined) {
    const { problem } = inventory.get('provider', name);
    throw invalidDocument([{ path: [], message: `the provider is not in force: ${problem ?? 'it is being loaded'}` }]);
  }
  return testProvider(found, { model, secrets: secretsOf(inForce) });
}

function describedProvider(name: string, body: unknown, inForce: ProviderConfig | undefined): ProviderConfig {
  const given = changedFields('provider', name, body);
  const document = { ...replacement('provider', inForce ?? {}, given), name };
  checkDocument('provider', document);
  const described = document as Record<string, unknown> as ProviderConfig;
  if (described.type === 'simulator') {
    throw invalidDocument([{ path: ['type'], message: 'is simulated, which needs no test before it is saved' }]);
  }
  if (inForce !== undefined) {
    const kept = TRAITS.provider.secrets.filter((field) => given[field] === undefined && field in document);
    if (kept.length > 0) {
      checkSecretStays('provider', kept, inForce, described);
    }
  }
  return described;
}

function secretsOf(config: Readonly<Record<string, unknown>>): readonly string[] {
  return TRAITS.provider.secrets.map((field) => config[field]).filter((secret) => typeof secret === 'string');
}
