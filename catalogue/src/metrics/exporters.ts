import { blackboxFamilies } from './exporters/blackbox.js';
import { containerFamilies } from './exporters/container.js';
import { nodeFamilies } from './exporters/node.js';
import { postgresFamilies } from './exporters/postgres.js';
import { redisFamilies } from './exporters/redis.js';
import { scrapeFamilies } from './exporters/scrape.js';

/** Families of others that our rules and dashboards read; only the labels that these exporters have by default. */
export const exporters = {
  ...scrapeFamilies,
  ...nodeFamilies,
  ...postgresFamilies,
  ...redisFamilies,
  ...blackboxFamilies,
  ...containerFamilies,
} as const;
