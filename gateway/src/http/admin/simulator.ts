// For what it adds to Fastify's type of a schema: summary, tags.
import type {} from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

import { SimulatorBehaviour } from '../../config/schema.js';
import type { BehaviourState, SimulatedProviderState, SimulatorControl } from '../../simulator/control.js';
import { BehaviourPatchSchema } from '../../simulator/patch.js';
import { SimulatorPatchBody, parseSimulatorPatch } from './simulatorPatch.js';

const behaviour = {
  name: Type.String(),
  configured: SimulatorBehaviour,
  current: SimulatorBehaviour,
  override: Type.Object(
    {
      behaviour: BehaviourPatchSchema,
      until: Type.String({ format: 'date-time', nullable: true, description: 'null: until it is reset.' }),
    },
    { nullable: true, description: 'What was patched; null when nothing is.' }
  ),
};

const ProviderAnswer = Type.Object({
  ...behaviour,
  models: Type.Array(Type.Object(behaviour), { description: 'Models with a behaviour of their own.' }),
});

const ListAnswer = Type.Object({ providers: Type.Array(ProviderAnswer) });

const ErrorAnswer = Type.Object({
  error: Type.Object({
    message: Type.String(),
    type: Type.String(),
    param: Type.String({ nullable: true }),
    code: Type.String({ nullable: true }),
  }),
});

const Params = Type.Object({
  provider: Type.String({ description: 'Name of a simulated provider, URL-encoded: a / in it as %2F.' }),
});

interface ProviderRoute {
  readonly Params: { readonly provider: string };
}

/** `/api/v1/simulator`: how simulated providers behave, and a way to break and mend them while they run. */
export async function simulatorRoutes(
  app: FastifyInstance,
  { control }: { readonly control: SimulatorControl }
): Promise<void> {
  const tags = ['simulator'];
  const errors = { 400: ErrorAnswer, 404: ErrorAnswer };

  app.get(
    '/simulator',
    { schema: { summary: 'Simulated providers and how they behave now', tags, response: { 200: ListAnswer } } },
    () => ({ providers: control.list().map(toAnswer) })
  );

  app.patch<ProviderRoute>(
    '/simulator/:provider',
    {
      schema: {
        summary: 'Change how a simulated provider, or one of its models, behaves',
        description: 'Lies over an earlier patch that still holds; for_seconds counts from now and for all of it.',
        tags,
        params: Params,
        body: SimulatorPatchBody,
        response: { 200: ProviderAnswer, ...errors },
      },
      // The schema is for readers; parseSimulatorPatch checks, and names what is wrong.
      validatorCompiler: () => () => true,
    },
    (request) => {
      const { behaviour: patch, model, for_seconds: forSeconds } = parseSimulatorPatch(request.body);
      return toAnswer(control.patch(request.params.provider, patch, { model, forSeconds }));
    }
  );

  app.delete<ProviderRoute>(
    '/simulator/:provider',
    {
      schema: {
        summary: 'Back to the configured behaviour of a simulated provider and all its models',
        tags,
        params: Params,
        response: { 200: ProviderAnswer, 404: ErrorAnswer },
      },
    },
    (request) => toAnswer(control.reset(request.params.provider))
  );
}

function toAnswer({ models, ...provider }: SimulatedProviderState): object {
  return { ...scopeAnswer(provider), models: models.map(scopeAnswer) };
}

function scopeAnswer({ name, configured, current, override }: BehaviourState & { readonly name: string }): object {
  const told = override && { behaviour: override.behaviour, until: override.until?.toISOString() ?? null };
  return { name, configured, current, override: told ?? null };
}
