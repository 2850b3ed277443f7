import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';

import { capacity } from './boards/capacity.js';
import { cost } from './boards/cost.js';
import { eachProvider } from './boards/eachProvider.js';
import { guide } from './boards/guide.js';
import { litellmProd } from './boards/litellmProd.js';
import { monitoring } from './boards/monitoring.js';
import { operation } from './boards/operation.js';
import { overview } from './boards/overview.js';
import { providers } from './boards/providers.js';
import { tenants } from './boards/tenants.js';

/** All dashboards. For the generator only: they import Grafana's SDK, which neither the app nor the gateway may carry. */
export const dashboards: readonly Dashboard[] = [
  overview,
  providers,
  eachProvider,
  cost,
  tenants,
  capacity,
  operation,
  monitoring,
  litellmProd,
  guide,
];
