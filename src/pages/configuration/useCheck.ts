import { useState } from 'react';
import { t } from '@grafana/i18n';
import { errorMessage } from '../../api/grafana';
import type { Finding } from '../../components/findings/finding';

/** Tries a data source out. */
export type Check = (uid: string) => Promise<Finding>;

/** Runs a check on demand. What it found is about one data source, and is not shown once another one is chosen. */
export function useCheck(uid: string, check: Check) {
  const [last, setLast] = useState<{ uid: string; finding?: Finding }>();
  const current = last?.uid === uid ? last : undefined;

  const run = async () => {
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
  };

  return { finding: current?.finding, busy: current !== undefined && current.finding === undefined, run };
}
