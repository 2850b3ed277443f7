import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

import { ConfigError } from '../../config/problem.js';
import { GatewayError } from '../../errors/gatewayError.js';
import type { Auditor } from '../../managed/auditor.js';
import { OBJECT_KINDS } from '../../store/storedObject.js';
import { callerOf } from './callerOf.js';
import { documented } from './documented.js';
import { ErrorAnswer } from './errorAnswer.js';
import { answerSchema } from './objects/objectSchemas.js';

/** Puts the configuration file, as it is now, into force. */
export type ConfigReload = () => Promise<{ readonly changed: boolean; readonly restartNeeded: readonly string[] }>;

export interface ConfigRouteParts {
  /** The answer of `GET /config`: see shownConfig. */
  readonly shown: () => Promise<object>;
  readonly reload: ConfigReload;
  readonly audit: Auditor;
}

const Shown = Type.Object({
  config: Type.Object(Object.fromEntries(OBJECT_KINDS.map((kind) => [`${kind}s`, Type.Array(answerSchema(kind))])), {
    additionalProperties: true,
    description: 'As the configuration file; secrets are only told to be there.',
  }),
  truncated: Type.Array(Type.String(), { description: 'Lists with more than the 1,000 items that are answered.' }),
});

const Reloaded = Type.Object({
  changed: Type.Boolean(),
  restart_needed: Type.Array(Type.String(), { description: 'Changed sections that are read only at the start.' }),
});

/** `GET /api/v1/config` and `POST /api/v1/config/reload`. */
export async function configRoutes(app: FastifyInstance, { shown, reload, audit }: ConfigRouteParts): Promise<void> {
  const tags = ['config'];
  app.get(
    '/config',
    {
      schema: { summary: 'The configuration in force, file and API together', tags, response: { 200: Shown } },
      ...documented,
    },
    () => shown()
  );
  app.post(
    '/config/reload',
    {
      schema: {
        summary: 'Read the configuration file again',
        tags,
        response: { 200: Reloaded, 400: ErrorAnswer, 403: ErrorAnswer },
      },
      ...documented,
    },
    async (request) => {
      const { changed, restartNeeded } = await reload().catch((error: unknown) => {
        throw error instanceof ConfigError ? wrongFile(error) : error;
      });
      const answer = { changed, restart_needed: restartNeeded };
      const what = { action: 'reload', kind: 'config', name: 'file', before: undefined, after: answer };
      await audit({ ...callerOf(request), ...what });
      return answer;
    }
  );
}

function wrongFile({ message }: ConfigError): GatewayError {
  const options = { status: 400, type: 'invalid_request_error', code: 'invalid_config' } as const;
  return new GatewayError(`The configuration is wrong; the one before stays in force.\n${message}`, options);
}
