import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

import { ConfigError } from '../../config/problem.js';
import { GatewayError } from '../../errors/gatewayError.js';

/** Puts the configuration file, as it is now, into force. */
export type ConfigReload = () => Promise<{ readonly changed: boolean; readonly restartNeeded: readonly string[] }>;

/** `POST /api/v1/config/reload`. */
export async function configRoutes(app: FastifyInstance, { reload }: { readonly reload: ConfigReload }): Promise<void> {
  const schema = {
    summary: 'Read the configuration file again',
    tags: ['config'],
    response: {
      200: Type.Object({
        changed: Type.Boolean(),
        restart_needed: Type.Array(Type.String(), { description: 'Changed sections that are read only at the start.' }),
      }),
    },
  };
  app.post('/config/reload', { schema }, async () => {
    try {
      const { changed, restartNeeded } = await reload();
      return { changed, restart_needed: restartNeeded };
    } catch (error) {
      if (error instanceof ConfigError) {
        const options = { status: 400, type: 'invalid_request_error', code: 'invalid_config' } as const;
        throw new GatewayError(`The configuration is wrong; the one before stays in force.\n${error.message}`, options);
      }
      throw error;
    }
  });
}
