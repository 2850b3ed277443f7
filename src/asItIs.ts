/**
 * For values in a text that React or a panel shows as text: without it, i18next makes `req/s` read `req&#x2F;s`. Never for
 * HTML.
 */
export const AS_IT_IS = { interpolation: { escapeValue: false } } as const;
