import { useCallback, useEffect, useState } from 'react';
import { t } from '@grafana/i18n';
import { errorMessage } from '../../api/grafana';
import type { Finding } from '../../components/findings/finding';

/** Tries a data source out. */
export type Check = (uid: string) => Promise<Finding>;

export interface Checked {
  readonly finding: Finding | undefined;
  readonly busy: boolean;
  readonly run: () => void;
}

interface Options {
  /** Runs it also when it appears, and whenever another data source is chosen. */
  atOnce: boolean;
}

/** Runs a check on demand. What it found is about one data source, and is not shown once another one is chosen. */
export function useCheck(uid: string, check: Check, { atOnce }: Options = { atOnce: false }): Checked {
  const [last, setLast] = useState<{ uid: string; finding?: Finding }>();
  const current = last?.uid === uid ? last : undefined;

  const run = useCallback(async () => {
    const settle = (finding: Finding) => setLast((latest) => (latest?.uid === uid ? { uid, finding } : latest));
    setLast({ uid });
    try {
      settle(await check(uid));
    } catch (error) {
      settle({
        severity: 'error',
        title: t('configuration.check-failed', 'The test could not be run'),
        advice: errorMessage(error),
      });
    }
  }, [uid, check]);

  useEffect(() => {
    if (!atOnce) {
      return undefined;
    }
    const timer = setTimeout(() => void run());
    return () => clearTimeout(timer);
  }, [atOnce, run]);

  return { finding: current?.finding, busy: current !== undefined && current.finding === undefined, run };
}
