import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { parseConfig } from '../config/load.js';
import { type ImportOptions, importCommand } from './importCommand.js';

const SECRET = 'sk-very-secret-0001';
const LITELLM = `
model_list:
  - model_name: gpt-4o
    litellm_params: { model: openai/gpt-4o, api_key: ${SECRET}, rpm: 20_000 }
litellm_settings: { drop_params: yes }
`;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'llm-gateway-import-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function file(name: string, text?: string): string {
  const path = join(directory, name);
  if (text !== undefined) {
    writeFileSync(path, text);
  }
  return path;
}

function run(options: Partial<ImportOptions> = {}): { code: number; stdout: string; stderr: string } {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const code = importCommand({
    file: join(directory, 'config.yaml'),
    out: undefined,
    report: undefined,
    force: false,
    print: (text) => void stdout.push(text),
    complain: (text) => void stderr.push(text),
    ...options,
  });
  return { code, stdout: stdout.join('\n'), stderr: stderr.join('\n') };
}

test('prints a configuration that our loader takes, and the report beside it', () => {
  file('config.yaml', LITELLM);
  const { code, stdout, stderr } = run();
  expect(code).toBe(0);
  const loaded = parseConfig(stdout, 'out.yaml', { OPENAI_API_KEY: '12345678' });
  expect(loaded.providers).toMatchObject([{ type: 'openai', api_key: '12345678' }]);
  expect(stderr).toContain('| `OPENAI_API_KEY` | the value of model_list[0].litellm_params.api_key');
  expect(stderr).toMatch(/\| litellm_settings\.drop_params \| routing\.drop_unsupported \| /);
  expect(stderr).toMatch(/\| model_list\[0\]\.litellm_params\.rpm \| number \| /);
  expect(stdout + stderr).not.toContain(SECRET);
});

test('writes to files, but not over any', () => {
  file('config.yaml', LITELLM);
  const [out, report] = [file('llm-gateway.yaml'), file('report.md')];
  const first = run({ out, report });
  expect(first).toMatchObject({ code: 0, stdout: '' });
  expect(first.stderr).toContain(`llm-gateway check --config ${out}`);
  expect(readFileSync(out, 'utf8')).toContain('type: openai');
  expect(readFileSync(report, 'utf8')).toMatch(/^# What became of .*config\.yaml/);

  const before = readFileSync(out, 'utf8');
  file('config.yaml', LITELLM.replaceAll('gpt-4o', 'gpt-5'));
  const again = run({ out });
  expect(again).toMatchObject({ code: 2, stdout: '' });
  expect(again.stderr).toContain(`${out} is there already`);
  expect(readFileSync(out, 'utf8')).toBe(before);
  expect(run({ out: file('other.yaml'), report }).code).toBe(2);
  expect(existsSync(file('other.yaml'))).toBe(false);

  expect(run({ out, report, force: true }).code).toBe(0);
  expect(readFileSync(out, 'utf8')).toContain('gpt-5');
});

test('writes the report even where no model can be taken over', () => {
  file('config.yaml', 'model_list: [{ model_name: m, litellm_params: { model: vertex_ai/x } }]');
  const [out, report] = [file('llm-gateway.yaml'), file('report.md')];
  const { code, stderr } = run({ out, report });
  expect(code).toBe(2);
  expect(stderr).toContain('none of its models could be taken over');
  expect(existsSync(out)).toBe(false);
  expect(readFileSync(report, 'utf8')).toContain('| model_list[0] | map of 2 | m is left out whole: ');
});

test('reads the files that it includes, and those that they include', () => {
  file('config.yaml', `include: [models.yaml]\n${LITELLM}`);
  file('models.yaml', 'include: [more.yaml]\nmodel_list: [{ model_name: b, litellm_params: { model: groq/b } }]');
  file(
    'more.yaml',
    'include: [config.yaml]\nmodel_list: [{ model_name: c, litellm_params: { model: groq/c } }]\nrouter_settings: { num_retries: 1 }'
  );
  const { models, routing } = parseConfig(run().stdout, 'out.yaml', { OPENAI_API_KEY: 'a', GROQ_API_KEY: 'b' });
  expect(models.map(({ name }) => name)).toEqual(['gpt-4o', 'b', 'c']);
  expect(routing.max_attempts).toBe(2);
});

test.each([
  ['is not there', undefined, /config\.yaml: cannot be read: no such file/],
  ['is no YAML', `model_list: [${SECRET}`, /config\.yaml:\d+: not valid YAML/],
  ['is a list', `- ${SECRET}`, /is no configuration of LiteLLM/],
  ['includes one that is not there', 'include: [gone.yaml]', /gone\.yaml: cannot be read: no such file/],
])('says so when the file %s', (_name, text, message) => {
  file('config.yaml', text);
  let thrown: unknown;
  try {
    run();
  } catch (error) {
    thrown = error;
  }
  expect((thrown as Error).message).toMatch(message);
  expect((thrown as Error).message).not.toContain(SECRET);
});
