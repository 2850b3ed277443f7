import { useEffect } from 'react';
import { SHORTCUT_PREFIX } from '../../components/shortcuts/shortcuts';

/** Who waits longer has begun something else. */
const PATIENCE_MS = 1500;

/** Calls back with the key that follows the prefix; it answers whether the key was one of its own. */
export function useKeySequence(onKey: (key: string) => boolean): void {
  useEffect(() => {
    let begunAt = -Infinity;
    const listen = (event: KeyboardEvent) => {
      // Shift comes before a “?”, and is no key of its own.
      if (event.key === 'Shift' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
        return;
      }
      const isSecond = event.timeStamp - begunAt < PATIENCE_MS;
      begunAt = event.key === SHORTCUT_PREFIX && !isSecond ? event.timeStamp : -Infinity;
      if (isSecond && onKey(event.key)) {
        // Grafana listens too, e.g. for the “?” that would be typed by this.
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, [onKey]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      Boolean(target.closest('input, textarea, select, [contenteditable="true"], .monaco-editor')))
  );
}
