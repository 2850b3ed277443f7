import React from 'react';
import { Hint } from './Hint';

/** Nothing to choose: there are few budgets. */
export function BudgetsEditor() {
  return <Hint>Where each budget stands now, whatever the time range is: a row for each of its subjects.</Hint>;
}
