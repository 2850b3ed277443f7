import { Column } from '../../../scenes/layout/Column';
import { row } from '../../../scenes/layout/row';
import { forecastPanel } from '../forecast/forecastPanel';
import { CostBreakdown } from './CostBreakdown';
import { costOverTime, savedOverTime } from './costOverTime';
import { UnpricedModels } from './UnpricedModels';

/** Where the money goes: over time, by whom, and what is not in it. */
export function spendSection(): Column {
  return new Column({
    children: [
      row({ height: 420 }, [
        { panel: costOverTime(), minWidth: 560 },
        { panel: forecastPanel(), minWidth: 480 },
      ]),
      new CostBreakdown({}),
      row({ height: 300 }, [{ panel: savedOverTime(), minWidth: 480 }]),
      new UnpricedModels({}),
    ],
  });
}
