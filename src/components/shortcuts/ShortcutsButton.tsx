import React, { useState } from 'react';
import { t } from '@grafana/i18n';
import { ToolbarButton } from '@grafana/ui';
import { ShortcutHelp } from './ShortcutHelp';

/** The help sheet for those who do not know its shortcut yet. */
export function ShortcutsButton() {
  const [isOpen, setOpen] = useState(false);
  const label = t('shortcuts.button', 'Keyboard shortcuts');
  return (
    <>
      <ToolbarButton
        variant="canvas"
        icon="keyboard"
        tooltip={label}
        aria-label={label}
        onClick={() => setOpen(true)}
      />
      {isOpen && <ShortcutHelp onDismiss={() => setOpen(false)} />}
    </>
  );
}
