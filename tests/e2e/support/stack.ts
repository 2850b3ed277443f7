import { environment } from './environment';

/** Stops the gateway as an operator would, or starts it again; done when it is. */
export async function control(action: 'stop' | 'start'): Promise<void> {
  const response = await fetch(`${environment.stackControlUrl()}/gateway/${action}`, { method: 'POST' });
  if (!response.ok) {
    throw new Error(`the test runner could not ${action} the gateway: ${response.status} ${await response.text()}`);
  }
}
