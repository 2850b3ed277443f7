import type { APIRequestContext } from '@playwright/test';

/** A second LLM Gateway data source with settings of its own, gone after `use`. */
export async function withDataSource(
  request: APIRequestContext,
  settings: { name: string; url: string; adminToken: string },
  use: (uid: string) => Promise<void>
): Promise<void> {
  const { name, url, adminToken } = settings;
  const response = await request.post('/api/datasources', {
    data: { name, url, type: 'llmgateway-datasource', access: 'proxy', secureJsonData: { adminToken } },
  });
  const { datasource } = (await response.json()) as { datasource: { uid: string } };
  try {
    await use(datasource.uid);
  } finally {
    await request.delete(`/api/datasources/uid/${datasource.uid}`);
  }
}
