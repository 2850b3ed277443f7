import type { APIRequestContext } from '@playwright/test';

type Role = 'Viewer' | 'Editor';

const loginOf = (role: Role) => `e2e-${role.toLowerCase()}`;

/** Makes `as` a session of a viewer or an editor, whom `admin` (user and password) creates when there is none yet. */
export async function become(
  role: Role,
  as: APIRequestContext,
  admin: { user: string; password: string }
): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${admin.user}:${admin.password}`).toString('base64')}`;
  const headers = { authorization };
  const login = loginOf(role);
  const password = `${login}-secret`;
  const created = await as.post('/api/admin/users', { headers, data: { name: role, login, password } });
  // 412: it is there from an earlier run.
  if (![200, 412].includes(created.status())) {
    throw new Error(`the ${role} could not be created: ${created.status()} ${await created.text()}`);
  }
  const { id } = (await (await as.get(`/api/users/lookup?loginOrEmail=${login}`, { headers })).json()) as {
    id: number;
  };
  await as.patch(`/api/org/users/${id}`, { headers, data: { role } });
  await as.post('/login', { data: { user: login, password } });
}
