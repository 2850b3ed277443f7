import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { SceneObjectBase, type SceneComponentProps, type SceneObject, type SceneObjectState } from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';

/** `$data`, where there is one, is asked once for all children that have none of their own. */
interface ColumnState extends SceneObjectState {
  children: SceneObject[];
}

/** One below the other. Unlike the library's layouts it leaves no gap for a child that shows nothing. */
export class Column extends SceneObjectBase<ColumnState> {
  static Component = ColumnRenderer;
}

function ColumnRenderer({ model }: SceneComponentProps<Column>) {
  const { children } = model.useState();
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.column}>
      {children.map((child) => (
        <div key={child.state.key} className={styles.child}>
          <child.Component model={child} />
        </div>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  column: css({
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    // Panels measure their own width: without this one of them could hold the column open when the window narrows.
    minWidth: 0,
    gap: theme.spacing(1),
  }),
  child: css({ '&:empty': { display: 'none' } }),
});
