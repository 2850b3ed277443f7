import { useEffect, useRef, useState } from 'react';

/**
 * The value that is to be drawn: while a pointer is pressed, the one of before. A field that is left by pressing a button
 * takes what was typed; if it grew by that, the button would no longer be below the pointer when it is let go.
 */
export function useSteady<T>(value: T): T {
  const [held, setHeld] = useState<{ readonly value: T }>();
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);

  useEffect(() => {
    const listening = new AbortController();
    // Before the field hears of it, and once the click has been heard.
    const options = { capture: true, signal: listening.signal };
    const release = () => window.setTimeout(() => setHeld(undefined));
    document.addEventListener('pointerdown', () => setHeld({ value: latest.current }), options);
    document.addEventListener('pointerup', release, options);
    document.addEventListener('pointercancel', release, options);
    return () => listening.abort();
  }, []);

  return held ? held.value : value;
}
