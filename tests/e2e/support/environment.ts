/** What the test runner tells about the stack under test. */
export const environment = {
  /** e.g. `http://127.0.0.1:4000` */
  gatewayUrl: () => required('LLM_GATEWAY_URL'),
  /** A client's key. */
  gatewayKey: () => required('LLM_GATEWAY_KEY'),
  adminToken: () => required('LLM_GATEWAY_ADMIN_TOKEN'),
  /** Stops and starts the gateway, where the runner can. */
  stackControlUrl: () => process.env['STACK_CONTROL_URL'],
};

function required(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(
      `${name} is not set: run these tests with npm test, or set what tests/e2e/support/environment.ts names.`
    );
  }
  return value;
}
