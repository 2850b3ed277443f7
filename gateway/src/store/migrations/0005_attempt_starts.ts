import type { Kysely, Migration } from 'kysely';

/** When each call to a provider began, what the provider called it, and how long a request was queued. */
export const attemptStarts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('requests').addColumn('queued_ms', 'double precision').execute();
    await db.schema.alterTable('attempts').addColumn('start_ms', 'double precision').execute();
    await db.schema.alterTable('attempts').addColumn('provider_request_id', 'text').execute();
  },
  async down(db: Kysely<unknown>) {
    await db.schema.alterTable('attempts').dropColumn('provider_request_id').execute();
    await db.schema.alterTable('attempts').dropColumn('start_ms').execute();
    await db.schema.alterTable('requests').dropColumn('queued_ms').execute();
  },
};
