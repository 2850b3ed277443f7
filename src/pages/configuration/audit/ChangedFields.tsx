import React, { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import { AS_IT_IS } from '../../../asItIs';
import { changedFields, valueText, type ChangedField } from './changedFields';
import type { AuditedChange } from './useAudit';

/** More than these are shown on demand. */
const FEW = 3;

/** Which fields a change touched: what each was, and what it became. */
export function ChangedFields({ of: { action, before, after } }: { of: AuditedChange }) {
  const styles = useStyles2(getStyles);
  const [all, setAll] = useState(false);
  // Its name stands beside it.
  const fields = changedFields(before, after).filter(({ field }) => field !== 'name');
  // That it was deleted says enough; what it was is there to look up.
  const few = action === 'delete' ? 0 : FEW;
  const shown = all ? fields : fields.slice(0, few);
  const more = fields.length - shown.length;
  if (fields.length === 0) {
    return <>–</>;
  }
  return (
    <>
      {shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map((field) => (
            <Field key={field.field} {...field} />
          ))}
        </ul>
      )}
      {(more > 0 || all) && (
        <Button size="sm" fill="text" onClick={() => setAll(!all)} aria-expanded={all}>
          {all
            ? t('audit.less', 'Show less')
            : few === 0
              ? t('audit.what-it-was', 'Show what it was')
              : t('audit.more', '{{more}} more', { more, ...AS_IT_IS })}
        </Button>
      )}
    </>
  );
}

function Field({ field, before, after }: ChangedField) {
  const styles = useStyles2(getStyles);
  if (field === 'secret_changed') {
    return <li>{t('audit.secret', 'a secret, which is not shown')}</li>;
  }
  return (
    <li>
      {field}
      {': '}
      {before !== undefined && (
        <del className={styles.before} title={JSON.stringify(before)}>
          {valueText(before)}
        </del>
      )}
      {before !== undefined && after !== undefined && ' → '}
      {after !== undefined && (
        <ins className={styles.after} title={JSON.stringify(after)}>
          {valueText(after)}
        </ins>
      )}
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0, overflowWrap: 'anywhere' }),
  before: css({ color: theme.colors.text.secondary }),
  after: css({ textDecoration: 'none', color: theme.colors.text.maxContrast }),
});
