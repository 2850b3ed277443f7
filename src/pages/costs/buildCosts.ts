import type { AppSettings } from '../../api/settings/appSettings';
import { Column } from '../../scenes/layout/Column';
import { LedgerNotice } from '../../scenes/notices/LedgerNotice';
import { MissingChoiceNotice } from '../../scenes/notices/MissingChoiceNotice';
import { BudgetsSection } from './budgets/BudgetsSection';
import { ChargebackSection } from './chargeback/ChargebackSection';
import { CostsBody } from './CostsBody';
import { forecastData } from './forecast/forecastData';
import { spendSection } from './spend/spendSection';
import { costTiles } from './tiles/costTiles';
import { WhatIfSection } from './whatIf/WhatIfSection';

export function buildCosts(settings: AppSettings): CostsBody {
  return new CostsBody({
    by: 'team',
    filters: [],
    view: 'spend',
    notices: new Column({ children: [new MissingChoiceNotice({ settings }), new LedgerNotice()] }),
    tiles: costTiles(),
    sections: [spendSection(), new BudgetsSection(), new WhatIfSection(), new ChargebackSection()],
    $data: forecastData(),
  });
}
