import React, { useState } from 'react';
import { t, Trans } from '@grafana/i18n';
import { Button, Stack, Text, TextLink } from '@grafana/ui';
import { errorMessage } from '../../../api/grafana';
import { FindingAlert } from '../../../components/findings/FindingAlert';
import { useLoad } from '../../../components/load/useLoad';
import { LoadError } from '../../../components/states/LoadError';
import { prefixRoute } from '../../../routing/routes';
import { bundledDashboards, installDashboards, installedDashboards } from './dashboards';
import { Step } from './Step';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  prometheusUid: string;
}

/** Installs the dashboards that are not there yet, and leads to where alerts are installed. */
export function DashboardsStep({ prometheusUid }: Props) {
  const { data, failure, reload } = useLoad(readDashboards);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const missing = data?.missing ?? [];
  const install = async () => {
    setBusy(true);
    setRefusal(undefined);
    await installDashboards(missing, prometheusUid).catch((error: unknown) => setRefusal(errorMessage(error)));
    setBusy(false);
    reload();
  };

  return (
    <Step
      title={t('setup.dashboards.title', '3. Dashboards and alerts')}
      state={data === undefined ? (failure ? 'todo' : 'waiting') : missing.length === 0 ? 'done' : 'todo'}
    >
      {failure && (
        <LoadError title={t('setup.dashboards.failed', 'The dashboards cannot be read')} reason={failure.message} />
      )}
      {data && (
        <Text>
          {t('setup.dashboards.count', 'Dashboards of the gateway in this Grafana: {{installed}} of {{all}}', {
            installed: data.all - missing.length,
            all: data.all,
            ...AS_IT_IS,
          })}
        </Text>
      )}
      {refusal !== undefined && (
        <FindingAlert
          finding={{
            severity: 'error',
            title: t('setup.dashboards.refused', 'Not all were installed'),
            advice: refusal,
          }}
        />
      )}
      <Stack gap={2} alignItems="center" wrap="wrap">
        {missing.length > 0 && (
          <Button size="sm" icon={busy ? 'spinner' : 'import'} disabled={busy} onClick={() => void install()}>
            <Trans i18nKey="setup.dashboards.install">Install dashboards</Trans>
          </Button>
        )}
        <TextLink href={prefixRoute('alerts')}>
          {t('setup.dashboards.alerts', 'Install alert rules and contact points on the Alerts page')}
        </TextLink>
      </Stack>
    </Step>
  );
}

async function readDashboards() {
  const dashboards = await bundledDashboards();
  const installed = await installedDashboards(dashboards);
  return { all: dashboards.length, missing: dashboards.filter(({ uid }) => !installed.has(uid)) };
}
