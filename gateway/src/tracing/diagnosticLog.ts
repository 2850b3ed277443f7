import type { DiagLogger } from '@opentelemetry/api';
import type { Logger } from 'pino';

/** A receiver that is down fails every few seconds; one line a minute says so well enough. */
const PAUSE_MS = 60_000;

/** What OpenTelemetry's SDK has to say, in our log: at most one line in PAUSE_MS, with how many it stands for. */
export function diagnosticLog(log: Pick<Logger, 'warn'>, now: () => number = () => performance.now()): DiagLogger {
  let loggedAt = -Infinity;
  let untold = 0;
  const tell = (message: string): void => {
    if (now() - loggedAt < PAUSE_MS) {
      untold++;
      return;
    }
    log.warn({ reason: reasonOf(message), untold }, 'traces are not sent as they should be');
    loggedAt = now();
    untold = 0;
  };
  const ignore = (): void => undefined;
  return { error: tell, warn: tell, info: ignore, debug: ignore, verbose: ignore };
}

/** The SDK gives errors as JSON, with their stack. */
function reasonOf(message: string): string {
  try {
    const error: unknown = JSON.parse(message);
    const { message: reason } = Object(error) as { message?: unknown };
    return typeof reason === 'string' ? reason : message;
  } catch {
    return message;
  }
}
