import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

export interface GatewayStatus {
  readonly version: string;
  readonly startedAt: Date;
  readonly models: number;
  readonly providers: number;
}

const Answer = Type.Object({
  version: Type.String(),
  started_at: Type.String({ format: 'date-time' }),
  models: Type.Integer({ description: 'Configured models.' }),
  providers: Type.Integer({ description: 'Configured providers.' }),
});

/** `GET /api/v1/status`: what a caller with the admin token is connected to. */
export async function statusRoute(
  app: FastifyInstance,
  { status }: { readonly status: () => GatewayStatus }
): Promise<void> {
  const schema = { summary: 'Version and size of this gateway', tags: ['status'], response: { 200: Answer } };
  app.get('/status', { schema }, () => {
    const { version, startedAt, models, providers } = status();
    return { version, started_at: startedAt.toISOString(), models, providers };
  });
}
