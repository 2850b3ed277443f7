import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';

export const tableStyles = (theme: GrafanaTheme2) => ({
  box: css({
    overflowX: 'auto',
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
  }),
  table: css({
    width: '100%',
    fontSize: theme.typography.bodySmall.fontSize,
    th: {
      padding: theme.spacing(0.75, 0.75),
      color: theme.colors.text.secondary,
      fontWeight: theme.typography.fontWeightMedium,
      whiteSpace: 'nowrap',
      borderBottom: `1px solid ${theme.colors.border.medium}`,
    },
    td: {
      padding: theme.spacing(0.5, 0.75),
      verticalAlign: 'top',
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    },
    'th:first-of-type, td:first-of-type': { paddingLeft: theme.spacing(1.5) },
    'tbody tr': { cursor: 'pointer' },
    'tbody tr:hover': { background: theme.colors.action.hover },
  }),
  selected: css({ background: theme.colors.action.selected }),
  number: css({ textAlign: 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }),
  // Names may be long; what tells them apart is often at their end.
  name: css({ overflowWrap: 'anywhere', minWidth: 96 }),
  status: css({ whiteSpace: 'nowrap' }),
  time: css({ padding: 0, height: 'auto', fontVariantNumeric: 'tabular-nums' }),
  second: css({ color: theme.colors.text.secondary, overflowWrap: 'anywhere' }),
});
