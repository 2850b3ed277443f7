import { family } from '../family.js';

/** What we read of prometheus/node_exporter (1.x). */
export const nodeFamilies = {
  diskAvailable: family({
    name: 'node_filesystem_avail_bytes',
    type: 'gauge',
    help: 'Space that is free to users who are not root, in bytes.',
    labels: ['device', 'fstype', 'mountpoint'],
  }),
  diskSize: family({
    name: 'node_filesystem_size_bytes',
    type: 'gauge',
    help: 'Size of a file system, in bytes.',
    labels: ['device', 'fstype', 'mountpoint'],
  }),
  memoryAvailable: family({
    name: 'node_memory_MemAvailable_bytes',
    type: 'gauge',
    help: 'Memory that can be given to programs without swapping, in bytes.',
    labels: [],
  }),
  memorySize: family({
    name: 'node_memory_MemTotal_bytes',
    type: 'gauge',
    help: 'Memory of the machine, in bytes.',
    labels: [],
  }),
  cpu: family({
    name: 'node_cpu_seconds_total',
    type: 'counter',
    help: 'Time that the CPUs spent in each mode, in seconds.',
    labels: ['cpu', 'mode'],
  }),
  networkReceived: family({
    name: 'node_network_receive_bytes_total',
    type: 'counter',
    help: 'Bytes that a network device received.',
    labels: ['device'],
  }),
  networkSent: family({
    name: 'node_network_transmit_bytes_total',
    type: 'counter',
    help: 'Bytes that a network device sent.',
    labels: ['device'],
  }),
} as const;
