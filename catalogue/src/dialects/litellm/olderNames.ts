import { view } from '../view.js';
import { litellmDeployments } from './deployments.js';

/** Names that LiteLLM had before, which its published dashboards still use. */
export const litellmOlderNames = {
  remainingRequests: view({ ...litellmDeployments.remainingRequests, name: 'litellm_remaining_requests' }),
  remainingTokens: view({ ...litellmDeployments.remainingTokens, name: 'litellm_remaining_tokens' }),
} as const;
