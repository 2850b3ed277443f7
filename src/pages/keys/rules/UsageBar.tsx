import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';

const NEAR = 0.8;

interface Props {
  /** Of what, for those who do not see it. */
  label: string;
  /** From 0; above 1 where it is overspent. */
  share: number;
}

/** How much of something is used: green, orange from 80 %, red when it is spent. */
export function UsageBar({ label, share }: Props) {
  const styles = getStyles(useTheme2(), share);
  const percent = Math.round(share * 100);
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.min(percent, 100)}
      aria-valuetext={`${percent} %`}
      className={styles.track}
    >
      <div className={styles.used} />
    </div>
  );
}

const getStyles = ({ colors, shape }: GrafanaTheme2, share: number) => {
  const color = share >= 1 ? colors.error.main : share >= NEAR ? colors.warning.main : colors.success.main;
  return {
    track: css({
      height: 6,
      width: '100%',
      minWidth: 80,
      background: colors.background.secondary,
      borderRadius: shape.radius.pill,
    }),
    used: css({
      height: '100%',
      width: `${Math.min(share, 1) * 100}%`,
      minWidth: share > 0 ? 2 : 0,
      background: color,
      borderRadius: shape.radius.pill,
    }),
  };
};
