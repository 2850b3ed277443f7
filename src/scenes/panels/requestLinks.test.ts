import { toDataFrame } from '@grafana/data';
import { linkRequests } from './requestLinks';

const links = (name: string) =>
  linkRequests([toDataFrame({ fields: [{ name, values: ['req_1'] }] })])[0]!.fields[0]!.config.links;

it('leads from an exemplar to its request, with the time range and the gateway of the page', () => {
  const [link] = links('request_id')!;
  expect(link!.url).toBe(
    '/a/llmgateway-app/requests?request=${__value.raw}&${__url_time_range}&var-gateway=${gateway}'
  );
});

it('leaves other marks alone', () => {
  expect(links('title')).toBeUndefined();
});
