import type { APIRequestContext } from '@playwright/test';

const VIEWER = { login: 'e2e-viewer', password: 'e2e-viewer-secret' };

/** Makes `as` a session of a viewer, whom `admin` (user and password) creates when there is none yet. */
export async function becomeViewer(as: APIRequestContext, admin: { user: string; password: string }): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${admin.user}:${admin.password}`).toString('base64')}`;
  const created = await as.post('/api/admin/users', {
    headers: { authorization },
    data: { name: 'Viewer', ...VIEWER },
  });
  // 412: it is there from an earlier run.
  if (![200, 412].includes(created.status())) {
    throw new Error(`the viewer could not be created: ${created.status()} ${await created.text()}`);
  }
  await as.post('/login', { data: { user: VIEWER.login, password: VIEWER.password } });
}
