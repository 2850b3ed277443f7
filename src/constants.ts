import { APP_ID } from '@llm-gateway/catalogue';

/** Where Grafana mounts the app's pages. */
export const PLUGIN_BASE_URL = `/a/${APP_ID}`;

/** Grafana's own Prometheus data source; metrics of the gateway are read through one. */
export const PROMETHEUS_ID = 'prometheus';
