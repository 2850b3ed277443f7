import React from 'react';
import { locationUtil } from '@grafana/data';
import { t } from '@grafana/i18n';
import { IconButton, LinkButton, Stack } from '@grafana/ui';
import { runbookUrl } from '@llm-gateway/catalogue';
import { newSilencePath } from '../../../api/alerting/silences';
import type { RuleStanding } from '../ruleStanding';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  standing: RuleStanding;
  /** Undefined for those who may not. */
  onEdit: (() => void) | undefined;
}

export function RuleActions({ standing: { rule, installed }, onEdit }: Props) {
  const silence = t('alerts.rules.silence', 'Silence {{name}}', { name: rule.name, ...AS_IT_IS });
  const runbook = t('alerts.rules.runbook', 'Runbook of {{name}}', { name: rule.name, ...AS_IT_IS });
  return (
    <Stack gap={0.5} alignItems="center" justifyContent="flex-end">
      {onEdit && installed && (
        <IconButton
          name="pen"
          tooltip={t('alerts.rules.edit', 'Edit threshold of {{name}}', { name: rule.name, ...AS_IT_IS })}
          onClick={onEdit}
        />
      )}
      {installed && (
        <LinkButton
          fill="text"
          variant="secondary"
          size="sm"
          icon="bell-slash"
          aria-label={silence}
          tooltip={silence}
          href={locationUtil.assureBaseUrl(newSilencePath(installed.uid))}
        />
      )}
      <LinkButton
        fill="text"
        variant="secondary"
        size="sm"
        icon="book-open"
        aria-label={runbook}
        tooltip={runbook}
        href={runbookUrl(rule)}
        target="_blank"
        rel="noreferrer"
      />
    </Stack>
  );
}
