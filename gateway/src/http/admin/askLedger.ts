import { GatewayError } from '../../errors/gatewayError.js';

/** PostgreSQL: a statement took longer than it may. */
const CANCELED = '57014';
/** PostgreSQL is not there, is stopping or starting, or has no place for us. */
const DOWN_CODES = /^(?:ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|08\w{3}|57P0[1-3]|53300)$/;
/** The same, said by its client, which gives no code. */
const DOWN_MESSAGES = /Connection terminated|timeout exceeded when trying to connect|Query read timeout/;

/**
 * Runs a question to the ledger.
 * @throws GatewayError 503 where the store is not there, or does not answer in time.
 */
export async function askLedger<Answer>(question: () => Promise<Answer>): Promise<Answer> {
  try {
    return await question();
  } catch (error) {
    const { code = '', message = '' } = error as NodeJS.ErrnoException;
    if (code === CANCELED) {
      throw tooSlow(error);
    }
    throw DOWN_CODES.test(code) || DOWN_MESSAGES.test(message) ? storeDown(error) : error;
  }
}

function tooSlow(cause: unknown): GatewayError {
  return new GatewayError(
    'The answer takes too long. Take a shorter range, or leave out what only single requests tell: tags, deployments, served models, quantiles.',
    { status: 503, type: 'timeout', code: 'too_slow', cause }
  );
}

function storeDown(cause: unknown): GatewayError {
  return new GatewayError(
    'The store cannot be reached now. Requests go on, and what they use will be in the ledger once it is back.',
    { status: 503, type: 'overloaded', code: 'store_unavailable', retryAfterSeconds: 5, cause }
  );
}
