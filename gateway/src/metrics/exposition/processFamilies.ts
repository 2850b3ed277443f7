import type { MetricObjectWithValues, MetricValue, Registry } from 'prom-client';

import { escapeValue } from './escape.js';
import type { Format } from './format.js';
import { header } from './header.js';
import { numberText } from './number.js';

type Value = MetricValue<string> & { readonly metricName?: string };

/** prom-client's own families of the process: few series, which it reads itself when asked. */
export async function processFamilies(registry: Registry, format: Format): Promise<string> {
  const families = (await registry.getMetricsAsJSON()) as unknown as Array<MetricObjectWithValues<Value>>;
  return families
    .map(({ name, type, help, values }) => {
      const lines = values.map((each) => `${each.metricName ?? name}${labelsOf(each)} ${numberText(each.value)}\n`);
      return header(name, String(type), help, format) + lines.join('');
    })
    .join('');
}

function labelsOf({ labels }: Value): string {
  const texts = Object.entries(labels).map(([name, value]) => `${name}="${escapeValue(String(value))}"`);
  return texts.length === 0 ? '' : `{${texts.join(',')}}`;
}
