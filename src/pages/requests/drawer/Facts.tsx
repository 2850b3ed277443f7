import React, { type ReactNode } from 'react';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  /** Whether it is part of the fact above it. */
  readonly part?: boolean;
}

/** Names and what they are, a line each. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const styles = useStyles2(getStyles);
  return (
    <dl className={styles.list}>
      {facts.map(({ label, value, part = false }) => (
        <React.Fragment key={label}>
          <dt className={cx(styles.label, part && styles.part)}>{label}</dt>
          <dd className={styles.value}>{value}</dd>
        </React.Fragment>
      ))}
    </dl>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, max-content) minmax(0, 1fr)',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  label: css({ color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular }),
  part: css({ paddingLeft: theme.spacing(2) }),
  value: css({ margin: 0, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' }),
});
