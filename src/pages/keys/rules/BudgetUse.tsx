import React from 'react';
import { t } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import { UsageBar } from '../../../components/UsageBar';
import { amount } from '../../../components/format/amount';
import type { SubjectBudget } from './standings';

import { windowWords } from './windowWords';
import { AS_IT_IS } from '../../../asItIs';

interface Props {
  of: SubjectBudget;
}

/** A budget as a bar, with what is used of what. */
export function BudgetUse({ of: { budget, used, limit, unit, share } }: Props) {
  return (
    <Stack direction="column" gap={0.5}>
      <UsageBar
        label={t('rules.budget-used', 'Used of the budget {{name}}', { name: budget.name, ...AS_IT_IS })}
        share={share}
      />
      <Text variant="bodySmall" color="secondary">
        {t('rules.used-of', '{{used}} of {{limit}} {{window}}', {
          used: amount(used, unit),
          limit: amount(limit, unit),
          window: windowWords(budget),
          ...AS_IT_IS,
        })}
      </Text>
    </Stack>
  );
}
