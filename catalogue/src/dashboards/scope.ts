/** The gateways that the dashboard's variables choose; `.*`, for all, also takes series without a cluster. */
export const GATEWAYS = { cluster: '$cluster', instance: '$instance' } as const;

/** What other exporters measure has instances of its own. */
export const CLUSTER = { cluster: '$cluster' } as const;

export const DATASOURCE = { type: 'prometheus', uid: '${datasource}' } as const;
