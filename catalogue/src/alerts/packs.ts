import { inferenceGatewayPack } from './packs/inferenceGateway.js';
import { litellmGuidePack } from './packs/litellmGuide.js';
import { litellmSetupPack } from './packs/litellmSetup.js';
import type { AlertPack } from './packs/pack.js';

/** Alert rules for those who have dashboards, routes and runbooks under others' names; not loaded by default. */
export const alertPacks: readonly AlertPack[] = [litellmSetupPack, litellmGuidePack, inferenceGatewayPack];
