import type { FastifyInstance } from 'fastify';

import type { BudgetReader } from '../../governance/budgetStanding.js';
import type { LimitReader } from '../../governance/limitStandings.js';
import type { Management } from '../../managed/management.js';
import { OBJECT_KINDS, type ObjectKind } from '../../store/storedObject.js';
import { auditRoute } from './audit.js';
import { type ConfigReload, configRoutes } from './config.js';
import { type DeploymentParts, deploymentsRoute } from './deployments.js';
import { keyRoutes } from './objects/keyRoutes.js';
import { type KindRoutes, objectRoutes } from './objects/objectRoutes.js';
import { type ProviderTestParts, providerRoutes } from './objects/providerRoutes.js';
import { budgetStandings, limitStandings } from './objects/standings.js';
import { shownConfig } from './shownConfig.js';

export interface ManagedRouteParts {
  readonly management: Management;
  readonly providers: Omit<ProviderTestParts, 'inventory'>;
  readonly deployments: DeploymentParts;
  readonly readBudgets: BudgetReader;
  readonly readLimits: LimitReader;
  readonly reloadConfig: ConfigReload;
}

/** Routes to all that can be managed, to what became of it, and to who did it. */
export async function managedRoutes(app: FastifyInstance, parts: ManagedRouteParts): Promise<void> {
  const { management, providers, deployments, readBudgets, readLimits, reloadConfig } = parts;
  const { inventory, sync, config, keys, audit, readAudit } = management;
  const special: Readonly<Partial<Record<ObjectKind, KindRoutes>>> = {
    key: keyRoutes(keys),
    provider: providerRoutes({ inventory, ...providers }),
    budget: { kind: 'budget', more: () => budgetStandings(readBudgets) },
    limit: { kind: 'limit', more: () => limitStandings(readLimits) },
  };
  for (const kind of OBJECT_KINDS) {
    objectRoutes(app, management, special[kind] ?? { kind });
  }
  await app.register(deploymentsRoute, deployments);
  await app.register(auditRoute, { read: readAudit });
  await app.register(configRoutes, {
    shown: async () => {
      await sync.refresh();
      return shownConfig(config.file, inventory);
    },
    reload: reloadConfig,
    audit,
  });
}
