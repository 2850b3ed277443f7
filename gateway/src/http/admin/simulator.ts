// For what it adds to Fastify's type of a schema: summary, tags.
import type {} from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

import { SimulatorBehaviour } from '../../config/schema.js';
import type { Auditor } from '../../managed/auditor.js';
import type { BehaviourState, SimulatedProviderState, SimulatorControl } from '../../simulator/control.js';
import { BehaviourPatchSchema } from '../../simulator/patch.js';
import { callerOf } from './callerOf.js';
import { documented } from './documented.js';
import { ErrorAnswer } from './errorAnswer.js';
import { namedRoutes } from './namedRoutes.js';
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

/** `/api/v1/simulator`: how simulated providers behave, and a way to break and mend them while they run. */
export async function simulatorRoutes(
  app: FastifyInstance,
  { control, audit }: { readonly control: SimulatorControl; readonly audit: Auditor }
): Promise<void> {
  const tags = ['simulator'];
  const errors = { 400: ErrorAnswer, 403: ErrorAnswer, 404: ErrorAnswer };

  app.get(
    '/simulator',
    {
      schema: { summary: 'Simulated providers and how they behave now', tags, response: { 200: ListAnswer } },
      ...documented,
    },
    () => ({ providers: control.list().map(toAnswer) })
  );

  namedRoutes(app, '/simulator', [
    {
      method: 'PATCH',
      schema: {
        summary: 'Change how a simulated provider, or one of its models, behaves',
        description: 'Lies over an earlier patch that still holds; for_seconds counts from now and for all of it.',
        tags,
        body: SimulatorPatchBody,
        response: { 200: ProviderAnswer, ...errors },
      },
      handle: async (name, request) => {
        const patch = parseSimulatorPatch(request.body);
        const { behaviour: changed, model, for_seconds: forSeconds } = patch;
        const before = overrideOf(control.get(name));
        const answer = toAnswer(control.patch(name, changed, { model, forSeconds }));
        await audit({ ...callerOf(request), action: 'patch', kind: 'simulator', name, before, after: patch });
        return answer;
      },
    },
    {
      method: 'DELETE',
      schema: {
        summary: 'Back to the configured behaviour of a simulated provider and all its models',
        tags,
        response: { 200: ProviderAnswer, ...errors },
      },
      handle: async (name, request) => {
        const before = overrideOf(control.get(name));
        const answer = toAnswer(control.reset(name));
        await audit({ ...callerOf(request), action: 'reset', kind: 'simulator', name, before, after: undefined });
        return answer;
      },
    },
  ]);
}

function toAnswer({ models, ...provider }: SimulatedProviderState): object {
  return { ...scopeAnswer(provider), models: models.map(scopeAnswer) };
}

function scopeAnswer({ name, configured, current, override }: BehaviourState & { readonly name: string }): object {
  return { name, configured, current, override: overrideOf({ override }) ?? null };
}

function overrideOf({ override }: Pick<BehaviourState, 'override'>): object | undefined {
  return override && { behaviour: override.behaviour, until: override.until?.toISOString() ?? null };
}
