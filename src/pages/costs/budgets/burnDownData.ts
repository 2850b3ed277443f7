import { AdminData } from '../../../scenes/queries/AdminData';
import { askBurnDown } from './askBurnDown';
import { budgetWindow, type BudgetWindow } from './budgetWindow';
import { burnDown } from './burnDown';
import { burnDownFrame } from './burnDownFrame';
import { askBudgets, type Standing } from './standings';

export interface BurnDownOptions {
  /** Id of the row; of the one nearest to its limit where there is none of that id. */
  readonly chosen: () => string;
  /** Told the time that the burn-down is of. */
  readonly onWindow: (window: BudgetWindow) => void;
}

/** The burn-down of the budget that is chosen; no frame where none has been used. */
export function burnDownData({ chosen, onWindow }: BurnDownOptions): AdminData {
  return new AdminData({
    ask: async ({ api }) => {
      const { used } = await askBudgets(api);
      const row = used.find(({ id }) => id === chosen()) ?? used[0];
      if (!row) {
        return [];
      }
      const now = Date.now();
      const window = budgetWindow(row.budget, now);
      const steps = await askBurnDown(api, row, window, now);
      onWindow(window);
      return [burnDownFrame(row.standing, burnDown(limitOf(row.standing), steps, window, now))];
    },
  });
}

const NANO = 1e9;

/** In what steps are counted in. */
function limitOf({ unit, limit }: Standing): number {
  return unit === 'usd' ? Math.round(limit * NANO) : limit;
}
