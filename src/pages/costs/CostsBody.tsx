import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import {
  SceneObjectBase,
  SceneObjectUrlSyncConfig,
  sceneGraph,
  type SceneComponentProps,
  type SceneDataProvider,
  type SceneObject,
  type SceneObjectState,
  type SceneObjectUrlValues,
} from '@grafana/scenes';
import { Tab, TabsBar, useStyles2 } from '@grafana/ui';
import { filtersFromUrl, filtersToUrl, type CostScope } from './scope/costScope';
import { toDimension } from './scope/dimensions';
import { ScopeBar } from './scope/ScopeBar';
import { COST_VIEWS, viewLabel, type CostView } from './views';

interface CostsBodyState extends SceneObjectState, CostScope {
  readonly view: CostView;
  readonly notices: SceneObject;
  /** Above all views. */
  readonly tiles: SceneObject;
  /** In the order of COST_VIEWS. Only the one that is looked at asks for its figures. */
  readonly sections: SceneObject[];
  /** Days and forecast of the month, which tiles and the view of spending share. */
  readonly $data: SceneDataProvider;
}

/** The page: whose costs are shown, and which side of them. Both are in the URL. */
export class CostsBody extends SceneObjectBase<CostsBodyState> {
  static Component = CostsBodyRenderer;

  protected _urlSync = new SceneObjectUrlSyncConfig(this, { keys: ['by', 'filter', 'view'] });

  getUrlState(): SceneObjectUrlValues {
    const { by, filters, view } = this.state;
    return { by, filter: filtersToUrl(filters), view };
  }

  updateFromUrl({ by, filter, view }: SceneObjectUrlValues): void {
    this.setState({
      by: typeof by === 'string' && by !== '' ? toDimension(by) : 'team',
      filters: filtersFromUrl([filter ?? []].flat()),
      view: COST_VIEWS.find((each) => each === view) ?? 'spend',
    });
  }
}

/** The page that a part of it stands in. */
export function costsOf(part: SceneObject): CostsBody {
  return sceneGraph.getAncestor(part, CostsBody);
}

/** Whose costs, then the month at a glance, then one of the views. */
function CostsBodyRenderer({ model }: SceneComponentProps<CostsBody>) {
  const { by, filters, view, notices, tiles, sections } = model.useState();
  const styles = useStyles2(getStyles);
  const section = sections[COST_VIEWS.indexOf(view)]!;
  return (
    <div className={styles.body}>
      <div>
        <notices.Component model={notices} />
      </div>
      <ScopeBar scope={{ by, filters }} onChange={(scope) => model.setState(scope)} />
      <div>
        <tiles.Component model={tiles} />
      </div>
      <TabsBar>
        {COST_VIEWS.map((each) => (
          <Tab
            key={each}
            label={viewLabel(each)}
            active={each === view}
            onChangeTab={() => model.setState({ view: each })}
          />
        ))}
      </TabsBar>
      {/* Another view is another object: without the key React would keep what the one before it has begun. */}
      <section.Component key={view} model={section} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  body: css({ display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, gap: theme.spacing(1) }),
});
