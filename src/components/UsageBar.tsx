import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface Props {
  /** What is measured. */
  label: string;
  /** 0 to 1; more where a limit is exceeded. */
  share: number;
}

/** How much of something is used, with a colour for what that means: from 80 % on it warns, at 100 % it is spent. */
export function UsageBar({ label, share }: Props) {
  const styles = useStyles2(getStyles);
  const level = share >= 1 ? styles.spent : share >= 0.8 ? styles.nearly : styles.fine;
  return (
    <span className={styles.whole}>
      <span
        role="meter"
        aria-label={label}
        aria-valuenow={Math.round(share * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
        className={styles.track}
      >
        <span className={level} style={{ width: `${Math.min(share, 1) * 100}%` }} />
      </span>
      {`${Math.round(share * 100)} %`}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const fill = (background: string) => css({ display: 'block', height: '100%', background });
  return {
    whole: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(1), whiteSpace: 'nowrap' }),
    track: css({
      display: 'inline-block',
      width: 100,
      height: 8,
      borderRadius: theme.shape.radius.default,
      overflow: 'hidden',
      background: theme.colors.background.canvas,
      border: `1px solid ${theme.colors.border.weak}`,
    }),
    fine: fill(theme.colors.success.main),
    nearly: fill(theme.colors.warning.main),
    spent: fill(theme.colors.error.main),
  };
};
