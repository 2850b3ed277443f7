import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, Field, IconButton, Input, Stack, useStyles2 } from '@grafana/ui';
import { AS_IT_IS } from '../../asItIs';
import type { FieldProps } from './fieldProps';
import type { Pair } from './pairs';

interface Props extends FieldProps<readonly Pair[]> {
  /** What the button says that adds one. */
  add: string;
}

/** Any number of names with a value each, a line each. */
export function PairsField({ label, description, error, ...rows }: Props) {
  return (
    <Field noMargin label={label} description={description} invalid={error !== undefined} error={error}>
      <Rows {...rows} />
    </Field>
  );
}

type RowsProps = Pick<Props, 'disabled' | 'value' | 'onChange' | 'add'>;

function Rows({ disabled, value: pairs, onChange, add }: RowsProps) {
  const styles = useStyles2(getStyles);
  const change = (at: number, changed: Partial<Pair>) =>
    onChange(pairs.map((each, index) => (index === at ? { ...each, ...changed } : each)));

  return (
    <Stack direction="column" gap={1}>
      {pairs.map(({ name, value }, at) => {
        const number = at + 1;
        return (
          <div key={at} className={styles.row}>
            <Input
              aria-label={t('forms.pair.name', 'Name {{number}}', { number, ...AS_IT_IS })}
              placeholder={t('forms.pair.name-hint', 'Name')}
              value={name}
              disabled={disabled}
              onChange={({ currentTarget }) => change(at, { name: currentTarget.value })}
            />
            <Input
              aria-label={t('forms.pair.value', 'Value {{number}}', { number, ...AS_IT_IS })}
              placeholder={t('forms.pair.value-hint', 'Value')}
              value={value}
              disabled={disabled}
              onChange={({ currentTarget }) => change(at, { value: currentTarget.value })}
            />
            <IconButton
              name="trash-alt"
              aria-label={t('forms.pair.remove', 'Remove {{number}}', { number, ...AS_IT_IS })}
              disabled={disabled}
              onClick={() => onChange(pairs.filter((_, index) => index !== at))}
            />
          </div>
        );
      })}
      <div>
        <Button
          size="sm"
          variant="secondary"
          icon="plus"
          disabled={disabled}
          onClick={() => onChange([...pairs, { name: '', value: '' }])}
        >
          {add}
        </Button>
      </div>
    </Stack>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 2fr) auto',
    alignItems: 'center',
    gap: theme.spacing(1),
  }),
});
