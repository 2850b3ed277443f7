import type { APIRequestContext } from '@playwright/test';

interface Frame {
  schema: { meta?: { channel?: string }; fields: Array<{ name: string }> };
  data: { values: unknown[][] };
}

interface Answer {
  results: { A: { error?: string; frames?: Frame[] } };
}

/** What Grafana answers to one query of the LLM Gateway data source over the last hour. */
export async function query(request: APIRequestContext, fields: object): Promise<{ frame: Frame; rows: number }> {
  const datasource = { uid: 'llm-gateway', type: 'llmgateway-datasource' };
  const response = await request.post('/api/ds/query', {
    data: { from: 'now-1h', to: 'now', queries: [{ refId: 'A', datasource, ...fields }] },
  });
  const { results } = (await response.json()) as Answer;
  if (results.A.error !== undefined || results.A.frames?.[0] === undefined) {
    throw new Error(`${JSON.stringify(fields)}: ${results.A.error ?? 'no frame'}`);
  }
  const [frame] = results.A.frames;
  return { frame, rows: frame.data.values[0]?.length ?? 0 };
}
