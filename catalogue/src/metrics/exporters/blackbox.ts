import { family } from '../family.js';

/** What we read of prometheus/blackbox_exporter. */
export const blackboxFamilies = {
  probeSuccess: family({
    name: 'probe_success',
    type: 'gauge',
    help: 'Whether a probe of a target went well: 1, else 0.',
    labels: [],
  }),
} as const;
