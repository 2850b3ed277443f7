import { t } from '@grafana/i18n';

export interface ErrorAdvice {
  readonly what: string;
  /** What to do about it. */
  readonly todo: string;
}

/** An error type of the gateway in plain words; a type of a newer gateway is told by its name. */
export function errorAdvice(type: string): ErrorAdvice {
  switch (type) {
    case 'authentication_error':
      return {
        what: t('requests.errors.authentication.what', 'The key was refused.'),
        todo: t(
          'requests.errors.authentication.todo',
          'Check that the client sends a key of this gateway that is neither expired nor revoked.'
        ),
      };
    case 'budget_exceeded':
      return {
        what: t('requests.errors.budget.what', 'A budget was spent.'),
        todo: t(
          'requests.errors.budget.todo',
          'Wait until its period ends, or raise the budget of the key, team or provider.'
        ),
      };
    case 'certificate_error':
      return {
        what: t('requests.errors.certificate.what', 'The provider’s certificate was not trusted.'),
        todo: t(
          'requests.errors.certificate.todo',
          'Check the provider’s address, and that its certificate is valid or its authority known to the gateway.'
        ),
      };
    case 'connection_error':
      return {
        what: t('requests.errors.connection.what', 'The provider could not be reached, or the connection broke.'),
        todo: t(
          'requests.errors.connection.todo',
          'Check the provider’s address and the network between. A fallback keeps clients going meanwhile.'
        ),
      };
    case 'content_policy_violation':
      return {
        what: t('requests.errors.policy.what', 'The provider refused the content.'),
        todo: t(
          'requests.errors.policy.todo',
          'Change the prompt, or name a model in content_policy_fallbacks that may answer it.'
        ),
      };
    case 'context_window_exceeded':
      return {
        what: t('requests.errors.window.what', 'The prompt is longer than the model takes.'),
        todo: t(
          'requests.errors.window.todo',
          'Shorten it, or name a model with a larger window in context_window_fallbacks.'
        ),
      };
    case 'insufficient_quota':
      return {
        what: t('requests.errors.quota.what', 'The account at the provider has no quota left.'),
        todo: t(
          'requests.errors.quota.todo',
          'Top it up, or raise its limit at the provider. Until then its credential is left out of routing.'
        ),
      };
    case 'internal_error':
      return {
        what: t('requests.errors.internal.what', 'The gateway itself failed.'),
        todo: t('requests.errors.internal.todo', 'Its log has the cause under the request id. Please report it.'),
      };
    case 'invalid_request_error':
      return {
        what: t('requests.errors.invalid-request.what', 'The request was not valid.'),
        todo: t(
          'requests.errors.invalid-request.todo',
          'The answer that the client got names the field. It is never tried again elsewhere: it would fail there too.'
        ),
      };
    case 'invalid_response':
      return {
        what: t('requests.errors.invalid-response.what', 'The provider’s answer could not be read.'),
        todo: t(
          'requests.errors.invalid-response.todo',
          'Check that the provider’s address and type are right: something else may answer there.'
        ),
      };
    case 'not_found_error':
      return {
        what: t('requests.errors.not-found.what', 'There is no such model.'),
        todo: t(
          'requests.errors.not-found.todo',
          'Check the name that the client asks for, and that the deployment’s model exists at the provider.'
        ),
      };
    case 'overloaded':
      return {
        what: t(
          'requests.errors.overloaded.what',
          'There was no room for it: every deployment was busy, out of order or disabled.'
        ),
        todo: t(
          'requests.errors.overloaded.todo',
          'Add deployments or fallbacks, enable what is disabled, or raise their limits of concurrent calls. Circuit breakers are on the page of the provider.'
        ),
      };
    case 'permission_error':
      return {
        what: t('requests.errors.permission.what', 'The key may not do this.'),
        todo: t('requests.errors.permission.todo', 'Allow it the model or the client’s address, or use another key.'),
      };
    case 'provider_authentication_error':
      return {
        what: t('requests.errors.provider-authentication.what', 'The provider refused the gateway’s credential.'),
        todo: t(
          'requests.errors.provider-authentication.todo',
          'Set a valid secret for the provider. Until then its credential is left out of routing.'
        ),
      };
    case 'rate_limit_error':
      return {
        what: t(
          'requests.errors.rate-limit.what',
          'A rate limit was reached: the provider’s where an attempt has status 429, else one of the gateway.'
        ),
        todo: t(
          'requests.errors.rate-limit.todo',
          'Spread the load over more deployments, or raise the limit of the key, team or model.'
        ),
      };
    case 'stream_interrupted':
      return {
        what: t('requests.errors.stream.what', 'The provider broke off in the middle of the answer.'),
        todo: t(
          'requests.errors.stream.todo',
          'The client had part of it, so nobody else was asked. Send it again; if it happens often, look at the provider.'
        ),
      };
    case 'timeout':
      return {
        what: t('requests.errors.timeout.what', 'It took too long.'),
        todo: t(
          'requests.errors.timeout.todo',
          'Look at which attempt took the time. timeouts of the provider and routing.deadline_ms say how long is allowed.'
        ),
      };
    case 'upstream_error':
      return {
        what: t('requests.errors.upstream.what', 'The provider failed.'),
        todo: t(
          'requests.errors.upstream.todo',
          'Look at the provider’s status page. Further deployments or a fallback keep clients going meanwhile.'
        ),
      };
    default:
      return {
        what: type,
        todo: t(
          'requests.errors.other.todo',
          'This app does not know this error yet: the gateway is newer. The answer that the client got says more.'
        ),
      };
  }
}
