import React, { type ReactNode } from 'react';
import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';

interface Props {
  children: ReactNode;
}

/** What makes no sense when it is broken in two: a date, the beginning of a secret. */
export function OneLine({ children }: Props) {
  return <span className={useStyles2(getStyles).line}>{children}</span>;
}

const getStyles = () => ({ line: css({ whiteSpace: 'nowrap' }) });
