import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import {
  SceneObjectBase,
  SceneObjectUrlSyncConfig,
  type SceneComponentProps,
  type SceneObjectState,
  type SceneObjectUrlValues,
  type VizPanel,
} from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';
import { Answered } from '../../../components/states/Answered';
import type { BudgetsQuery } from '../../../datasource/types';
import type { AdminData } from '../../../scenes/queries/AdminData';
import { useAdminAnswer } from '../../../scenes/queries/useAdminAnswer';
import { SceneExploreLink } from '../../../scenes/SceneExploreLink';
import { SectionPanel } from '../../../components/SectionPanel';
import { BudgetsTable } from './BudgetsTable';
import { burnDownData } from './burnDownData';
import { burnDownPanel } from './burnDownPanel';
import { NoBudgets } from './NoBudgets';
import { askBudgets } from './standings';

const BUDGETS_QUERY: Omit<BudgetsQuery, 'refId'> = { queryType: 'budgets' };

interface BudgetsSectionState extends SceneObjectState {
  /** The row whose burn-down is shown; the first where it is none of them. In the URL. */
  readonly budget: string;
  readonly panel: VizPanel;
  readonly $data: AdminData;
}

/** All budgets and where they stand, and how one of them got there. */
export class BudgetsSection extends SceneObjectBase<BudgetsSectionState> {
  static Component = BudgetsSectionRenderer;

  protected _urlSync = new SceneObjectUrlSyncConfig(this, { keys: ['budget'] });

  constructor() {
    const data = burnDownData(() => this.state.budget);
    super({ budget: '', panel: burnDownPanel(), $data: data });
    this.addActivationHandler(() => {
      const subscription = this.subscribeToState(({ budget }, before) => {
        if (budget !== before.budget) {
          void data.run();
        }
      });
      return () => subscription.unsubscribe();
    });
  }

  getUrlState(): SceneObjectUrlValues {
    return { budget: this.state.budget || undefined };
  }

  updateFromUrl({ budget }: SceneObjectUrlValues): void {
    this.setState({ budget: typeof budget === 'string' ? budget : '' });
  }
}

function BudgetsSectionRenderer({ model }: SceneComponentProps<BudgetsSection>) {
  const { budget, panel } = model.useState();
  const styles = useStyles2(getStyles);
  const answer = useAdminAnswer(model, 'budgets', ({ api }) => askBudgets(api));
  return (
    <div className={styles.section}>
      <SectionPanel
        title={t('costs.budgets.title', 'Budgets')}
        actions={<SceneExploreLink part={model} query={BUDGETS_QUERY} />}
        description={t(
          'costs.budgets.description',
          'Where each budget stands now for each of its subjects, whatever time range and filters the page has. Days left: at the pace of its time so far.'
        )}
      >
        <Answered answer={answer} failed={t('costs.budgets.failed', 'The budgets cannot be read')}>
          {(rows) =>
            rows.used.length + rows.unused.length === 0 ? (
              <NoBudgets />
            ) : (
              <BudgetsTable rows={rows} chosen={budget} onChoose={(id) => model.setState({ budget: id })} />
            )
          }
        </Answered>
      </SectionPanel>
      {answer.state === 'answered' && answer.value.used.length > 0 && (
        <div className={styles.panel}>
          <panel.Component model={panel} />
        </div>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), minWidth: 0 }),
  panel: css({ height: 340, display: 'flex' }),
});
