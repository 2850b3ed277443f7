import React, { useState } from 'react';
import type { AppPluginMeta } from '@grafana/data';
import { t, Trans } from '@grafana/i18n';
import { Button, Stack } from '@grafana/ui';
import { DATASOURCE_ID } from '@llm-gateway/catalogue';
import type { AppSettings } from '../../api/settings/appSettings';
import { useAppSettings } from '../../api/settings/settingsStore';
import { FindingAlert } from '../../components/findings/FindingAlert';
import { PROMETHEUS_ID } from '../../constants';
import { checkGateway } from './checkGateway';
import { checkPrometheus } from './checkPrometheus';
import { ConnectionField } from './ConnectionField';
import { useCheck } from './useCheck';
import { useSave } from './useSave';

interface Props {
  meta: AppPluginMeta;
}

/** Chooses, tests and saves the two data sources every page asks. */
export function ConfigurationForm({ meta }: Props) {
  const [draft, setDraft] = useState(useAppSettings(meta.jsonData));
  const { outcome, saving, save } = useSave(meta, draft);
  const change = (changed: Partial<AppSettings>) => setDraft({ ...draft, ...changed });

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack direction="column" gap={3} maxWidth={100}>
        <ConnectionField
          label={t('configuration.gateway.label', 'LLM Gateway')}
          description={t(
            'configuration.gateway.description',
            'Exact usage and cost from the gateway’s ledger. This data source holds the gateway’s address and admin token.'
          )}
          pluginId={DATASOURCE_ID}
          uid={draft.gatewayUid}
          onChange={(gatewayUid) => change({ gatewayUid })}
          checked={useCheck(draft.gatewayUid, checkGateway)}
        />
        <ConnectionField
          label={t('configuration.prometheus.label', 'Prometheus')}
          description={t(
            'configuration.prometheus.description',
            'Rates and latencies: the Prometheus that scrapes the gateway.'
          )}
          pluginId={PROMETHEUS_ID}
          uid={draft.prometheusUid}
          onChange={(prometheusUid) => change({ prometheusUid })}
          checked={useCheck(draft.prometheusUid, checkPrometheus)}
        />
        {outcome && <FindingAlert finding={outcome} />}
        <div>
          <Button type="submit" disabled={saving} icon={saving ? 'spinner' : undefined}>
            <Trans i18nKey="configuration.save">Save</Trans>
          </Button>
        </div>
      </Stack>
    </form>
  );
}
