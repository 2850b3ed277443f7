import type { GeneratedFile } from '../files.js';
import { yamlFile } from '../yamlFile.js';
import { alertmanagerConfig } from './config.js';
import type { AlertmanagerSettings } from './settings.js';
import { ALERTMANAGER_TEMPLATES } from './templates.js';

/** Everything Alertmanager reads but its secrets, below `directory`. */
export function alertmanagerFiles(directory: string, settings: AlertmanagerSettings): readonly GeneratedFile[] {
  return [
    yamlFile(`${directory}/alertmanager.yml`, alertmanagerConfig(settings)),
    { path: `${directory}/templates/llm-gateway.tmpl`, text: ALERTMANAGER_TEMPLATES },
  ];
}
