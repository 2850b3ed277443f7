import { native } from '../../metrics/native.js';
import { view } from '../view.js';
import { LITELLM_SECONDS } from './buckets.js';
import { NONE } from './labels.js';

const none = { fixed: NONE } as const;

/** LiteLLM's families of what it works with. Each has one label, called and valued like the service. */
export const litellmServices = {
  databaseLatency: view({
    name: 'litellm_postgres_latency',
    type: 'histogram',
    help: 'Duration of database queries, in seconds.',
    from: native.databaseQueryDuration,
    except: { operation: ['ledger_write'] },
    labels: { postgres: { fixed: 'postgres' } },
    buckets: LITELLM_SECONDS,
  }),
  databaseRequests: view({
    name: 'litellm_postgres_total_requests_total',
    type: 'counter',
    help: 'Database queries.',
    from: native.databaseQueryDuration,
    except: { operation: ['ledger_write'] },
    labels: { postgres: { fixed: 'postgres' } },
    part: 'count',
  }),
  ledgerWriteLatency: view({
    name: 'litellm_batch_write_to_db_latency',
    type: 'histogram',
    help: 'Duration of writing a batch of usage events to the ledger, in seconds.',
    from: native.databaseQueryDuration,
    where: { operation: ['ledger_write'] },
    labels: { batch_write_to_db: { fixed: 'batch_write_to_db' } },
    buckets: LITELLM_SECONDS,
  }),
  ledgerWrites: view({
    name: 'litellm_batch_write_to_db_total_requests_total',
    type: 'counter',
    help: 'Batches of usage events written to the ledger.',
    from: native.databaseQueryDuration,
    where: { operation: ['ledger_write'] },
    labels: { batch_write_to_db: { fixed: 'batch_write_to_db' } },
    part: 'count',
  }),
  ledgerWriteFailures: view({
    name: 'litellm_batch_write_to_db_failed_requests_total',
    type: 'counter',
    help: 'Batches that the ledger refused; their events are kept and written again.',
    from: native.ledgerWriteFailures,
    labels: { batch_write_to_db: { fixed: 'batch_write_to_db' }, error_class: none, function_name: none },
  }),
  spendQueue: view({
    name: 'litellm_in_memory_spend_update_queue_size',
    type: 'gauge',
    help: 'Usage events not yet written to the ledger.',
    from: native.ledgerPending,
    labels: { in_memory_spend_update_queue: { fixed: 'in_memory_spend_update_queue' } },
  }),
} as const;
