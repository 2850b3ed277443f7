import type { GatewayApi } from '../../../api/gateway/gatewayApi';

/** Every second begins an outage of one second: nothing is answered. */
const NOTHING_IS_ANSWERED = {
  outages: [{ every_seconds: 1, for_seconds: 1, offset_seconds: 0, status: 503, reset: false }],
};

/** Breaks a simulated provider; it mends itself after so many seconds, whatever becomes of this page. */
export async function beginDrill(api: GatewayApi, provider: string, seconds: number): Promise<void> {
  const body = { behaviour: NOTHING_IS_ANSWERED, for_seconds: seconds };
  await api.patch('/simulator/{name}', { path: { name: provider }, body });
}

/** Mends it at once. */
export async function endDrill(api: GatewayApi, provider: string): Promise<void> {
  await api.delete('/simulator/{name}', { path: { name: provider } });
}
