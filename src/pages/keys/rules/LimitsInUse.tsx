import React from 'react';
import { Stack, Text } from '@grafana/ui';
import { OneLine } from '../../../components/table/OneLine';
import type { LimitPart } from './limitParts';
import { LimitUse } from './LimitUse';
import { limitWords } from './limitWords';

interface Props {
  /** The nearest to being used up first. */
  of: readonly LimitPart[];
}

/** Limits in one cell: the one that is nearest to being used up as a bar, the others as words. */
export function LimitsInUse({ of: [nearest, ...others] }: Props) {
  if (nearest === undefined) {
    return <>–</>;
  }
  return (
    <Stack direction="column" gap={0.5}>
      <LimitUse of={nearest} />
      {others.map((part) => (
        <OneLine key={`${part.limit} ${part.unit}`}>
          <Text variant="bodySmall" color="secondary">
            {limitWords(part)}
          </Text>
        </OneLine>
      ))}
    </Stack>
  );
}
