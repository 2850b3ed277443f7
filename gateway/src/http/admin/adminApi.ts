import type { FastifyInstance } from 'fastify';

import type { SimulatorControl } from '../../simulator/control.js';
import type { LiveRequests } from '../../usage/live.js';
import type { AdminTokens } from './access.js';
import { adminScope } from './adminScope.js';
import { type AlertsReader, alertsRoute } from './alerts.js';
import { type EventsReader, eventsRoute } from './events.js';
import { exportRoutes } from './export.js';
import type { LedgerParts } from './ledgerParts.js';
import { liveRequestsRoute } from './liveRequests.js';
import { type ManagedRouteParts, managedRoutes } from './managedRoutes.js';
import { priceListRoute } from './priceList.js';
import { requestsRoutes } from './requests.js';
import { simulatorRoutes } from './simulator.js';
import { type GatewayStatus, statusRoute } from './status.js';
import { usageRoutes } from './usage.js';
import { type DeliveriesReader, webhookDeliveriesRoute } from './webhookDeliveries.js';
import { whatIfRoute } from './whatIf.js';

export interface AdminApiParts {
  readonly adminTokens: AdminTokens;
  readonly status: () => Promise<GatewayStatus>;
  readonly managed: ManagedRouteParts;
  readonly ledger: LedgerParts;
  readonly liveRequests: LiveRequests;
  readonly simulator: SimulatorControl;
  readonly readEvents: EventsReader;
  readonly readDeliveries: DeliveriesReader;
  readonly readAlerts: AlertsReader;
}

/** Everything under `/api/v1`. */
export async function adminApi(app: FastifyInstance, parts: AdminApiParts): Promise<void> {
  adminScope(app, parts.adminTokens);
  await app.register(statusRoute, { status: parts.status });
  await app.register(usageRoutes, parts.ledger);
  await app.register(whatIfRoute, { ...parts.ledger, config: parts.managed.providers.config });
  await app.register(priceListRoute, { config: parts.managed.providers.config });
  await app.register(requestsRoutes, parts.ledger);
  await app.register(liveRequestsRoute, { live: parts.liveRequests });
  await app.register(exportRoutes, parts.ledger);
  await app.register(managedRoutes, parts.managed);
  await app.register(simulatorRoutes, { control: parts.simulator, audit: parts.managed.management.audit });
  await app.register(eventsRoute, { read: parts.readEvents });
  await app.register(alertsRoute, { read: parts.readAlerts });
  await app.register(webhookDeliveriesRoute, { read: parts.readDeliveries });
}
