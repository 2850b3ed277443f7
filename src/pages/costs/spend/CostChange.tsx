import React from 'react';
import { t } from '@grafana/i18n';
import { useTheme2 } from '@grafana/ui';
import { changeText } from '../../../components/format/change';

interface Props {
  /** In nano-dollars, as is what was before; undefined where that is not known. */
  now: number;
  before?: number;
}

/** By how much costs have changed, with a sign: a colour alone is not for everyone. */
export function CostChange({ now, before }: Props) {
  const { colors } = useTheme2();
  if (before === undefined) {
    return <>–</>;
  }
  const color = now > before ? colors.error.text : now < before ? colors.success.text : colors.text.primary;
  return <span style={{ color }}>{changeText(now, before) ?? t('costs.breakdown.new', 'new')}</span>;
}
