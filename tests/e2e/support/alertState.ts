import type { APIRequestContext } from '@playwright/test';

interface Rules {
  data: { groups: Array<{ rules: Array<{ name: string; state: string }> }> };
}

/** What Grafana Alerting thinks of a rule: inactive, pending or firing; undefined when there is no such rule. */
export async function alertState(request: APIRequestContext, name: string): Promise<string | undefined> {
  const response = await request.get('/api/prometheus/grafana/api/v1/rules');
  const { data } = (await response.json()) as Rules;
  return data.groups.flatMap(({ rules }) => rules).find((rule) => rule.name === name)?.state;
}
