import { useState } from 'react';
import { t } from '@grafana/i18n';
import { errorMessage } from '../../../api/grafana';
import type { Finding } from '../../../components/findings/finding';
import type { ProviderTestResult } from './testProvider';
import { AS_IT_IS } from '../../../asItIs';

/** Runs a test of a provider when asked to, and says what came of it. */
export function useProviderTest(test: () => Promise<ProviderTestResult>) {
  const [state, setState] = useState<{ busy: boolean; finding?: Finding }>({ busy: false });
  const run = async () => {
    setState({ busy: true });
    try {
      setState({ busy: false, finding: toFinding(await test()) });
    } catch (error) {
      const title = t('providers.test.impossible', 'The test could not be run');
      setState({ busy: false, finding: { severity: 'error', title, advice: errorMessage(error) } });
    }
  };
  return { ...state, run };
}

function toFinding({ ok, status, latency_ms: latency, message, models }: ProviderTestResult): Finding {
  const ms = Math.round(latency);
  if (ok) {
    return {
      severity: 'success',
      title: t('providers.test.ok', 'The provider answered in {{ms}} ms', { ms, ...AS_IT_IS }),
      advice:
        models &&
        t('providers.test.models', 'It has {{count}} models: {{names}}', {
          count: models.length,
          names: short(models),
          ...AS_IT_IS,
        }),
    };
  }
  return {
    severity: 'error',
    title:
      status === undefined
        ? t('providers.test.no-answer', 'No answer after {{ms}} ms', { ms, ...AS_IT_IS })
        : t('providers.test.refused', 'The provider answered {{status}} in {{ms}} ms', { status, ms, ...AS_IT_IS }),
    advice: message,
  };
}

const MOST_NAMES = 8;

function short(names: readonly string[]): string {
  return names.length > MOST_NAMES ? `${names.slice(0, MOST_NAMES).join(', ')} …` : names.join(', ');
}
