import { useMemo, useSyncExternalStore } from 'react';
import { parseAppSettings, type AppSettings } from './appSettings';

/**
 * Grafana hands a plugin's settings over once and keeps that copy until the browser reloads. What was saved since then
 * is kept here, so that every page goes on with it at once.
 */
let saved: AppSettings | undefined;
const listeners = new Set<() => void>();

export function rememberSavedSettings(settings: AppSettings): void {
  saved = settings;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The settings in force: those just saved, else those in the plugin's jsonData. */
export function useAppSettings(jsonData: unknown): AppSettings {
  const justSaved = useSyncExternalStore(subscribe, () => saved);
  const loaded = useMemo(() => parseAppSettings(jsonData), [jsonData]);
  return justSaved ?? loaded;
}
