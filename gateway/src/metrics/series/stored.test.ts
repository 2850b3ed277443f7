import { Counter, Gauge, Histogram } from 'prom-client';

import { HistogramChild } from './histogramChild.js';
import { ListedCounter } from './listedCounter.js';
import { storedValues } from './stored.js';
import { ValueChild } from './valueChild.js';

// What is held here and what prom-client keeps are the same series: this fails when prom-client keeps them otherwise.
const options = { name: 'x', help: 'X.', labelNames: ['b', 'a'], registers: [] };
const labels = { a: '1', b: '2' };

test('a counter and its child count together', async () => {
  const counter = new Counter(options);
  const child = new ValueChild(counter, labels);
  child.add(2);
  counter.inc(labels);
  child.add(3);
  expect((await counter.get()).values).toEqual([{ labels, value: 6 }]);
});

test('a child finds the series that is there', async () => {
  const counter = new Counter(options);
  counter.inc({ b: '2', a: '1' }, 4);
  new ValueChild(counter, labels).add(1);
  expect((await counter.get()).values).toEqual([{ labels, value: 5 }]);
});

test('a listed counter has all its series on its list, whoever made or removed them', async () => {
  const counter = new ListedCounter(options);
  const agrees = async () => expect([...storedValues(counter)]).toEqual((await counter.get()).values);
  new ValueChild(counter, labels).add(2);
  counter.inc({ a: '3', b: '4' }, 5);
  counter.inc(labels);
  await agrees();
  expect(storedValues(counter).map(({ value }) => value)).toEqual([3, 5]);
  counter.remove(labels);
  await agrees();
  counter.reset();
  await agrees();
  counter.inc(labels, 0);
  await agrees();
  const plain = new ListedCounter({ ...options, labelNames: [] });
  plain.inc();
  plain.inc(2);
  expect([...storedValues(plain)]).toEqual([{ labels: {}, value: 3 }]);
});

test('without labels too', async () => {
  const gauge = new Gauge({ ...options, labelNames: [] });
  new ValueChild(gauge, {}).add(7);
  expect((await gauge.get()).values).toEqual([{ labels: {}, value: 7 }]);
});

test('a child that smooths takes its first value whole', async () => {
  const gauge = new Gauge(options);
  const child = new ValueChild(gauge, labels);
  child.smooth(100, 0.1);
  child.smooth(200, 0.1);
  expect((await gauge.get()).values).toEqual([{ labels, value: 110 }]);
});

test.each([[false], [true]])('a histogram and its child observe together; exemplars: %s', async (enableExemplars) => {
  const make = () => new Histogram({ ...options, buckets: [0.1, 1, 5], enableExemplars });
  const observed = [0.05, 0.1, 0.2, 1, 4, 6, 600];
  const [one, other] = [make(), make()];
  const child = new HistogramChild(one, labels);
  for (const value of observed) {
    child.observe(value, { labels: { request_id: 'r' }, time: 1 });
    if (enableExemplars) {
      other.observe({ labels, value, exemplarLabels: { request_id: 'r' } });
    } else {
      other.observe(labels, value);
    }
  }
  const plain = async (histogram: Histogram) =>
    (await histogram.get()).values.map(({ metricName, labels: le, value, exemplar }: Exemplified) => {
      return { metricName, le, value, exemplar: exemplar && { ...exemplar, timestamp: 1 } };
    });
  expect(await plain(one)).toEqual(await plain(other));
});

interface Exemplified {
  readonly metricName?: string;
  readonly labels: object;
  readonly value: number;
  readonly exemplar?: object;
}
