import React from 'react';
import { t, Trans } from '@grafana/i18n';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, FieldValidationMessage, IconButton, Stack, useStyles2 } from '@grafana/ui';
import { NumberField } from '../../../components/forms/NumberField';
import { SwitchField } from '../../../components/forms/SwitchField';
import { TextField } from '../../../components/forms/TextField';
import { NEW_DEPLOYMENT, type DeploymentDraft } from './modelDraft';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  deployments: DeploymentDraft[];
  onChange: (deployments: DeploymentDraft[]) => void;
  /** What is wrong with them, in the gateway's words, which name the one that is at fault. */
  error?: string;
  disabled: boolean;
  /** Names of providers that there are. */
  providers: readonly string[];
}

/** Which providers answer a model, a line each. */
export function DeploymentFields({ deployments, onChange, error, disabled, providers }: Props) {
  const styles = useStyles2(getStyles);
  const change = (at: number, changed: Partial<DeploymentDraft>) =>
    onChange(deployments.map((each, index) => (index === at ? { ...each, ...changed } : each)));

  return (
    <Stack direction="column" gap={1}>
      {deployments.map((deployment, at) => (
        <fieldset
          key={at}
          aria-label={t('models.deployment.nth', 'Deployment {{number}}', { number: at + 1, ...AS_IT_IS })}
        >
          <div className={styles.row}>
            <TextField
              label={t('models.deployment.provider', 'Provider')}
              suggestions={providers}
              value={deployment.provider}
              disabled={disabled}
              onChange={(provider) => change(at, { provider })}
            />
            <TextField
              label={t('models.deployment.model', 'Its name for the model')}
              value={deployment.model}
              disabled={disabled}
              onChange={(model) => change(at, { model })}
            />
            <NumberField
              label={t('models.deployment.weight', 'Weight')}
              step="any"
              value={deployment.weight}
              disabled={disabled}
              onChange={(weight) => change(at, { weight })}
            />
            <NumberField
              label={t('models.deployment.concurrent', 'Most at once')}
              value={deployment.max_concurrent}
              disabled={disabled}
              onChange={(max_concurrent) => change(at, { max_concurrent })}
            />
            <SwitchField
              label={t('models.deployment.enabled', 'Enabled')}
              value={deployment.enabled}
              disabled={disabled}
              onChange={(enabled) => change(at, { enabled })}
            />
            <IconButton
              name="trash-alt"
              aria-label={t('models.deployment.remove', 'Remove deployment {{number}}', {
                number: at + 1,
                ...AS_IT_IS,
              })}
              disabled={disabled || deployments.length === 1}
              onClick={() => onChange(deployments.filter((_, index) => index !== at))}
            />
          </div>
        </fieldset>
      ))}
      {error !== undefined && <FieldValidationMessage>{error}</FieldValidationMessage>}
      <div>
        <Button
          size="sm"
          variant="secondary"
          icon="plus"
          disabled={disabled}
          onClick={() => onChange([...deployments, NEW_DEPLOYMENT])}
        >
          <Trans i18nKey="models.deployment.add">Add deployment</Trans>
        </Button>
      </div>
    </Stack>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 4fr) minmax(0, 2fr) minmax(0, 2fr) auto auto',
    alignItems: 'end',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
  }),
});
