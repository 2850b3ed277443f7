import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, Combobox, IconButton, InlineField, useStyles2 } from '@grafana/ui';
import { backTo, widened, type CostScope } from './costScope';
import { costDimensions, dimensionLabel, toDimension } from './dimensions';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  scope: CostScope;
  onChange: (scope: CostScope) => void;
}

/** The way from all costs to those that are shown, each step of which can be gone back to or taken out. */
export function ScopeBar({ scope, onChange }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.bar}>
      <nav aria-label={t('costs.scope.path', 'Whose costs are shown')} className={styles.path}>
        <Button size="sm" variant="secondary" fill="text" onClick={() => onChange(backTo(scope, 0))}>
          {t('costs.scope.all', 'All costs')}
        </Button>
        {scope.filters.map(({ dimension, values }, index) => (
          <span key={dimension} className={styles.chip}>
            <Button size="sm" variant="secondary" fill="text" onClick={() => onChange(backTo(scope, index + 1))}>
              {`${dimensionLabel(dimension)}: ${values.join(', ')}`}
            </Button>
            <IconButton
              name="times"
              size="sm"
              tooltip={t('costs.scope.remove', 'Remove the filter {{filter}}', {
                filter: dimensionLabel(dimension),
                ...AS_IT_IS,
              })}
              onClick={() => onChange(widened(scope, dimension))}
            />
          </span>
        ))}
      </nav>
      <DimensionPicker scope={scope} onChange={onChange} />
    </div>
  );
}

function DimensionPicker({ scope, onChange }: Props) {
  const known = costDimensions();
  const isTag = known.every(({ value }) => value !== scope.by);
  const options = isTag ? [...known, { value: scope.by, label: dimensionLabel(scope.by) }] : known;
  return (
    <InlineField
      label={t('costs.scope.by', 'Tell apart by')}
      htmlFor="costs-by"
      tooltip={t('costs.scope.by-hint', 'Or type the name of a tag that requests carry.')}
    >
      <Combobox
        id="costs-by"
        width={26}
        createCustomValue
        options={options}
        value={scope.by}
        onChange={({ value }) => value.trim() !== '' && onChange({ ...scope, by: toDimension(value) })}
      />
    </InlineField>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
  }),
  path: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.5), minWidth: 0 }),
  chip: css({
    display: 'inline-flex',
    alignItems: 'center',
    paddingRight: theme.spacing(0.5),
    borderRadius: theme.shape.radius.pill,
    background: theme.colors.background.secondary,
    border: `1px solid ${theme.colors.border.weak}`,
    '&::before': { content: '"›"', paddingLeft: theme.spacing(1), color: theme.colors.text.secondary },
  }),
});
