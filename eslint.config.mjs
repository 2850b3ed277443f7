import { defineConfig } from 'eslint/config';
import tseslint from '@typescript-eslint/eslint-plugin';
import baseConfig from './.config/eslint.config.mjs';

export default defineConfig([
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/coverage',
      '.config/',
      // Written by npm run generate.
      'src/api/gateway/adminApi.ts',
      'data/',
      'test-results/',
      'playwright-report/',
      'playwright/.auth/',
    ],
  },
  ...baseConfig,
  {
    // The app runs in Grafana's React, 18 or 19: what 19 took away, or no longer takes, would fail there alone.
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'AssignmentExpression[left.property.name=/^(defaultProps|propTypes|contextTypes|childContextTypes)$/]',
          message: 'React 19 ignores it on functions: use default parameters, types and createContext.',
        },
        {
          selector:
            ':matches(PropertyDefinition, MethodDefinition)[key.name=/^(contextTypes|childContextTypes|getChildContext)$/]',
          message: 'React 19 has no legacy context: use createContext.',
        },
        {
          selector: 'CallExpression[callee.name="useRef"][arguments.length=0]',
          message: 'React 19 wants a first value: useRef<T | undefined>(undefined).',
        },
        {
          selector: 'TSQualifiedName > Identifier.left[name="JSX"]',
          message: 'React 19 has no global JSX: use React.JSX or ReactElement.',
        },
        {
          selector: 'MemberExpression[property.name=/^(findDOMNode|createFactory|unmountComponentAtNode)$/]',
          message: 'React 19 has it no longer.',
        },
      ],
    },
  },
  {
    files: ['catalogue/src/**/*.ts', 'gateway/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { '@typescript-eslint': tseslint },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['catalogue/**/*.test.ts', 'gateway/**/*.test.ts', 'tests/**/*.ts', 'playwright.config.ts'],
    languageOptions: { parserOptions: { project: './tests/tsconfig.json' } },
    plugins: { '@typescript-eslint': tseslint },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
]);
