/** Error types that are the client's own doing, or its administrator's: nothing of ours is broken then. */
export const CLIENT_FAULTS = [
  'authentication_error',
  'budget_exceeded',
  'content_policy_violation',
  'context_window_exceeded',
  'invalid_request_error',
  'not_found_error',
  'permission_error',
] as const;
