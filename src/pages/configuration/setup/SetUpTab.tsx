import React, { useState } from 'react';
import { css } from '@emotion/css';
import type { AppPluginMeta } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { AppSettings } from '../../../api/settings/appSettings';
import { useAppSettings } from '../../../api/settings/settingsStore';
import { useSave } from '../useSave';
import { DashboardsStep } from './DashboardsStep';
import { FirstRequestStep } from './FirstRequestStep';
import { GatewayStep } from './GatewayStep';
import { PrometheusStep } from './PrometheusStep';
import { SaveChoice } from './SaveChoice';

interface Props {
  meta: AppPluginMeta;
}

/** The first run, step by step: connect the gateway, Prometheus, dashboards and alerts, and see a first request. */
export function SetUpTab({ meta }: Props) {
  const styles = useStyles2(getStyles);
  const [draft, setDraft] = useState(useAppSettings(meta.jsonData));
  const saving = useSave(meta, draft);
  const change = (changed: Partial<AppSettings>) => setDraft({ ...draft, ...changed });

  return (
    <ol className={styles.steps}>
      <GatewayStep uid={draft.gatewayUid} onChange={(gatewayUid) => change({ gatewayUid })} />
      <PrometheusStep uid={draft.prometheusUid} onChange={(prometheusUid) => change({ prometheusUid })} />
      <SaveChoice {...saving} />
      <DashboardsStep prometheusUid={draft.prometheusUid} />
      <FirstRequestStep gatewayUid={draft.gatewayUid} />
    </ol>
  );
}

const getStyles = () => ({ steps: css({ padding: 0, margin: 0, maxWidth: 900 }) });
