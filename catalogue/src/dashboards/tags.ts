/** Tag of all our dashboards; the links between them go by it. */
export const DASHBOARD_TAG = 'llm-gateway';

/** Folder of dashboards and alert rules in Grafana. */
export const FOLDER = 'LLM Gateway';
