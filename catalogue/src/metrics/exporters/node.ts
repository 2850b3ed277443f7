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
} as const;
