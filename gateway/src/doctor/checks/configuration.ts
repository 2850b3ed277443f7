import { loadConfig } from '../../config/load.js';
import { type ConfigProblem, ConfigError, formatProblem } from '../../config/problem.js';
import { countText } from '../amounts.js';
import { type Finding, failed, ok, skipped, warning } from '../finding.js';
import type { Settings } from '../settings.js';

/** The configuration file, as `llm-gateway check` sees it. Needs no gateway. */
export function checkConfiguration({ config }: Pick<Settings, 'config'>, env: NodeJS.ProcessEnv): Finding {
  if (config === undefined) {
    return skipped('configuration', 'not looked at; name the file with --config');
  }
  const { file, given } = config;
  try {
    const { models, providers } = loadConfig(file, env);
    const size = `${countText(models.length, 'model')}, ${countText(providers.length, 'provider')}`;
    return ok('configuration', `${file} is valid: ${size}`);
  } catch (error) {
    if (!(error instanceof ConfigError)) {
      throw error;
    }
    const [first] = error.problems as readonly [ConfigProblem];
    const more = error.problems.length > 1 ? ` (and ${error.problems.length - 1} more)` : '';
    const message = formatProblem(file, first) + more;
    // The gateway may have been started where they are set.
    return !given && error.problems.every((problem) => /environment variable \w+ is not set/.test(problem.message))
      ? warning('configuration', message, 'Set it here too, so that the file can be judged as the gateway reads it.')
      : failed('configuration', message, 'The gateway goes on with what it read before; llm-gateway check lists all.');
  }
}
