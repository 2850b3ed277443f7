/** Names of the two variables every page has; in the URL they are `var-prometheus` and `var-gateway`. */
export const PROMETHEUS_VARIABLE = 'prometheus';
export const GATEWAY_VARIABLE = 'gateway';
