import { deploymentPath } from './deploymentPath';

it('keeps names with slashes out of the path, and what the page before had in the URL', () => {
  const name = { provider: 'together', deployment: 'together/meta-llama/Llama-3' };
  const path = deploymentPath(name, new URLSearchParams({ from: 'now-6h' }));
  const url = new URL(path, 'http://grafana');
  expect(url.pathname).toBe('/a/llmgateway-app/providers/deployment');
  expect(Object.fromEntries(url.searchParams)).toEqual({ from: 'now-6h', ...name });
});
