import { AdminData } from '../../../scenes/queries/AdminData';
import { span } from '../../../scenes/timeRange/span';
import { askBurnDown } from './askBurnDown';
import { budgetWindow } from './budgetWindow';
import { burnDown } from './burnDown';
import { burnDownFrame } from './burnDownFrame';
import { askBudgets, type Standing } from './standings';

/**
 * The burn-down of the budget that is chosen, over the time that it counts; no frame where none has been used.
 * @param chosen Id of the row; it is the one nearest to its limit where there is none of that id.
 */
export function burnDownData(chosen: () => string): AdminData {
  return new AdminData({
    ask: async ({ api }) => {
      const { used } = await askBudgets(api);
      const row = used.find(({ id }) => id === chosen()) ?? used[0];
      if (!row) {
        return { series: [] };
      }
      const now = Date.now();
      const window = budgetWindow(row.budget, now);
      const steps = await askBurnDown(api, row, window, now);
      const points = burnDown(limitOf(row.standing), steps, window, now);
      return { series: [burnDownFrame(row, points)], timeRange: span(window.start, window.end - 1) };
    },
  });
}

const NANO = 1e9;

/** In what steps are counted in. */
function limitOf({ unit, limit }: Standing): number {
  return unit === 'usd' ? Math.round(limit * NANO) : limit;
}
