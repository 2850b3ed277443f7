import React, { useState } from 'react';
import { t, Trans } from '@grafana/i18n';
import { shownThreshold, THRESHOLD_UNITS, thresholdText } from '@llm-gateway/catalogue';
import { Alert, Button, Field, Input, Modal, Stack, Text } from '@grafana/ui';
import { errorMessage } from '../../../api/grafana';
import { changeCondition, resetCondition } from '../changeCondition';
import type { RuleStanding } from '../ruleStanding';
import { parseCondition } from './parseCondition';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  standing: RuleStanding;
  onClose: () => void;
  /** After a change is in force. */
  onChanged: () => void;
}

/** Changes from which value on, and after how long, a rule fires. */
export function EditCondition({ standing, onClose, onChanged }: Props) {
  const { rule, origin, condition, changed } = standing;
  const { unit, value } = rule.threshold;
  const { symbol } = THRESHOLD_UNITS[unit];
  const [draft, setDraft] = useState({
    threshold: String(shownThreshold(unit, condition.threshold)),
    for: condition.for,
  });
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { errors, condition: parsed } = parseCondition(rule, draft);

  const apply = async (change: () => Promise<void>) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await change();
      onChanged();
      onClose();
    } catch (error) {
      setFailure(errorMessage(error));
      setBusy(false);
    }
  };

  return (
    <Modal
      isOpen
      title={t('alerts.edit.title', 'Threshold of {{name}}', { name: rule.name, ...AS_IT_IS })}
      onDismiss={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (parsed) {
            void apply(() => changeCondition(standing, parsed));
          }
        }}
      >
        <Stack direction="column" gap={2}>
          <Text color="secondary">{rule.condition}</Text>
          {origin === 'file' && (
            <Alert severity="info" title={t('alerts.edit.provisioned', 'This rule is provisioned from a file')}>
              <Trans i18nKey="alerts.edit.provisioned-hint">
                Grafana does not let it be changed. On saving, a copy with your threshold is made in the folder “LLM
                Gateway, own thresholds”, and the provisioned rule is silenced. Reset takes both back.
              </Trans>
            </Alert>
          )}
          <Field
            noMargin
            label={
              rule.threshold.is === 'above'
                ? t('alerts.edit.above', 'Fires above')
                : t('alerts.edit.below', 'Fires below')
            }
            description={
              unit === 'state'
                ? t('alerts.edit.state-hint', '1 stands for yes, 0 for no. It comes with {{value}}.', {
                    value,
                    ...AS_IT_IS,
                  })
                : t('alerts.edit.threshold-hint', 'It comes with {{value}}.', {
                    value: thresholdText(unit, value),
                    ...AS_IT_IS,
                  })
            }
            invalid={errors.threshold !== undefined}
            error={errors.threshold}
            htmlFor="alert-threshold"
          >
            <Input
              id="alert-threshold"
              prefix={unit === 'dollars' ? symbol : undefined}
              suffix={unit === 'dollars' ? undefined : symbol}
              value={draft.threshold}
              onChange={({ currentTarget }) => setDraft({ ...draft, threshold: currentTarget.value })}
            />
          </Field>
          <Field
            noMargin
            label={t('alerts.edit.for', 'For')}
            description={t('alerts.edit.for-hint', 'How long it must hold before it fires. It comes with {{value}}.', {
              value: rule.for,
              ...AS_IT_IS,
            })}
            invalid={errors.for !== undefined}
            error={errors.for}
            htmlFor="alert-for"
          >
            <Input
              id="alert-for"
              value={draft.for}
              onChange={({ currentTarget }) => setDraft({ ...draft, for: currentTarget.value })}
            />
          </Field>
          {failure && (
            <Alert severity="error" title={t('alerts.edit.failed', 'Grafana refused the change')}>
              {failure}
            </Alert>
          )}
        </Stack>
        <Modal.ButtonRow>
          {changed && (
            <Button
              type="button"
              variant="secondary"
              fill="outline"
              disabled={busy}
              onClick={() => void apply(() => resetCondition(standing))}
            >
              <Trans i18nKey="alerts.edit.reset">Reset</Trans>
            </Button>
          )}
          <Button type="button" variant="secondary" fill="outline" onClick={onClose}>
            <Trans i18nKey="alerts.edit.cancel">Cancel</Trans>
          </Button>
          <Button type="submit" disabled={busy || !parsed} icon={busy ? 'spinner' : undefined}>
            <Trans i18nKey="alerts.edit.save">Save</Trans>
          </Button>
        </Modal.ButtonRow>
      </form>
    </Modal>
  );
}
