import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { DataSourcePicker } from '@grafana/runtime';
import { Button, Stack } from '@grafana/ui';
import { installedDataSources } from '../../api/dataSources/installed';
import { AS_IT_IS } from '../../asItIs';

interface Props {
  label: string;
  inputId: string;
  /** Only data sources of this kind can be chosen. */
  pluginId: string;
  /** The chosen one; nothing where it is gone. */
  uid: string | undefined;
  onChange: (uid: string) => void;
  busy: boolean;
  onTest: () => void;
  /** Set by the field around it. */
  invalid?: boolean;
}

/** A list to choose a data source from, and a button to test the chosen one. */
export function PickAndTest({ label, inputId, pluginId, uid, onChange, busy, onTest, invalid }: Props) {
  return (
    <Stack gap={1} alignItems="center" wrap="wrap">
      <DataSourcePicker
        // It looks its value up only when it appears.
        key={uid}
        inputId={inputId}
        pluginId={pluginId}
        current={uid ?? null}
        noDefault
        invalid={invalid}
        disabled={installedDataSources(pluginId).length === 0}
        width={50}
        onChange={(dataSource) => onChange(dataSource.uid)}
      />
      <Button
        variant="secondary"
        icon={busy ? 'spinner' : undefined}
        disabled={busy || uid === undefined}
        aria-label={t('configuration.test-label', 'Test {{label}}', { label, ...AS_IT_IS })}
        onClick={onTest}
      >
        <Trans i18nKey="configuration.test">Test</Trans>
      </Button>
    </Stack>
  );
}
