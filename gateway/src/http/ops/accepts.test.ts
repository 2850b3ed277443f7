import { acceptsGzip, prefersOpenMetrics } from './accepts.js';

const PROMETHEUS =
  'application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1';

test.each([
  [PROMETHEUS, true],
  ['application/openmetrics-text', true],
  ['application/openmetrics-text; version="1.0.0"; charset=utf-8', true],
  ['text/plain;q=0.4, application/openmetrics-text;version=1.0.0;q=0.5', true],
  ['text/plain;q=0.6, application/openmetrics-text;version=1.0.0;q=0.5', false],
  ['application/openmetrics-text;version=0.0.1', false],
  ['application/openmetrics-text;q=0, text/plain', false],
  ['text/html, */*', false],
  ['*/*', false],
  ['', false],
  [undefined, false],
])('Accept: %s', (accept, openMetrics) => {
  expect(prefersOpenMetrics(accept)).toBe(openMetrics);
});

test.each([
  ['gzip', true],
  ['deflate, GZIP;q=0.5', true],
  ['*', true],
  ['gzip;q=0, *', false],
  ['gzip; q=0.0', false],
  ['identity', false],
  ['gzip;q=nonsense', false],
  [undefined, false],
])('Accept-Encoding: %s', (header, gzip) => {
  expect(acceptsGzip(header)).toBe(gzip);
});
