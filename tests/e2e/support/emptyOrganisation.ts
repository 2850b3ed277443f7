import type { APIRequestContext } from '@playwright/test';

/** The signed-in admin is in a new organisation, which has no data source, for as long as `use` takes. */
export async function withEmptyOrganisation(request: APIRequestContext, use: () => Promise<void>): Promise<void> {
  const before = (await (await request.get('/api/org')).json()) as { id: number };
  const made = await request.post('/api/orgs', { data: { name: `Empty ${Date.now()}` } });
  if (!made.ok()) {
    throw new Error(`the organisation could not be created: ${made.status()} ${await made.text()}`);
  }
  const { orgId } = (await made.json()) as { orgId: number };
  try {
    await request.post(`/api/user/using/${orgId}`);
    await request.post('/api/plugins/llmgateway-app/settings', { data: { enabled: true, pinned: true } });
    await use();
  } finally {
    await request.post(`/api/user/using/${before.id}`);
    await request.delete(`/api/orgs/${orgId}`);
  }
}
