import type { ObjectKind } from '../../../store/storedObject.js';

/** What the documentation of the API calls a kind, and says of it. */
export const WORDS: Readonly<Record<ObjectKind, { readonly one: string; readonly about: string }>> = {
  provider: {
    one: 'provider',
    about: 'Who answers requests. Its secret is encrypted at rest and never answered; left out of a change, it stays.',
  },
  model: { one: 'model', about: 'What clients can ask for, and which deployments answer it.' },
  price: { one: 'price', about: 'Prices that differ from the price list.' },
  key: { one: 'key', about: 'Who may send requests. The secret is in the answers of create and rotate only.' },
  team: { one: 'team', about: 'Who pays; a team need not be here to be named.' },
  user: { one: 'user', about: 'Who asks; a user need not be here to be named.' },
  budget: { one: 'budget', about: 'What may be spent, and where it stands.' },
  limit: { one: 'limit', about: 'How fast it may go.' },
};
