import React, { type ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface Props {
  label: string;
  /** What each is called, and what it is; what is not known is left out. */
  facts: ReadonlyArray<readonly [term: string, value: ReactNode]>;
}

/** Facts side by side, as many as there is room for. */
export function FactList({ label, facts }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <dl className={styles.list} aria-label={label}>
      {facts
        .filter(([, value]) => value !== undefined)
        .map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 4),
    margin: 0,
    padding: theme.spacing(1.5, 2),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    dt: { ...theme.typography.bodySmall, color: theme.colors.text.secondary, fontWeight: 'normal' },
    dd: { margin: 0 },
  }),
});
