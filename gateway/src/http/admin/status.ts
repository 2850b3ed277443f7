import type { FastifyInstance } from 'fastify';
import Type from 'typebox';

import { documented } from './documented.js';

/** How this replica and what it depends on stand now. */
export interface GatewayStatus {
  readonly version: string;
  readonly startedAt: Date;
  readonly models: number;
  readonly providers: number;
  /** Names of those that get no calls. */
  readonly disabledProviders: readonly string[];
  readonly process: ProcessStatus;
  readonly store: {
    readonly dialect: 'sqlite' | 'postgres';
    readonly up: boolean;
    /** How long it took to answer; undefined while it does not. */
    readonly latencyMs: number | undefined;
    /** Why it does not answer; holds no secret. */
    readonly reason: string | undefined;
  };
  /** Undefined without REDIS_URL. */
  readonly redis: { readonly up: boolean } | undefined;
  readonly ledger: {
    readonly pending: number;
    /** How long the oldest pending event has waited, in milliseconds. */
    readonly oldestPendingMs: number;
    readonly journalBytes: number;
    readonly failures: number;
    readonly refused: number;
    /** No more events are taken: requests are refused. */
    readonly full: boolean;
    readonly journalFailing: boolean;
  };
}

export interface ProcessStatus {
  readonly pid: number;
  /** Name of the machine or container. */
  readonly host: string;
  readonly heapUsedBytes: number;
  readonly heapLimitBytes: number;
  /** Of all network interfaces that it sees but loopback, since they came up; undefined where that is not told. */
  readonly network: { readonly receivedBytes: number; readonly sentBytes: number } | undefined;
}

const Answer = Type.Object({
  version: Type.String(),
  started_at: Type.String({ format: 'date-time' }),
  models: Type.Integer({ description: 'Configured models.' }),
  providers: Type.Integer({ description: 'Configured providers.' }),
  disabled_providers: Type.Array(Type.String(), { description: 'Those of them that get no calls.' }),
  process: Type.Object({
    pid: Type.Integer(),
    host: Type.String({ description: 'Name of the machine or container.' }),
    heap_used_bytes: Type.Integer(),
    heap_limit_bytes: Type.Integer(),
    network: Type.Optional(
      Type.Object(
        { received_bytes: Type.Integer(), sent_bytes: Type.Integer() },
        { description: 'Of all network interfaces of its machine or container but loopback.' }
      )
    ),
  }),
  store: Type.Object({
    dialect: Type.Enum(['sqlite', 'postgres']),
    up: Type.Boolean({ description: 'Whether it answered just now.' }),
    latency_ms: Type.Optional(Type.Number()),
    reason: Type.Optional(Type.String({ description: 'Why it did not answer.' })),
  }),
  redis: Type.Object({ up: Type.Boolean() }, { nullable: true, description: 'null without REDIS_URL.' }),
  ledger: Type.Object({
    pending: Type.Integer({ description: 'Usage events that are not in the store yet.' }),
    lag_seconds: Type.Number({ description: 'How long the oldest of them has waited.' }),
    journal_bytes: Type.Integer(),
    write_failures: Type.Integer({ description: 'Batches that the store did not take; each is tried again.' }),
    refused: Type.Integer({ description: 'Events that the store will never take; kept in journal/refused.bad.' }),
    full: Type.Boolean({ description: 'No more events are taken, so that requests are refused.' }),
    journal_failing: Type.Boolean({ description: 'The journal cannot be written, so that requests are refused.' }),
  }),
});

/** `GET /api/v1/status`: what a caller with the admin token is connected to. */
export async function statusRoute(
  app: FastifyInstance,
  { status }: { readonly status: () => Promise<GatewayStatus> }
): Promise<void> {
  const schema = {
    summary: 'Version and size of this gateway, and how its store, Redis and ledger stand',
    tags: ['status'],
    response: { 200: Answer },
  };
  app.get('/status', { schema, ...documented }, async () => toAnswer(await status()));
}

function toAnswer({ startedAt, process, store, redis, ledger, ...status }: GatewayStatus) {
  const { pid, host, heapUsedBytes, heapLimitBytes, network } = process;
  return {
    version: status.version,
    started_at: startedAt.toISOString(),
    models: status.models,
    providers: status.providers,
    disabled_providers: status.disabledProviders,
    process: {
      pid,
      host,
      heap_used_bytes: heapUsedBytes,
      heap_limit_bytes: heapLimitBytes,
      network: network && { received_bytes: network.receivedBytes, sent_bytes: network.sentBytes },
    },
    store: { dialect: store.dialect, up: store.up, latency_ms: store.latencyMs, reason: store.reason },
    redis: redis ?? null,
    ledger: {
      pending: ledger.pending,
      lag_seconds: ledger.oldestPendingMs / 1_000,
      journal_bytes: ledger.journalBytes,
      write_failures: ledger.failures,
      refused: ledger.refused,
      full: ledger.full,
      journal_failing: ledger.journalFailing,
    },
  };
}
