import React, { useState } from 'react';
import { t, Trans } from '@grafana/i18n';
import { DataSourcePicker } from '@grafana/runtime';
import { Alert, Button, Field, Modal, Stack } from '@grafana/ui';
import { contactPointOf, PROMETHEUS_UID, type Severity } from '@llm-gateway/catalogue';
import { readContactPoints } from '../../../api/alerting/contactPoints';
import { installedDataSources } from '../../../api/dataSources/installed';
import { errorMessage } from '../../../api/grafana';
import { useLoad } from '../../../components/load/useLoad';
import { PROMETHEUS_ID } from '../../../constants';
import type { RuleStanding } from '../ruleStanding';
import { installRules, type Receivers } from './installRules';
import { ReceiverFields } from './ReceiverFields';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  standings: readonly RuleStanding[];
  onClose: () => void;
  onInstalled: () => void;
}

const MINUTE_MS = 60_000;

/** Chooses the Prometheus that the rules ask and the contact points that they tell, and writes them. */
export function InstallRules({ standings, onClose, onInstalled }: Props) {
  const { data: contactPoints } = useLoad(readContactPoints, { everyMs: MINUTE_MS });
  const [prometheusUid, setPrometheusUid] = useState(defaultPrometheus);
  const [chosen, setChosen] = useState<Partial<Receivers>>({});
  const [progress, setProgress] = useState<string>();
  const [failure, setFailure] = useState<string>();

  const receiver = (severity: Severity) =>
    chosen[severity] ??
    (contactPoints?.some(({ name }) => name === contactPointOf(severity)) ? contactPointOf(severity) : '');
  const receivers = { critical: receiver('critical'), warning: receiver('warning'), info: receiver('info') };

  const install = async () => {
    setFailure(undefined);
    try {
      await installRules({
        standings,
        prometheusUid: prometheusUid ?? '',
        receivers,
        onProgress: (done, all) =>
          setProgress(t('alerts.install.progress', 'Group {{done}} of {{all}}', { done, all, ...AS_IT_IS })),
      });
      onInstalled();
      onClose();
    } catch (error) {
      setFailure(errorMessage(error));
    }
    setProgress(undefined);
  };

  return (
    <Modal
      isOpen
      title={t('alerts.install.title', 'Install the alert rules into Grafana Alerting')}
      onDismiss={onClose}
    >
      <Stack direction="column" gap={2}>
        <Field
          noMargin
          label={t('alerts.install.prometheus', 'Prometheus that the rules ask')}
          htmlFor="alerts-prometheus"
        >
          <DataSourcePicker
            inputId="alerts-prometheus"
            pluginId={PROMETHEUS_ID}
            current={prometheusUid ?? null}
            noDefault
            onChange={({ uid }) => setPrometheusUid(uid)}
          />
        </Field>
        <ReceiverFields
          receivers={receivers}
          contactPoints={contactPoints ?? []}
          onChange={(severity, name) => setChosen({ ...chosen, [severity]: name })}
        />
        {failure && (
          <Alert severity="error" title={t('alerts.install.failed', 'Not all rules were installed')}>
            {failure}
          </Alert>
        )}
      </Stack>
      <Modal.ButtonRow>
        <Button variant="secondary" fill="outline" onClick={onClose}>
          <Trans i18nKey="alerts.install.cancel">Cancel</Trans>
        </Button>
        <Button
          disabled={progress !== undefined || prometheusUid === undefined || !contactPoints}
          icon={progress ? 'spinner' : undefined}
          onClick={() => void install()}
        >
          {progress ?? t('alerts.install.install', 'Install')}
        </Button>
      </Modal.ButtonRow>
    </Modal>
  );
}

function defaultPrometheus(): string | undefined {
  const installed = installedDataSources(PROMETHEUS_ID);
  return (installed.find(({ uid }) => uid === PROMETHEUS_UID) ?? installed[0])?.uid;
}
