import React from 'react';
import { t } from '@grafana/i18n';
import { Field, Stack } from '@grafana/ui';
import { installedDataSources } from '../../api/dataSources/installed';
import { AddDataSourceLink } from '../../components/AddDataSourceLink';
import { FindingAlert } from '../../components/findings/FindingAlert';
import { PickAndTest } from './PickAndTest';
import type { Checked } from './useCheck';
import { AS_IT_IS } from '../../asItIs';

interface Props {
  label: string;
  description: string;
  /** Only data sources of this kind can be chosen. */
  pluginId: string;
  uid: string;
  onChange: (uid: string) => void;
  checked: Checked;
}

/** Chooses one data source and tests it. */
export function ConnectionField({
  label,
  description,
  pluginId,
  uid,
  onChange,
  checked: { finding, busy, run },
}: Props) {
  const installed = installedDataSources(pluginId);
  const isInstalled = installed.some((dataSource) => dataSource.uid === uid);
  const inputId = `data-source-${pluginId}`;

  return (
    <Stack direction="column" gap={1}>
      <Field
        label={label}
        description={description}
        htmlFor={inputId}
        noMargin
        invalid={installed.length > 0 && !isInstalled}
        error={t('configuration.not-there', 'There is no data source with the uid {{uid}}: choose another one.', {
          uid,
          ...AS_IT_IS,
        })}
      >
        <PickAndTest
          label={label}
          inputId={inputId}
          pluginId={pluginId}
          uid={isInstalled ? uid : undefined}
          onChange={onChange}
          busy={busy}
          onTest={run}
        />
      </Field>
      {installed.length === 0 && <NoneInstalled label={label} />}
      {finding && <FindingAlert finding={finding} />}
    </Stack>
  );
}

function NoneInstalled({ label }: Pick<Props, 'label'>) {
  return (
    <FindingAlert
      finding={{
        severity: 'info',
        title: t('configuration.none-installed', 'There is no {{label}} data source yet', { label, ...AS_IT_IS }),
      }}
    >
      <div>
        <AddDataSourceLink />
      </div>
    </FindingAlert>
  );
}
