/** Imports run one way (docs/architecture.md); a cycle or an import back up fails the build. */
const forbid = (name, from, to) => ({ name, severity: 'error', from: { path: from }, to: { path: to } });

const stage = '^gateway/src/';
const inside = (...folders) => `${stage}(${folders.join('|')})/`;

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    forbid('catalogue-imports-nothing', '^catalogue/src/(?!generate/|dashboards/)', '^(gateway|src)/|node_modules/'),
    forbid('dashboards-know-no-app', '^catalogue/src/dashboards/', '^(gateway|src)/'),
    // They import Grafana's SDK, which neither the app nor the gateway may carry.
    forbid(
      'dashboards-are-for-the-generator-only',
      '^(src|gateway)/|^catalogue/src/(?!generate/|dashboards/)',
      '^catalogue/(src|dist)/(dashboards|generate)/|grafana-foundation-sdk'
    ),
    forbid('app-knows-no-gateway-source', '^src/', '^gateway/'),
    forbid('gateway-knows-no-app', '^gateway/', '^src/'),
    forbid('api-knows-no-pages', '^src/(api|datasource)/', '^src/(app|pages|scenes|components|routing)/'),
    forbid('components-know-no-pages', '^src/(components|scenes)/', '^src/(app|pages)/'),
    forbid('only-the-root-knows-http', inside('(?!http|compose)[a-z]+'), inside('http')),
    forbid('only-the-root-knows-metrics', inside('(?!metrics|compose)[a-z]+'), inside('metrics')),
    forbid(
      'nothing-below-knows-the-pipeline',
      inside(
        'cache',
        'chat',
        'errors',
        'governance',
        'messages',
        'metrics',
        'pricing',
        'providers',
        'responses',
        'routing',
        'store',
        'tracing',
        'upstream',
        'usage'
      ),
      inside('pipeline')
    ),
    forbid(
      'stores-know-nobody',
      inside('store'),
      inside('pipeline', 'providers', 'routing', 'governance', 'pricing', 'usage')
    ),
    forbid('providers-know-no-governance', inside('providers'), inside('governance', 'routing')),
    forbid('only-the-root-composes', inside('(?!compose)[a-z]+'), '^gateway/src/(compose/|(serve|cli)\\.ts$)'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.test\\.tsx?$', '/dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
