// force timezone to UTC to allow tests to work regardless of local timezone
process.env.TZ = 'UTC';

const grafana = require('./.config/jest.config');

const node = {
  testEnvironment: 'node',
  moduleNameMapper: {
    // The sources, not what was last built from them.
    '^@llm-gateway/catalogue$': `${__dirname}/catalogue/src/index.ts`,
    // TypeScript's ESM sources name their imports by the emitted file.
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.m?[tj]s$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
  },
  transformIgnorePatterns: ['node_modules/(?!(@pydantic|typebox|jose)/)'],
};

module.exports = {
  // A gateway in a process of its own takes two seconds to start, and more on a machine that is busy.
  testTimeout: 30_000,
  projects: [
    {
      displayName: 'app',
      ...grafana,
      rootDir: __dirname,
      transform: { '^.+\\.m?[tj]sx?$': Object.values(grafana.transform)[0] },
    },
    { displayName: 'catalogue', ...node, rootDir: `${__dirname}/catalogue`, testMatch: ['<rootDir>/src/**/*.test.ts'] },
    { displayName: 'gateway', ...node, rootDir: `${__dirname}/gateway`, testMatch: ['<rootDir>/src/**/*.test.ts'] },
    {
      displayName: 'conformance',
      ...node,
      rootDir: `${__dirname}/tests/conformance`,
      testMatch: ['<rootDir>/**/*.test.ts'],
    },
    { displayName: 'chaos', ...node, rootDir: `${__dirname}/tests/chaos`, testMatch: ['<rootDir>/**/*.test.ts'] },
    { displayName: 'pricing', ...node, rootDir: `${__dirname}/tests/pricing`, testMatch: ['<rootDir>/**/*.test.ts'] },
    {
      displayName: 'litellm-metrics',
      ...node,
      rootDir: `${__dirname}/tests/litellm-metrics`,
      testMatch: ['<rootDir>/**/*.test.ts'],
    },
    { displayName: 'seeds', ...node, rootDir: `${__dirname}/tests/seeds`, testMatch: ['<rootDir>/**/*.test.ts'] },
    {
      displayName: 'dashboards',
      ...node,
      rootDir: `${__dirname}/tests/dashboards`,
      testMatch: ['<rootDir>/**/*.test.ts'],
    },
    { displayName: 'stack', ...node, rootDir: `${__dirname}/tests/stack`, testMatch: ['<rootDir>/**/*.test.ts'] },
  ],
};
