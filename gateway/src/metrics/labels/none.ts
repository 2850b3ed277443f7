/** Value of a label that there is no value for. */
export const NONE = 'none';

/** Stands for every value of a label past metrics.max_label_values. */
export const OTHER = 'other';
