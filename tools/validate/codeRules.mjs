import { textOf } from './plugin.mjs';

/** @typedef {import('./plugin.mjs').Plugin} Plugin @typedef {import('./plugin.mjs').Finding} Finding */

/** Marks of plugins written in Angular. */
const ANGULAR = [
  /['"](app\/core\/.*?|app\/plugins\/sdk)['"]/,
  /\bQueryCtrl\b/,
  /\bMetricsPanelCtrl\b/,
  /from\s+['"]grafana\/app\//,
];

/** Hosts of trackers that the catalogue does not allow. */
const TRACKERS =
  /https?:\/\/[^\s'"]*(google-analytics|googletagmanager|segment\.(io|com)|mixpanel|hotjar|matomo|plausible)/;

/**
 * What React 19 took away, as it stands in scripts made small: Grafana 13 runs plugins in it. `react.element` is in a
 * JSX runtime of React 18 that was bundled, whose elements React 19 refuses.
 */
const GONE_IN_REACT_19 =
  /__SECRET_INTERNALS_DO_NOT_USE_OR_YOU_WILL_BE_FIRED|\bfindDOMNode\b|\bunmountComponentAtNode\b|\.(?:defaultProps|contextTypes|childContextTypes)\s*=[^=]|\bgetChildContext\b|\.createFactory\(|Symbol\.for\(["']react\.element["']\)/;

const SVG_DANGER = /<(script|foreignObject|iframe|object|embed|use\s[^>]*href=["']https?:)|\son\w+\s*=|javascript:/i;

/** Scripts and pictures that could do harm. @param {Plugin} plugin @returns {Finding[]} */
export function codeRules(plugin) {
  return plugin.files.flatMap((path) => {
    if (path.endsWith('.svg')) {
      return SVG_DANGER.test(textOf(plugin, path) ?? '') ? [error('unsafe-svg-file', `${path} is not safe`)] : [];
    }
    if (!path.endsWith('.js')) {
      return [];
    }
    const text = textOf(plugin, path) ?? '';
    return [
      ...(path.endsWith('module.js') && ANGULAR.some((mark) => mark.test(text))
        ? [error('legacy-platform', `${path} uses Angular`)]
        : []),
      ...(TRACKERS.test(text)
        ? [error('tracking-scripts', `${path} calls a tracker: ${TRACKERS.exec(text)?.[0]}`)]
        : []),
      ...(GONE_IN_REACT_19.test(text)
        ? [error('react-19', `${path} uses what React 19 no longer has: ${GONE_IN_REACT_19.exec(text)?.[0]}`)]
        : []),
    ];
  });
}

/** @param {string} rule @param {string} message @returns {Finding} */
function error(rule, message) {
  return { severity: 'error', rule, message };
}
