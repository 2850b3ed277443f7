import { family } from '../family.js';

/** What we read of google/cadvisor (0.4x); series without a name are of control groups, not of containers. */
export const containerFamilies = {
  containerCpu: family({
    name: 'container_cpu_usage_seconds_total',
    type: 'counter',
    help: 'CPU time of a container, in seconds.',
    labels: ['id', 'image', 'name'],
  }),
  containerMemory: family({
    name: 'container_memory_working_set_bytes',
    type: 'gauge',
    help: 'Memory of a container that cannot be taken from it, in bytes.',
    labels: ['id', 'image', 'name'],
  }),
  containerReceived: family({
    name: 'container_network_receive_bytes_total',
    type: 'counter',
    help: 'Bytes that a container received.',
    labels: ['id', 'image', 'interface', 'name'],
  }),
  containerSent: family({
    name: 'container_network_transmit_bytes_total',
    type: 'counter',
    help: 'Bytes that a container sent.',
    labels: ['id', 'image', 'interface', 'name'],
  }),
} as const;
