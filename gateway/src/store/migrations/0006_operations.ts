import type { Kysely, Migration } from 'kysely';

/** What was asked for; until then, nothing but chats. */
export const operations: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('requests')
      .addColumn('operation', 'text', (column) => column.notNull().defaultTo('chat'))
      .execute();
  },
  async down(db: Kysely<unknown>) {
    await db.schema.alterTable('requests').dropColumn('operation').execute();
  },
};
