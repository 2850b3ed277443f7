import React from 'react';
import { useTheme2 } from '@grafana/ui';
import { exactUsd, formatUsd } from '../money/formatUsd';

interface Props {
  nanoUsd: number;
  /** What it is a difference from. */
  ofNanoUsd: number;
}

/** More or less, in dollars and as a share, with a sign: a colour alone is not for everyone. */
export function Difference({ nanoUsd, ofNanoUsd }: Props) {
  const { colors } = useTheme2();
  const color = nanoUsd > 0 ? colors.error.text : nanoUsd < 0 ? colors.success.text : colors.text.primary;
  const sign = nanoUsd > 0 ? '+' : '';
  const share = ofNanoUsd === 0 ? '' : ` (${sign}${((nanoUsd / ofNanoUsd) * 100).toFixed(1)} %)`;
  return (
    <span style={{ color }} title={exactUsd(nanoUsd)}>
      {`${sign}${formatUsd(nanoUsd / 1e9)}${share}`}
    </span>
  );
}
