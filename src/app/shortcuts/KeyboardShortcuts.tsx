import React, { useCallback, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { canConfigure } from '../../api/user';
import { ShortcutHelp } from '../../components/shortcuts/ShortcutHelp';
import { HELP_KEY, PAGE_KEYS } from '../../components/shortcuts/shortcuts';
import { prefixRoute, ROUTES } from '../../routing/routes';
import { sharedSearch } from '../../scenes/sharedSearch';
import { useKeySequence } from './useKeySequence';

/** `l o` opens the Overview, `l ?` the help sheet, on every page of the app. */
export function KeyboardShortcuts() {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const navigate = useNavigate();
  const { search } = useLocation();

  const onKey = useCallback(
    (key: string): boolean => {
      if (key === HELP_KEY) {
        setHelpOpen(true);
        return true;
      }
      const route = Object.values(ROUTES).find((each) => PAGE_KEYS[each] === key);
      if (!route || (route === ROUTES.configuration && !canConfigure())) {
        return false;
      }
      setHelpOpen(false);
      navigate({ pathname: prefixRoute(route), search: sharedSearch(search).toString() });
      return true;
    },
    [navigate, search]
  );
  useKeySequence(onKey);

  return isHelpOpen ? <ShortcutHelp onDismiss={() => setHelpOpen(false)} /> : null;
}
