import React from 'react';
import { Trans } from '@grafana/i18n';
import { Stack, Text } from '@grafana/ui';
import type { Key } from '../../../api/gateway/objects';
import { BudgetUse } from './BudgetUse';
import { limitParts } from './limitParts';
import { LimitUse } from './LimitUse';
import { subjectBudgets } from './standings';
import { isOn, type Subject } from './subject';
import type { Rules } from './useRules';

interface Props {
  of: Key;
  rules: Rules;
}

/** What holds a key back besides its own: budgets and limits of its team and its user. */
export function OthersRules({ of: { team, user }, rules }: Props) {
  const others: Subject[] = [
    ...(team === undefined ? [] : [{ kind: 'team' as const, name: team }]),
    ...(user === undefined ? [] : [{ kind: 'user' as const, name: user }]),
  ];
  const budgets = others.flatMap((subject) => subjectBudgets(rules.budgets, subject));
  const limits = others.flatMap((subject) =>
    rules.limits
      .filter((limit) => isOn(limit, subject))
      .map((limit) => ({ name: limit.name, subject, parts: limitParts(limit, subject) }))
  );
  if (budgets.length + limits.length === 0) {
    return null;
  }
  return (
    <Stack direction="column" gap={2}>
      <Text element="h4">
        <Trans i18nKey="rules.others">Also held to, by its team or user</Trans>
      </Text>
      {budgets.map((of) => (
        <div key={`budget ${of.budget.name}`}>
          <Text weight="medium">{of.budget.name}</Text>
          <BudgetUse of={of} />
        </div>
      ))}
      {limits.map(({ name, subject, parts }) => (
        <div key={`limit ${name} ${subject.kind}`}>
          <Text weight="medium">{name}</Text>
          {parts.map((part) => (
            <LimitUse key={part.unit} of={part} />
          ))}
        </div>
      ))}
    </Stack>
  );
}
