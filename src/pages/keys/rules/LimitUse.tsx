import React from 'react';
import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import { AS_IT_IS } from '../../../asItIs';
import { UsageBar } from '../../../components/UsageBar';
import type { LimitPart } from './limitParts';
import { limitWords } from './limitWords';

interface Props {
  of: LimitPart;
}

/** A part of a limit as a bar, with what is used of what. */
export function LimitUse({ of }: Props) {
  const { limit, share, resetsAt } = of;
  const words = limitWords(of);
  return (
    <Stack direction="column" gap={0.5}>
      <UsageBar
        label={t('rules.limit.used', 'Used of the limit {{name}}: {{words}}', { name: limit, words, ...AS_IT_IS })}
        share={share}
      />
      <Text variant="bodySmall" color="secondary">
        {words}
        {resetsAt !== undefined &&
          share >= 1 &&
          ` · ${t('rules.limit.frees', 'some of it is free at {{when}}', {
            when: dateTimeFormat(resetsAt, { format: 'HH:mm:ss' }),
            ...AS_IT_IS,
          })}`}
      </Text>
    </Stack>
  );
}
