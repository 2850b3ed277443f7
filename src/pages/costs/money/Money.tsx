import React from 'react';
import { exactUsd, formatUsd } from './formatUsd';

interface Props {
  nanoUsd: number;
}

/** An amount to read; all of its places when pointed at. */
export function Money({ nanoUsd }: Props) {
  return <span title={exactUsd(nanoUsd)}>{formatUsd(nanoUsd / 1e9)}</span>;
}
