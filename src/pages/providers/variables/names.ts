/** Of the variables of the pages below: the first two are in the URL as they are, the third as `var-model`. */
export const PROVIDER = 'provider';
export const DEPLOYMENT = 'deployment';
export const MODEL = 'model';
/** All models that the provider has deployments for, whichever one is chosen. */
export const SERVED = 'served';
