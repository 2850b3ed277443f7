import { Ajv } from 'ajv';
import Type, { type Static } from 'typebox';

import { keyName } from '../../config/document.js';
import { toFaults } from '../../config/validate.js';
import { GatewayError } from '../../errors/gatewayError.js';
import { BehaviourPatchSchema } from '../../simulator/patch.js';

/** Body of `PATCH /api/v1/simulator/:provider`. */
export const SimulatorPatchBody = Type.Object(
  {
    behaviour: BehaviourPatchSchema,
    model: Type.Optional(
      Type.String({ minLength: 1, maxLength: 200, description: 'Only this model, not the whole provider.' })
    ),
    for_seconds: Type.Optional(
      Type.Number({
        exclusiveMinimum: 0,
        maximum: 2_592_000,
        description: 'After which the configured behaviour is back; until it is reset if left out.',
      })
    ),
  },
  { additionalProperties: false }
);

// Fastify's own validation would drop unknown keys in silence and take "1" for 1.
const check = new Ajv({ useDefaults: true, allErrors: true, verbose: true, strict: false }).compile(SimulatorPatchBody);

/** Reads the body of a patch. @throws GatewayError 400 that names the field. */
export function parseSimulatorPatch(body: unknown): Static<typeof SimulatorPatchBody> {
  if (check(body)) {
    return body as Static<typeof SimulatorPatchBody>;
  }
  const faults = toFaults(check.errors ?? []).map(({ path, message }) => ({ key: keyName(path), message }));
  const [first] = faults;
  throw new GatewayError(`${faults.map(({ key, message }) => `${key || 'the body'}: ${message}`).join('; ')}.`, {
    status: 400,
    type: 'invalid_request_error',
    code: 'invalid_parameter',
    param: first?.key || undefined,
  });
}
