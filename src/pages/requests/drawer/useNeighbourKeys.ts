import { useEffect } from 'react';
import { REQUEST_KEYS } from '../../../components/shortcuts/shortcuts';
import type { Neighbours } from './neighbours';

/** Keys that go to the next request of the table, and to the one before; not while somebody types. */
export function useNeighbourKeys({ newer, older }: Neighbours, open: (id: string) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
        return;
      }
      const id = event.key === REQUEST_KEYS.older ? older : event.key === REQUEST_KEYS.newer ? newer : undefined;
      if (id !== undefined) {
        event.preventDefault();
        open(id);
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [newer, older, open]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
