/** Parts of the stack that a finding can be about. */
export const PARTS = [
  'gateway',
  'health',
  'configuration',
  'models',
  'providers',
  'database',
  'redis',
  'ledger',
  'resources',
  'inference',
  'prometheus',
  'alertmanager',
  'grafana',
  'alerts',
] as const;
export type Part = (typeof PARTS)[number];

/** `skipped`: not asked, or it follows from what another part has. */
export type Status = 'ok' | 'warning' | 'failed' | 'skipped';

/** What a check found out about a part. Never holds a secret. */
export interface Finding {
  readonly part: Part;
  readonly status: Status;
  /** In one line. */
  readonly message: string;
  /** What to do, in one line; of what is not ok. */
  readonly advice?: string | undefined;
  /** A part that, if it has failed, explains this. */
  readonly follows?: Part | undefined;
  /** For machines, with units in the names. */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

type Rest = Pick<Finding, 'follows' | 'details'>;

export const ok = (part: Part, message: string, rest: Rest = {}): Finding => ({ part, status: 'ok', message, ...rest });

export const warning = (part: Part, message: string, advice: string, rest: Rest = {}): Finding => ({
  part,
  status: 'warning',
  message,
  advice,
  ...rest,
});

export const failed = (part: Part, message: string, advice: string, rest: Rest = {}): Finding => ({
  part,
  status: 'failed',
  message,
  advice,
  ...rest,
});

export const skipped = (part: Part, message: string, rest: Rest = {}): Finding => ({
  part,
  status: 'skipped',
  message,
  ...rest,
});
