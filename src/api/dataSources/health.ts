import { isFetchError } from '@grafana/runtime';
import { errorMessage, send } from '../grafana';

export interface Health {
  readonly ok: boolean;
  /** In the data source's own words. */
  readonly message: string;
}

interface HealthAnswer {
  readonly status: string;
  readonly message: string;
}

/** What “Save & test” asks of a data source. An unhealthy one answers with an error status and says why. */
export async function checkHealth(uid: string): Promise<Health> {
  try {
    const { status, message } = await send<HealthAnswer>(
      'GET',
      `/api/datasources/uid/${encodeURIComponent(uid)}/health`
    );
    return { ok: status === 'OK', message };
  } catch (error) {
    if (isFetchError(error)) {
      return { ok: false, message: errorMessage(error) };
    }
    throw error;
  }
}
