import { dialects } from '@llm-gateway/catalogue';
import * as conventions from '@opentelemetry/semantic-conventions/incubating';

/** Defined by the conventions and not here, and why. */
const NOT_HERE: Readonly<Record<string, string>> = {
  'gen_ai.client.operation.time_per_output_chunk':
    'how many tokens a chunk has is the provider’s business; the time per output token is there',
};

/** Unit of a metric, as the exporter puts it after the name; a unit in braces is left out. */
function prometheusName(name: string): string {
  const unit = name.endsWith('.token.usage') ? '' : '_seconds';
  return name.replaceAll('.', '_') + unit;
}

function defined(prefix: string): string[] {
  return Object.entries(conventions).flatMap(([key, value]) =>
    key.startsWith(prefix) && typeof value === 'string' ? [value] : []
  );
}

const views = dialects.find(({ name }) => name === 'genai')?.views ?? [];

const metrics = defined('METRIC_GEN_AI_');

test('genai has every metric that the conventions define, but those of which it is said why', () => {
  expect(metrics.length).toBeGreaterThan(5);
  const expected = metrics.filter((name) => NOT_HERE[name] === undefined).map(prometheusName);
  expect(views.map(({ name }) => name).sort()).toEqual(expected.sort());
  expect(metrics).toEqual(expect.arrayContaining(Object.keys(NOT_HERE)));
});

test('its labels are attributes of the conventions', () => {
  const attributes = [...defined('ATTR_GEN_AI_'), conventions.ATTR_ERROR_TYPE].map((name) => name.replaceAll('.', '_'));
  const labels = new Set(views.flatMap((view) => Object.keys(view.labels)));
  expect(labels.size).toBeGreaterThan(3);
  expect([...labels].filter((label) => !attributes.includes(label))).toEqual([]);
});
