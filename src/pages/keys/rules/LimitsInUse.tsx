import React from 'react';
import { Lines } from '../../../components/table/Lines';
import type { LimitPart } from './limitParts';
import { LimitUse } from './LimitUse';
import { limitWords } from './limitWords';

interface Props {
  /** The nearest to being used up first. */
  of: readonly LimitPart[];
}

/** Limits in one cell: the one that is nearest to being used up as a bar, the others as words. */
export function LimitsInUse({ of: [nearest, ...others] }: Props) {
  return nearest === undefined ? (
    <>–</>
  ) : (
    <>
      <LimitUse of={nearest} />
      {others.length > 0 && <Lines of={others.map(limitWords)} />}
    </>
  );
}
