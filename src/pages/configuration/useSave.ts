import { useState } from 'react';
import type { AppPluginMeta } from '@grafana/data';
import { t } from '@grafana/i18n';
import { errorMessage } from '../../api/grafana';
import type { AppSettings } from '../../api/settings/appSettings';
import { saveSettings } from '../../api/settings/saveSettings';
import type { Finding } from '../../components/findings/finding';

/** Saves the draft on demand. The outcome is about what was saved, and is not shown once the draft has changed. */
export function useSave(meta: AppPluginMeta, draft: AppSettings) {
  const [last, setLast] = useState<{ draft: AppSettings; outcome?: Finding }>();
  const current = last?.draft === draft ? last : undefined;

  const save = async () => {
    setLast({ draft });
    try {
      await saveSettings(meta, draft);
      setLast({
        draft,
        outcome: {
          severity: 'success',
          title: t('configuration.saved', 'Saved: every page uses these data sources now'),
        },
      });
    } catch (error) {
      setLast({
        draft,
        outcome: {
          severity: 'error',
          title: t('configuration.not-saved', 'The settings were not saved'),
          advice: errorMessage(error),
        },
      });
    }
  };

  return { outcome: current?.outcome, saving: last !== undefined && last.outcome === undefined, save };
}
