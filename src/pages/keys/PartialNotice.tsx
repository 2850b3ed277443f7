import React from 'react';
import { t } from '@grafana/i18n';
import { FindingAlert } from '../../components/findings/FindingAlert';
import { AS_IT_IS } from '../../asItIs';

interface Props {
  /** The store cannot be read now. */
  partial: boolean;
  shown: number;
  total: number;
}

/** Says that a list is not whole, and why. */
export function PartialNotice({ partial, shown, total }: Props) {
  if (partial) {
    return (
      <FindingAlert
        finding={{
          severity: 'warning',
          title: t('list.partial', 'The gateway cannot read its store now, so some may be missing'),
          advice: t(
            'list.partial-advice',
            'What is in force stays so; nothing can be changed until the store answers.'
          ),
        }}
      />
    );
  }
  return shown < total ? (
    <FindingAlert
      finding={{
        severity: 'info',
        title: t('list.cut', 'Shown are the first {{shown}} of {{total}}: search for others', {
          shown,
          total,
          ...AS_IT_IS,
        }),
      }}
    />
  ) : null;
}
