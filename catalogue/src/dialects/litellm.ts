import { litellmDeployments } from './litellm/deployments.js';
import { litellmGovernance } from './litellm/governance.js';
import { NONE } from './litellm/labels.js';
import { litellmLatency } from './litellm/latency.js';
import { litellmMonitoringGuide } from './litellm/monitoringGuide.js';
import { litellmMonitoringSetup } from './litellm/monitoringSetup.js';
import { litellmOlderNames } from './litellm/olderNames.js';
import { litellmRequests } from './litellm/requests.js';
import { litellmServices } from './litellm/services.js';
import { litellmUsage } from './litellm/usage.js';
import type { Dialect } from './view.js';

/**
 * What LiteLLM's own dashboards and alerts ask for: the families of its metrics callback (PyPI `litellm`, names, labels
 * and bounds as there), the names it had before, and those of the two guides to monitoring it.
 */
export const litellm: Dialect = {
  name: 'litellm',
  none: NONE,
  views: [
    litellmRequests,
    litellmLatency,
    litellmUsage,
    litellmDeployments,
    litellmGovernance,
    litellmServices,
    litellmOlderNames,
    litellmMonitoringGuide,
    litellmMonitoringSetup,
  ].flatMap((families) => Object.values<Dialect['views'][number]>(families)),
};
