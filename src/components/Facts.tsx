import React, { type ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

/** What it is, and what it is here; nothing where it is not known. */
export type Fact = readonly [label: string, value: ReactNode];

interface Props {
  facts: readonly Fact[];
}

/** Facts about one thing, a line each; those that are not known are left out. */
export function Facts({ facts }: Props) {
  const styles = useStyles2(getStyles);
  const known = facts.filter(([, value]) => value !== undefined && value !== null && value !== '');
  return (
    <dl className={styles.list}>
      {known.map(([label, value]) => (
        <React.Fragment key={label}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value}</dd>
        </React.Fragment>
      ))}
    </dl>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, max-content) 1fr',
    gap: theme.spacing(0.5, 2),
    margin: 0,
  }),
  label: css({ color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular }),
  value: css({ margin: 0, overflowWrap: 'anywhere' }),
});
