// Written by npm run generate from the gateway's /openapi.json; not edited by hand. Paths are those of the data source's
// resources: the admin API's without /api/v1.

export interface paths {
  '/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Version and size of this gateway, and how its store, Redis and ledger stand */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              version: string;
              /** Format: date-time */
              started_at: string;
              /** @description Configured models. */
              models: number;
              /** @description Configured providers. */
              providers: number;
              /** @description Those of them that get no calls. */
              disabled_providers: string[];
              process: {
                pid: number;
                /** @description Name of the machine or container. */
                host: string;
                heap_used_bytes: number;
                heap_limit_bytes: number;
                /** @description Of all network interfaces of its machine or container but loopback. */
                network?: {
                  received_bytes: number;
                  sent_bytes: number;
                };
              };
              store: {
                /** @enum {unknown} */
                dialect: 'sqlite' | 'postgres';
                /** @description Whether it answered just now. */
                up: boolean;
                latency_ms?: number;
                /** @description Why it did not answer. */
                reason?: string;
              };
              /** @description null without REDIS_URL. */
              redis: {
                up: boolean;
              } | null;
              ledger: {
                /** @description Usage events that are not in the store yet. */
                pending: number;
                /** @description How long the oldest of them has waited. */
                lag_seconds: number;
                journal_bytes: number;
                /** @description Batches that the store did not take; each is tried again. */
                write_failures: number;
                /** @description Events that the store will never take; kept in journal/refused.bad. */
                refused: number;
                /** @description No more events are taken, so that requests are refused. */
                full: boolean;
                /** @description The journal cannot be written, so that requests are refused. */
                journal_failing: boolean;
              };
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/usage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Usage and cost over a time range
     * @description Tags are filtered by `tag:<name>=<value>`. Whole hours are read from sums by hour, so that a month takes no longer for ten million requests; deployments, served models, tags and quantiles are read from single requests.
     */
    get: {
      parameters: {
        query?: {
          /** @description ISO 8601 or epoch milliseconds; 24 hours before `to` if left out. */
          from?: string;
          /** @description ISO 8601 or epoch milliseconds; now if left out. Not included. */
          to?: string;
          /** @description Comma-separated, of: model, provider, key, team, user, feature, environment, status, error_type, streaming, cache, served_model, deployment, operation, tag:<name>. */
          group_by?: string;
          /** @description Length of a time bucket, e.g. 30s, 5m, 1h; 1d, 1w and 1M go by the calendar. */
          bucket?: string;
          /** @description Where days, weeks (from Monday) and months begin, e.g. Europe/Berlin; UTC if left out. */
          timezone?: string;
          /** @description Comma-separated, of: requests, errors, aborted, input_tokens, cached_input_tokens, cache_write_tokens, audio_input_tokens, output_tokens, reasoning_tokens, audio_output_tokens, total_tokens, cost_usd, saved_usd, unpriced_requests, avg_duration_ms, avg_first_token_ms, p50_duration_ms, p95_duration_ms, p99_duration_ms, p95_first_token_ms. Quantiles and audio tokens are answered only when asked for here; they are read from single requests, which takes longer. */
          measures?: string;
          /** @description Keeps the groups with most of order_by over the whole range; totals are over all. */
          limit?: number;
          /** @description A measure; the first of measures if left out, or cost_usd. */
          order_by?: string;
          /** @description Only this model; repeatable, empty for unknown. */
          model?: string | string[];
          /** @description Only this provider; repeatable, empty for unknown. */
          provider?: string | string[];
          /** @description Only this key; repeatable, empty for unknown. */
          key?: string | string[];
          /** @description Only this team; repeatable, empty for unknown. */
          team?: string | string[];
          /** @description Only this user; repeatable, empty for unknown. */
          user?: string | string[];
          /** @description Only this feature; repeatable, empty for unknown. */
          feature?: string | string[];
          /** @description Only this environment; repeatable, empty for unknown. */
          environment?: string | string[];
          /** @description Only this status; repeatable, empty for unknown. */
          status?: string | string[];
          /** @description Only this error_type; repeatable, empty for unknown. */
          error_type?: string | string[];
          /** @description Only this streaming; repeatable, empty for unknown. */
          streaming?: string | string[];
          /** @description Only this cache; repeatable, empty for unknown. */
          cache?: string | string[];
          /** @description Only this served_model; repeatable, empty for unknown. */
          served_model?: string | string[];
          /** @description Only this deployment; repeatable, empty for unknown. */
          deployment?: string | string[];
          /** @description Only this operation; repeatable, empty for unknown. */
          operation?: string | string[];
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Usage'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/usage/what-if': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the requests of a time range would have cost with another model or provider
     * @description The tokens of the requests, at the prices in force now; whether the other model would have used as many nobody knows. Read from single requests, which takes longer. Answers out of the gateway’s own cache are not in it: they cost nothing either way.
     */
    get: {
      parameters: {
        query?: {
          /** @description ISO 8601 or epoch milliseconds; 24 hours before `to` if left out. */
          from?: string;
          /** @description ISO 8601 or epoch milliseconds; now if left out. Not included. */
          to?: string;
          /** @description Provider of the configuration, or of the price list, at whose prices to count; the one that answered if left out. */
          to_provider?: string;
          /** @description What that provider calls the model; the one that answered if left out. */
          to_model?: string;
          /** @description Only this model; repeatable, empty for unknown. */
          model?: string | string[];
          /** @description Only this provider; repeatable, empty for unknown. */
          provider?: string | string[];
          /** @description Only this key; repeatable, empty for unknown. */
          key?: string | string[];
          /** @description Only this team; repeatable, empty for unknown. */
          team?: string | string[];
          /** @description Only this user; repeatable, empty for unknown. */
          user?: string | string[];
          /** @description Only this feature; repeatable, empty for unknown. */
          feature?: string | string[];
          /** @description Only this environment; repeatable, empty for unknown. */
          environment?: string | string[];
          /** @description Only this status; repeatable, empty for unknown. */
          status?: string | string[];
          /** @description Only this error_type; repeatable, empty for unknown. */
          error_type?: string | string[];
          /** @description Only this streaming; repeatable, empty for unknown. */
          streaming?: string | string[];
          /** @description Only this cache; repeatable, empty for unknown. */
          cache?: string | string[];
          /** @description Only this served_model; repeatable, empty for unknown. */
          served_model?: string | string[];
          /** @description Only this deployment; repeatable, empty for unknown. */
          deployment?: string | string[];
          /** @description Only this operation; repeatable, empty for unknown. */
          operation?: string | string[];
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: date-time */
              from: string;
              /** Format: date-time */
              to: string;
              to_provider: string | null;
              to_model: string | null;
              /**
               * Format: date-time
               * @description The prices are those in force then.
               */
              prices_at: string;
              groups: {
                /** @description The model asked for. */
                model: string | null;
                /** @description That answered. */
                provider: string | null;
                /** @description What it calls the model. */
                provider_model: string | null;
                /** @description At whose price it is counted. */
                to_provider: string | null;
                /** @description At the price of which model. */
                to_model: string | null;
                /** @description Where that price comes from; null where there is none. */
                price_source: string | null;
                input_tokens: number;
                output_tokens: number;
                /** @description Requests that used something. */
                requests: number;
                /** @description Of these, those whose actual cost is not known. */
                unpriced_requests: number;
                /** @description What they cost, as far as it is known. */
                cost_usd: number;
                /** @description cost_usd, exactly, in nano-dollars. */
                cost_nano_usd: number;
                /** @description What they would have cost; null where there is no price for it. */
                what_if_usd: number | null;
                /** @description what_if_usd, exactly, in nano-dollars. */
                what_if_nano_usd: number | null;
                /** @description Of those whose actual cost is known: what they would have cost less what they did. */
                difference_usd: number | null;
                /** @description difference_usd, exactly, in nano-dollars. */
                difference_nano_usd: number | null;
              }[];
              totals: {
                /** @description Requests that used something. */
                requests: number;
                /** @description Of these, those whose actual cost is not known. */
                unpriced_requests: number;
                /** @description Those without a price where they are counted. */
                unpriceable_requests: number;
                /** @description What those cost that difference_nano_usd is about, in nano-dollars. */
                compared_cost_nano_usd: number;
                /** @description What they cost, as far as it is known. */
                cost_usd: number;
                /** @description cost_usd, exactly, in nano-dollars. */
                cost_nano_usd: number;
                /** @description What they would have cost; null where there is no price for it. */
                what_if_usd: number | null;
                /** @description what_if_usd, exactly, in nano-dollars. */
                what_if_nano_usd: number | null;
                /** @description Of those whose actual cost is known: what they would have cost less what they did. */
                difference_usd: number | null;
                /** @description difference_usd, exactly, in nano-dollars. */
                difference_nano_usd: number | null;
              };
            };
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/price-list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Models that the price list has for a provider */
    get: {
      parameters: {
        query: {
          /** @description Of the configuration, or its id in the price list. */
          provider: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @description The list and its version. */
              source: string;
              /** @description By name; none where the provider’s prices are not looked up in the list. */
              models: string[];
            };
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Requests of a time range, newest first
     * @description Tags are filtered by `tag:<name>=<value>`. Give next_cursor back as cursor for the next page.
     */
    get: {
      parameters: {
        query?: {
          /** @description ISO 8601 or epoch milliseconds; 24 hours before `to` if left out. */
          from?: string;
          /** @description ISO 8601 or epoch milliseconds; now if left out. Not included. */
          to?: string;
          /** @description Only this model; repeatable, empty for unknown. */
          model?: string | string[];
          /** @description Only this provider; repeatable, empty for unknown. */
          provider?: string | string[];
          /** @description Only this key; repeatable, empty for unknown. */
          key?: string | string[];
          /** @description Only this team; repeatable, empty for unknown. */
          team?: string | string[];
          /** @description Only this user; repeatable, empty for unknown. */
          user?: string | string[];
          /** @description Only this feature; repeatable, empty for unknown. */
          feature?: string | string[];
          /** @description Only this environment; repeatable, empty for unknown. */
          environment?: string | string[];
          /** @description Only this status; repeatable, empty for unknown. */
          status?: string | string[];
          /** @description Only this error_type; repeatable, empty for unknown. */
          error_type?: string | string[];
          /** @description Only this streaming; repeatable, empty for unknown. */
          streaming?: string | string[];
          /** @description Only this cache; repeatable, empty for unknown. */
          cache?: string | string[];
          /** @description Only this served_model; repeatable, empty for unknown. */
          served_model?: string | string[];
          /** @description Only this deployment; repeatable, empty for unknown. */
          deployment?: string | string[];
          /** @description Only this operation; repeatable, empty for unknown. */
          operation?: string | string[];
          /** @description HTTP status sent to the client; repeatable. */
          code?: number;
          min_duration_ms?: number;
          max_duration_ms?: number;
          min_cost_usd?: number;
          /** @description How the id (req_…) or the trace id begins. For an id, the time range may be left out. */
          q?: string;
          limit?: number;
          /** @description next_cursor of the page before. */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** Format: date-time */
              from: string;
              /** Format: date-time */
              to: string;
              requests: components['schemas']['Request'][];
              /** @description Null on the last page. */
              next_cursor: string | null;
            };
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/requests/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One request in full, with its attempts and, where kept, its contents */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description As in x-request-id. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              id: string;
              /**
               * Format: date-time
               * @description When it was read.
               */
              time: string;
              /** @description What was asked for, e.g. chat, embeddings. */
              operation: string;
              /** @description Of the traceparent that the client sent. */
              trace_id: string | null;
              key: string;
              /** @description Team that pays. */
              team: string | null;
              /** @description User that asked. */
              user: string | null;
              /** @description Tag feature. */
              feature: string | null;
              /** @description Tag environment. */
              environment: string | null;
              /** @description All tags. */
              tags: {
                [key: string]: string;
              };
              /** @description The configured model asked for. */
              model: string;
              /** @description What the provider that answered calls its model. */
              served_model: string | null;
              /** @description Provider that gave the final answer. */
              provider: string | null;
              /** @description provider/model of it. */
              deployment: string | null;
              streaming: boolean;
              /** @description Whether it was made at a batch price. */
              batch: boolean;
              /** @description success, error or aborted. */
              status: string;
              /** @description HTTP status sent to the client; 499 when it left. */
              code: number;
              /** @description Cause of an error. */
              error_type: string | null;
              /** @description bypass, miss or hit. */
              cache: string;
              /** @description Cached, cache-write, audio and image tokens included. */
              input_tokens: number;
              /** @description Read from the provider’s cache. */
              cached_input_tokens: number;
              /** @description Written to the provider’s cache for five minutes. */
              cache_write_5m_tokens: number;
              /** @description Written to it for an hour. */
              cache_write_1h_tokens: number;
              /** @description Cached ones included. */
              audio_input_tokens: number;
              /** @description Audio read from the provider’s cache. */
              cached_audio_input_tokens: number;
              /** @description Of input_tokens. */
              image_input_tokens: number;
              /** @description Reasoning, audio and image tokens included. */
              output_tokens: number;
              /** @description Of output_tokens. */
              reasoning_tokens: number;
              /** @description Of output_tokens. */
              audio_output_tokens: number;
              /** @description Of output_tokens. */
              image_output_tokens: number;
              /** @description Images made. */
              images: number;
              /** @description Characters spoken. */
              characters: number;
              /** @description Audio heard or made. */
              audio_seconds: number;
              /** @description provider, or estimated where it reported nothing. */
              usage_source: string | null;
              /** @description Null when nothing was used or the price is not known. */
              cost_usd: number | null;
              /** @description The same, exactly, in nano-dollars (1e-9 USD). */
              cost_nano_usd: number | null;
              /** @description What our cache saved. */
              saved_usd: number;
              /** @description The same, exactly. */
              saved_nano_usd: number;
              /** @description config, config:<name>, or genai-prices@<version>. */
              price_source: string | null;
              /** @description Whether something was used whose price is not known. */
              unpriced: boolean;
              duration_ms: number;
              /** @description To the first whole event of a stream. */
              first_token_ms: number | null;
              /** @description To the first call to a provider. */
              overhead_ms: number | null;
              /** @description What it waited for a deployment at its limit of concurrent calls, if it did. */
              queued_ms: number | null;
              /** @description Calls to providers. */
              attempt_count: number;
              attempts: {
                /** @description From 1. */
                number: number;
                provider: string;
                deployment: string;
                /** @description The configured model it was made for: the one asked for, or a fallback. */
                model: string;
                /** @description HTTP status of the provider’s answer. */
                status: number | null;
                /** @description success, aborted, or the cause of the error. */
                outcome: string;
                duration_ms: number;
                /** @description From the request being read to this call; null where an earlier version kept it. */
                start_ms: number | null;
                /** @description What the provider calls this call, where it says so and more than one was made or it failed. */
                provider_request_id: string | null;
              }[];
              /** @description Prompt and answer, redacted, where they are kept (ledger.contents). */
              content: {
                request: string;
                /** @description Null where there was no answer. */
                response: string | null;
              } | null;
            };
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/requests/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Requests as they end, as server-sent events
     * @description Requests of the replica that answers. An event `request` has a request as /requests tells it. An event `dropped` has `{"count": n}`: so many were left out here, as they came faster than they were read (server.live_queue). A comment every 15 seconds shows that the stream is alive. At most server.max_live_listeners may listen.
     */
    get: {
      parameters: {
        query?: {
          /** @description Only this model; repeatable, empty for unknown. */
          model?: string | string[];
          /** @description Only this provider; repeatable, empty for unknown. */
          provider?: string | string[];
          /** @description Only this key; repeatable, empty for unknown. */
          key?: string | string[];
          /** @description Only this team; repeatable, empty for unknown. */
          team?: string | string[];
          /** @description Only this user; repeatable, empty for unknown. */
          user?: string | string[];
          /** @description Only this feature; repeatable, empty for unknown. */
          feature?: string | string[];
          /** @description Only this environment; repeatable, empty for unknown. */
          environment?: string | string[];
          /** @description Only this status; repeatable, empty for unknown. */
          status?: string | string[];
          /** @description Only this error_type; repeatable, empty for unknown. */
          error_type?: string | string[];
          /** @description Only this streaming; repeatable, empty for unknown. */
          streaming?: string | string[];
          /** @description Only this cache; repeatable, empty for unknown. */
          cache?: string | string[];
          /** @description Only this served_model; repeatable, empty for unknown. */
          served_model?: string | string[];
          /** @description Only this deployment; repeatable, empty for unknown. */
          deployment?: string | string[];
          /** @description Only this operation; repeatable, empty for unknown. */
          operation?: string | string[];
          /** @description HTTP status sent to the client; repeatable. */
          code?: number;
          min_duration_ms?: number;
          max_duration_ms?: number;
          min_cost_usd?: number;
          /** @description How the id (req_…) or the trace id begins. For an id, the time range may be left out. */
          q?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description A stream that ends when the client leaves or the gateway stops. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/event-stream': string;
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/usage/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Usage and cost as a file
     * @description Parameters are those of /usage. If left out, group_by is team,key,model,provider, bucket is 1M, and from is the beginning of the month in which the range ends.
     */
    get: {
      parameters: {
        query?: {
          /** @description ISO 8601 or epoch milliseconds; 24 hours before `to` if left out. */
          from?: string;
          /** @description ISO 8601 or epoch milliseconds; now if left out. Not included. */
          to?: string;
          /** @description Comma-separated, of: model, provider, key, team, user, feature, environment, status, error_type, streaming, cache, served_model, deployment, operation, tag:<name>. */
          group_by?: string;
          /** @description Length of a time bucket, e.g. 30s, 5m, 1h; 1d, 1w and 1M go by the calendar. */
          bucket?: string;
          /** @description Where days, weeks (from Monday) and months begin, e.g. Europe/Berlin; UTC if left out. */
          timezone?: string;
          /** @description Comma-separated, of: requests, errors, aborted, input_tokens, cached_input_tokens, cache_write_tokens, audio_input_tokens, output_tokens, reasoning_tokens, audio_output_tokens, total_tokens, cost_usd, saved_usd, unpriced_requests, avg_duration_ms, avg_first_token_ms, p50_duration_ms, p95_duration_ms, p99_duration_ms, p95_first_token_ms. Quantiles and audio tokens are answered only when asked for here; they are read from single requests, which takes longer. */
          measures?: string;
          /** @description Keeps the groups with most of order_by over the whole range; totals are over all. */
          limit?: number;
          /** @description A measure; the first of measures if left out, or cost_usd. */
          order_by?: string;
          /** @description Only this model; repeatable, empty for unknown. */
          model?: string | string[];
          /** @description Only this provider; repeatable, empty for unknown. */
          provider?: string | string[];
          /** @description Only this key; repeatable, empty for unknown. */
          key?: string | string[];
          /** @description Only this team; repeatable, empty for unknown. */
          team?: string | string[];
          /** @description Only this user; repeatable, empty for unknown. */
          user?: string | string[];
          /** @description Only this feature; repeatable, empty for unknown. */
          feature?: string | string[];
          /** @description Only this environment; repeatable, empty for unknown. */
          environment?: string | string[];
          /** @description Only this status; repeatable, empty for unknown. */
          status?: string | string[];
          /** @description Only this error_type; repeatable, empty for unknown. */
          error_type?: string | string[];
          /** @description Only this streaming; repeatable, empty for unknown. */
          streaming?: string | string[];
          /** @description Only this cache; repeatable, empty for unknown. */
          cache?: string | string[];
          /** @description Only this served_model; repeatable, empty for unknown. */
          served_model?: string | string[];
          /** @description Only this deployment; repeatable, empty for unknown. */
          deployment?: string | string[];
          /** @description Only this operation; repeatable, empty for unknown. */
          operation?: string | string[];
          format?: 'csv' | 'json';
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description A file. Amounts in CSV have all nine decimals. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/csv': string;
            'application/json': components['schemas']['Usage'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/requests/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Requests of a time range as a file, newest first
     * @description However many there are: they are sent as they are read.
     */
    get: {
      parameters: {
        query?: {
          /** @description ISO 8601 or epoch milliseconds; 24 hours before `to` if left out. */
          from?: string;
          /** @description ISO 8601 or epoch milliseconds; now if left out. Not included. */
          to?: string;
          /** @description Only this model; repeatable, empty for unknown. */
          model?: string | string[];
          /** @description Only this provider; repeatable, empty for unknown. */
          provider?: string | string[];
          /** @description Only this key; repeatable, empty for unknown. */
          key?: string | string[];
          /** @description Only this team; repeatable, empty for unknown. */
          team?: string | string[];
          /** @description Only this user; repeatable, empty for unknown. */
          user?: string | string[];
          /** @description Only this feature; repeatable, empty for unknown. */
          feature?: string | string[];
          /** @description Only this environment; repeatable, empty for unknown. */
          environment?: string | string[];
          /** @description Only this status; repeatable, empty for unknown. */
          status?: string | string[];
          /** @description Only this error_type; repeatable, empty for unknown. */
          error_type?: string | string[];
          /** @description Only this streaming; repeatable, empty for unknown. */
          streaming?: string | string[];
          /** @description Only this cache; repeatable, empty for unknown. */
          cache?: string | string[];
          /** @description Only this served_model; repeatable, empty for unknown. */
          served_model?: string | string[];
          /** @description Only this deployment; repeatable, empty for unknown. */
          deployment?: string | string[];
          /** @description Only this operation; repeatable, empty for unknown. */
          operation?: string | string[];
          /** @description HTTP status sent to the client; repeatable. */
          code?: number;
          min_duration_ms?: number;
          max_duration_ms?: number;
          min_cost_usd?: number;
          /** @description How the id (req_…) or the trace id begins. For an id, the time range may be left out. */
          q?: string;
          format?: 'csv' | 'json';
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description A file. Amounts in CSV have all nine decimals. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'text/csv': string;
            'application/json': components['schemas']['Request'][];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/providers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List providers
     * @description Who answers requests. Its secret is encrypted at rest and never answered; left out of a change, it stays.
     */
    get: {
      parameters: {
        query?: {
          /** @description Only those with this in their name, or in the team, user, provider or model they name. */
          q?: string;
          /** @description Most that are answered. */
          limit?: number;
          /** @description next_cursor of the page before. */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @description By name. */
              providers: components['schemas']['Provider'][];
              /** @description On all pages. */
              total: number;
              /** @description For the next page; null on the last one. */
              next_cursor: string | null;
              /** @description Whether the store cannot be read now: some may be missing. */
              partial: boolean;
            };
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    put?: never;
    /** Create a provider */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json':
            | {
                /** @description What deployments, metrics and pages call it. */
                name: string;
                /**
                 * @description Whether the provider gets requests; false keeps it configured and routes around it.
                 * @default true
                 */
                enabled?: boolean;
                timeouts?: components['schemas']['Timeout'];
                /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
                drop_unsupported?: boolean;
                /**
                 * @description Most connections to the provider.
                 * @default 512
                 */
                max_connections?: number;
                /** @enum {string} */
                type: 'openai';
                /** @description Sent as Bearer token. Keep it out of the file: ${OPENAI_API_KEY}. */
                api_key?: string;
                /** @default https://api.openai.com/v1 */
                base_url?: string;
                /**
                 * @description Provider id in genai-prices whose price list applies.
                 * @default openai
                 */
                prices?: string;
              }
            | {
                /** @description What deployments, metrics and pages call it. */
                name: string;
                /**
                 * @description Whether the provider gets requests; false keeps it configured and routes around it.
                 * @default true
                 */
                enabled?: boolean;
                timeouts?: components['schemas']['Timeout'];
                /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
                drop_unsupported?: boolean;
                /**
                 * @description Most connections to the provider.
                 * @default 512
                 */
                max_connections?: number;
                /** @enum {string} */
                type: 'anthropic';
                /** @description Sent in the header x-api-key. Keep it out of the file: ${ANTHROPIC_API_KEY}. */
                api_key?: string;
                /** @default https://api.anthropic.com */
                base_url?: string;
                /**
                 * @description Provider id in genai-prices whose price list applies.
                 * @default anthropic
                 */
                prices?: string;
              }
            | {
                /** @description What deployments, metrics and pages call it. */
                name: string;
                /**
                 * @description Whether the provider gets requests; false keeps it configured and routes around it.
                 * @default true
                 */
                enabled?: boolean;
                timeouts?: components['schemas']['Timeout'];
                /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
                drop_unsupported?: boolean;
                /**
                 * @description Most connections to the provider.
                 * @default 512
                 */
                max_connections?: number;
                /** @enum {string} */
                type: 'azure';
                /** @description The resource, e.g. https://NAME.openai.azure.com. */
                base_url: string;
                /** @description Sent in the header api-key. Keep it out of the file: ${AZURE_API_KEY}. */
                api_key?: string;
                /** @description A token of Microsoft Entra ID, sent as Bearer token in place of an api_key. */
                azure_ad_token?: string;
                /** @description Asks the deployment by its own path with this api-version, e.g. 2024-10-21. Without, the v1 API is asked, which needs none. */
                api_version?: string;
                /**
                 * @description Provider id in genai-prices whose price list applies.
                 * @default azure
                 */
                prices?: string;
              }
            | {
                /** @description What deployments, metrics and pages call it. */
                name: string;
                /**
                 * @description Whether the provider gets requests; false keeps it configured and routes around it.
                 * @default true
                 */
                enabled?: boolean;
                timeouts?: components['schemas']['Timeout'];
                /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
                drop_unsupported?: boolean;
                /**
                 * @description Most connections to the provider.
                 * @default 512
                 */
                max_connections?: number;
                /** @enum {string} */
                type: 'gemini';
                /** @description Sent in the header x-goog-api-key. Keep it out of the file: ${GEMINI_API_KEY}. */
                api_key?: string;
                /** @default https://generativelanguage.googleapis.com/v1beta */
                base_url?: string;
                /**
                 * @description Provider id in genai-prices whose price list applies.
                 * @default google
                 */
                prices?: string;
              }
            | {
                /** @description What deployments, metrics and pages call it. */
                name: string;
                /**
                 * @description Whether the provider gets requests; false keeps it configured and routes around it.
                 * @default true
                 */
                enabled?: boolean;
                timeouts?: components['schemas']['Timeout'];
                /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
                drop_unsupported?: boolean;
                /**
                 * @description Most connections to the provider.
                 * @default 512
                 */
                max_connections?: number;
                /** @enum {string} */
                type: 'bedrock';
                /** @description Of AWS, e.g. eu-central-1. */
                region: string;
                /** @description https://bedrock-runtime.REGION.amazonaws.com if left out. */
                base_url?: string;
                /** @description A Bedrock API key; AWS_BEARER_TOKEN_BEDROCK if left out. */
                api_key?: string;
                /** @description AWS_ACCESS_KEY_ID if left out, as are the other two; else a profile, web identity, or the role of the container or instance. */
                access_key_id?: string;
                /** @description AWS_SECRET_ACCESS_KEY if left out. */
                secret_access_key?: string;
                /** @description Of temporary credentials; AWS_SESSION_TOKEN if left out. */
                session_token?: string;
                /**
                 * @description Provider id in genai-prices whose price list applies.
                 * @default aws
                 */
                prices?: string;
              }
            | {
                /** @description What deployments, metrics and pages call it. */
                name: string;
                /**
                 * @description Whether the provider gets requests; false keeps it configured and routes around it.
                 * @default true
                 */
                enabled?: boolean;
                timeouts?: components['schemas']['Timeout'];
                /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
                drop_unsupported?: boolean;
                /**
                 * @description Most connections to the provider.
                 * @default 512
                 */
                max_connections?: number;
                /** @enum {string} */
                type: 'groq';
                /** @description Sent as Bearer token. Keep it out of the file: ${GROQ_API_KEY}. */
                api_key?: string;
                /** @default https://api.groq.com/openai/v1 */
                base_url?: string;
                /**
                 * @description Provider id in genai-prices whose price list applies.
                 * @default groq
                 */
                prices?: string;
              }
            | {
                /** @description What deployments, metrics and pages call it. */
                name: string;
                /**
                 * @description Whether the provider gets requests; false keeps it configured and routes around it.
                 * @default true
                 */
                enabled?: boolean;
                timeouts?: components['schemas']['Timeout'];
                /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
                drop_unsupported?: boolean;
                /**
                 * @description Most connections to the provider.
                 * @default 512
                 */
                max_connections?: number;
                /** @enum {string} */
                type: 'mistral';
                /** @description Sent as Bearer token. Keep it out of the file: ${MISTRAL_API_KEY}. */
                api_key?: string;
                /** @default https://api.mistral.ai/v1 */
                base_url?: string;
                /**
                 * @description Provider id in genai-prices whose price list applies.
                 * @default mistral
                 */
                prices?: string;
              }
            | {
                /** @description What deployments, metrics and pages call it. */
                name: string;
                /**
                 * @description Whether the provider gets requests; false keeps it configured and routes around it.
                 * @default true
                 */
                enabled?: boolean;
                timeouts?: components['schemas']['Timeout'];
                /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
                drop_unsupported?: boolean;
                /**
                 * @description Most connections to the provider.
                 * @default 512
                 */
                max_connections?: number;
                /** @enum {string} */
                type: 'deepseek';
                /** @description Sent as Bearer token. Keep it out of the file: ${DEEPSEEK_API_KEY}. */
                api_key?: string;
                /** @default https://api.deepseek.com */
                base_url?: string;
                /**
                 * @description Provider id in genai-prices whose price list applies.
                 * @default deepseek
                 */
                prices?: string;
              }
            | {
                /** @description What deployments, metrics and pages call it. */
                name: string;
                /**
                 * @description Whether the provider gets requests; false keeps it configured and routes around it.
                 * @default true
                 */
                enabled?: boolean;
                timeouts?: components['schemas']['Timeout'];
                /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
                drop_unsupported?: boolean;
                /**
                 * @description Most connections to the provider.
                 * @default 512
                 */
                max_connections?: number;
                /** @enum {string} */
                type: 'openrouter';
                /** @description Sent as Bearer token. Keep it out of the file: ${OPENROUTER_API_KEY}. */
                api_key?: string;
                /** @default https://openrouter.ai/api/v1 */
                base_url?: string;
                /**
                 * @description Provider id in genai-prices whose price list applies.
                 * @default openrouter
                 */
                prices?: string;
                /** @description Who asks, as OpenRouter’s rankings show it. */
                site_url?: string;
                /** @description What it is called there. */
                app_name?: string;
              }
            | {
                /** @description What deployments, metrics and pages call it. */
                name: string;
                /**
                 * @description Whether the provider gets requests; false keeps it configured and routes around it.
                 * @default true
                 */
                enabled?: boolean;
                timeouts?: components['schemas']['Timeout'];
                /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
                drop_unsupported?: boolean;
                /**
                 * @description Most connections to the provider.
                 * @default 512
                 */
                max_connections?: number;
                /** @enum {string} */
                type: 'together';
                /** @description Sent as Bearer token. Keep it out of the file: ${TOGETHER_API_KEY}. */
                api_key?: string;
                /** @default https://api.together.xyz/v1 */
                base_url?: string;
                /**
                 * @description Provider id in genai-prices whose price list applies.
                 * @default together
                 */
                prices?: string;
              }
            | {
                /** @description What deployments, metrics and pages call it. */
                name: string;
                /**
                 * @description Whether the provider gets requests; false keeps it configured and routes around it.
                 * @default true
                 */
                enabled?: boolean;
                timeouts?: components['schemas']['Timeout'];
                /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
                drop_unsupported?: boolean;
                /**
                 * @description Most connections to the provider.
                 * @default 512
                 */
                max_connections?: number;
                /** @enum {string} */
                type: 'huggingface';
                /** @description Sent as Bearer token. Keep it out of the file: ${HF_TOKEN}. */
                api_key?: string;
                /** @default https://router.huggingface.co/v1 */
                base_url?: string;
                /** @description Provider id in genai-prices whose price list applies, e.g. groq. Unpriced without. */
                prices?: string;
              }
            | {
                /** @description What deployments, metrics and pages call it. */
                name: string;
                /**
                 * @description Whether the provider gets requests; false keeps it configured and routes around it.
                 * @default true
                 */
                enabled?: boolean;
                timeouts?: components['schemas']['Timeout'];
                /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
                drop_unsupported?: boolean;
                /**
                 * @description Most connections to the provider.
                 * @default 512
                 */
                max_connections?: number;
                /** @enum {string} */
                type: 'cohere';
                /** @description Sent as Bearer token. Keep it out of the file: ${COHERE_API_KEY}. */
                api_key?: string;
                /** @default https://api.cohere.com */
                base_url?: string;
                /**
                 * @description Provider id in genai-prices whose price list applies.
                 * @default cohere
                 */
                prices?: string;
              }
            | {
                /** @description What deployments, metrics and pages call it. */
                name: string;
                /**
                 * @description Whether the provider gets requests; false keeps it configured and routes around it.
                 * @default true
                 */
                enabled?: boolean;
                timeouts?: components['schemas']['Timeout'];
                /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
                drop_unsupported?: boolean;
                /**
                 * @description Most connections to the provider.
                 * @default 512
                 */
                max_connections?: number;
                /** @enum {string} */
                type: 'vllm';
                /** @description Sent as Bearer token. Keep it out of the file: ${VLLM_API_KEY}. */
                api_key?: string;
                /** @description Up to and including /v1. */
                base_url: string;
                /** @description Provider id in genai-prices whose price list applies, e.g. groq. Unpriced without. */
                prices?: string;
              }
            | {
                /** @description What deployments, metrics and pages call it. */
                name: string;
                /**
                 * @description Whether the provider gets requests; false keeps it configured and routes around it.
                 * @default true
                 */
                enabled?: boolean;
                timeouts?: components['schemas']['Timeout'];
                /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
                drop_unsupported?: boolean;
                /**
                 * @description Most connections to the provider.
                 * @default 512
                 */
                max_connections?: number;
                /** @enum {string} */
                type: 'ollama';
                /** @description Sent as Bearer token. Keep it out of the file: ${OLLAMA_API_KEY}. */
                api_key?: string;
                /** @default http://127.0.0.1:11434/v1 */
                base_url?: string;
                /** @description Provider id in genai-prices whose price list applies, e.g. groq. Unpriced without. */
                prices?: string;
              }
            | {
                /** @description What deployments, metrics and pages call it. */
                name: string;
                /**
                 * @description Whether the provider gets requests; false keeps it configured and routes around it.
                 * @default true
                 */
                enabled?: boolean;
                timeouts?: components['schemas']['Timeout'];
                /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
                drop_unsupported?: boolean;
                /**
                 * @description Most connections to the provider.
                 * @default 512
                 */
                max_connections?: number;
                /** @enum {string} */
                type: 'openai-compatible';
                /** @description Sent as Bearer token. Keep it out of the file: ${UPSTREAM_API_KEY}. */
                api_key?: string;
                /** @description Up to and including /v1. */
                base_url: string;
                /** @description Provider id in genai-prices whose price list applies, e.g. groq. Unpriced without. */
                prices?: string;
              }
            | {
                /** @description What deployments, metrics and pages call it. */
                name: string;
                /** @enum {string} */
                type: 'simulator';
                /**
                 * @description Whether the provider gets requests; false keeps it configured and routes around it.
                 * @default true
                 */
                enabled?: boolean;
                /** @description Provider id in genai-prices whose price list applies, e.g. openai. Unpriced without. */
                prices?: string;
                timeouts?: components['schemas']['Timeout'];
                simulator?: components['schemas']['Simulator'];
                models?: components['schemas']['Model'];
              };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Provider'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/providers/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a provider */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Provider'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    /**
     * Replace a provider
     * @description What is left out goes back to its default; secrets that are left out stay.
     */
    put: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['ProviderPut'];
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Provider'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    post?: never;
    /** Remove a provider */
    delete: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description It is gone. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    options?: never;
    head?: never;
    /** Change single fields of a provider */
    patch: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      /** @description JSON Merge Patch (RFC 7396): what is left out stays, null takes a field out. */
      requestBody: {
        content: {
          'application/json': {
            /** @description What deployments, metrics and pages call it. */
            name?: string;
            /**
             * @description Whether the provider gets requests; false keeps it configured and routes around it.
             * @default true
             */
            enabled?: boolean;
            /**
             * @description How long to wait for a provider.
             * @default {}
             */
            timeouts?: {
              /**
               * @description To open a connection, in milliseconds.
               * @default 5000
               */
              connect_ms: number;
              /**
               * @description From the request being sent to the first token of a stream, in milliseconds.
               * @default 60000
               */
              first_token_ms: number;
              /**
               * @description Between two chunks of an answer, in milliseconds.
               * @default 60000
               */
              idle_ms: number;
              /**
               * @description For a whole answer, streamed or not, in milliseconds.
               * @default 600000
               */
              total_ms: number;
            };
            /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
            drop_unsupported?: boolean;
            /**
             * @description Most connections to the provider.
             * @default 512
             */
            max_connections?: number;
            /** @enum {string} */
            type?: 'simulator';
            /** @description Sent as Bearer token. Keep it out of the file: ${UPSTREAM_API_KEY}. */
            api_key?: string;
            /** @description Up to and including /v1. */
            base_url?: string;
            /** @description Provider id in genai-prices whose price list applies, e.g. openai. Unpriced without. */
            prices?: string;
            /** @description A token of Microsoft Entra ID, sent as Bearer token in place of an api_key. */
            azure_ad_token?: string;
            /** @description Asks the deployment by its own path with this api-version, e.g. 2024-10-21. Without, the v1 API is asked, which needs none. */
            api_version?: string;
            /** @description Of AWS, e.g. eu-central-1. */
            region?: string;
            /** @description AWS_ACCESS_KEY_ID if left out, as are the other two; else a profile, web identity, or the role of the container or instance. */
            access_key_id?: string;
            /** @description AWS_SECRET_ACCESS_KEY if left out. */
            secret_access_key?: string;
            /** @description Of temporary credentials; AWS_SESSION_TOKEN if left out. */
            session_token?: string;
            /** @description Who asks, as OpenRouter’s rankings show it. */
            site_url?: string;
            /** @description What it is called there. */
            app_name?: string;
            simulator?: components['schemas']['ProviderPatchSimulator'];
            /**
             * @description Behaviour of single models, in place of the provider’s.
             * @default {}
             */
            models?: {
              [key: string]: components['schemas']['ProviderPatchSimulator'];
            };
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Provider'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    trace?: never;
  };
  '/providers/{name}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a real call to a provider
     * @description Without a body, to the one in force; with one, to the one that it describes, saved or not. A secret that is left out is that of the one in force, if it is the same server.
     */
    post: {
      parameters: {
        query?: {
          /** @description Asks this model of the provider for one token, which costs a little, in place of its list of models. */
          model?: string;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': components['schemas']['ProviderPut'];
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @description Whether the provider answered as it should. */
              ok: boolean;
              /**
               * @description What was asked.
               * @enum {unknown}
               */
              call: 'models' | 'chat';
              /** @description HTTP status of its answer. */
              status?: number;
              latency_ms: number;
              /** @description Why it failed, in the provider’s own words where it has some. */
              message?: string;
              /** @description Models that it lists; the first 1,000. */
              models?: string[];
            };
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List models
     * @description What clients can ask for, and which deployments answer it.
     */
    get: {
      parameters: {
        query?: {
          /** @description Only those with this in their name, or in the team, user, provider or model they name. */
          q?: string;
          /** @description Most that are answered. */
          limit?: number;
          /** @description next_cursor of the page before. */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @description By name. */
              models: components['schemas']['ModelModel'][];
              /** @description On all pages. */
              total: number;
              /** @description For the next page; null on the last one. */
              next_cursor: string | null;
              /** @description Whether the store cannot be read now: some may be missing. */
              partial: boolean;
            };
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    put?: never;
    /** Create a model */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @description What clients ask for. */
            name: string;
            /**
             * @description How a deployment is chosen.
             * @default weighted
             * @enum {unknown}
             */
            strategy?: 'weighted' | 'least-busy' | 'lowest-latency' | 'lowest-cost' | 'most-headroom';
            /**
             * @description Keeps the requests of a key, or of a user, on one deployment while it can answer, for its prompt cache.
             * @default none
             * @enum {unknown}
             */
            sticky?: 'none' | 'key' | 'user';
            deployments: components['schemas']['Deployment'][];
            /** @description Whether its answers are cached, in place of cache.enabled; or for how long. */
            cache?:
              | boolean
              | {
                  /** @description In place of cache.ttl_seconds. */
                  ttl_seconds?: number;
                };
            /**
             * @description Models tried in this order when no deployment of this one answers.
             * @default []
             */
            fallbacks?: string[];
            /**
             * @description Models tried in this order when the request is too long for this one.
             * @default []
             */
            context_window_fallbacks?: string[];
            /**
             * @description Models tried in this order when the provider refuses the content.
             * @default []
             */
            content_policy_fallbacks?: string[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['ModelModel'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/models/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a model */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['ModelModel'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    /**
     * Replace a model
     * @description What is left out goes back to its default; secrets that are left out stay.
     */
    put: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @description What clients ask for. */
            name?: string;
            /**
             * @description How a deployment is chosen.
             * @default weighted
             * @enum {unknown}
             */
            strategy?: 'weighted' | 'least-busy' | 'lowest-latency' | 'lowest-cost' | 'most-headroom';
            /**
             * @description Keeps the requests of a key, or of a user, on one deployment while it can answer, for its prompt cache.
             * @default none
             * @enum {unknown}
             */
            sticky?: 'none' | 'key' | 'user';
            deployments: components['schemas']['Deployment'][];
            /** @description Whether its answers are cached, in place of cache.enabled; or for how long. */
            cache?:
              | boolean
              | {
                  /** @description In place of cache.ttl_seconds. */
                  ttl_seconds?: number;
                };
            /**
             * @description Models tried in this order when no deployment of this one answers.
             * @default []
             */
            fallbacks?: string[];
            /**
             * @description Models tried in this order when the request is too long for this one.
             * @default []
             */
            context_window_fallbacks?: string[];
            /**
             * @description Models tried in this order when the provider refuses the content.
             * @default []
             */
            content_policy_fallbacks?: string[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['ModelModel'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    post?: never;
    /** Remove a model */
    delete: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description It is gone. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    options?: never;
    head?: never;
    /** Change single fields of a model */
    patch: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      /** @description JSON Merge Patch (RFC 7396): what is left out stays, null takes a field out. */
      requestBody: {
        content: {
          'application/json': {
            /** @description What clients ask for. */
            name?: string;
            /**
             * @description How a deployment is chosen.
             * @default weighted
             * @enum {unknown}
             */
            strategy?: 'weighted' | 'least-busy' | 'lowest-latency' | 'lowest-cost' | 'most-headroom';
            /**
             * @description Keeps the requests of a key, or of a user, on one deployment while it can answer, for its prompt cache.
             * @default none
             * @enum {unknown}
             */
            sticky?: 'none' | 'key' | 'user';
            deployments?: {
              /** @description Name of a provider above. */
              provider: string;
              /** @description What the provider calls the model. */
              model: string;
              /**
               * @description Whether the deployment gets requests; false keeps it configured and routes around it.
               * @default true
               */
              enabled: boolean;
              /**
               * @description Share of the traffic, relative to the other deployments.
               * @default 1
               */
              weight: number;
              /** @description Most calls under way at once; further requests go elsewhere, or wait. */
              max_concurrent?: number;
              price?: components['schemas']['Price'];
            }[];
            /** @description Whether its answers are cached, in place of cache.enabled; or for how long. */
            cache?:
              | boolean
              | {
                  /** @description In place of cache.ttl_seconds. */
                  ttl_seconds?: number;
                };
            /**
             * @description Models tried in this order when no deployment of this one answers.
             * @default []
             */
            fallbacks?: string[];
            /**
             * @description Models tried in this order when the request is too long for this one.
             * @default []
             */
            context_window_fallbacks?: string[];
            /**
             * @description Models tried in this order when the provider refuses the content.
             * @default []
             */
            content_policy_fallbacks?: string[];
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['ModelModel'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    trace?: never;
  };
  '/prices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List prices
     * @description Prices that differ from the price list.
     */
    get: {
      parameters: {
        query?: {
          /** @description Only those with this in their name, or in the team, user, provider or model they name. */
          q?: string;
          /** @description Most that are answered. */
          limit?: number;
          /** @description next_cursor of the page before. */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @description By name. */
              prices: components['schemas']['PricePrice'][];
              /** @description On all pages. */
              total: number;
              /** @description For the next page; null on the last one. */
              next_cursor: string | null;
              /** @description Whether the store cannot be read now: some may be missing. */
              partial: boolean;
            };
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    put?: never;
    /** Create a price */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      /** @description A price of your own. The latest in force wins; a deployment’s own price goes before. */
      requestBody: {
        content: {
          'application/json': {
            /** @description What the admin API calls it. */
            name: string;
            /** @description Only deployments of this provider. */
            provider?: string;
            /** @description What the provider calls the model; * stands for anything. */
            model: string;
            /**
             * Format: date-time
             * @description When it comes into force, e.g. 2026-12-31T23:59:59Z.
             */
            from?: string;
            price: components['schemas']['Price'];
          };
        };
      };
      responses: {
        /** @description A price of your own. The latest in force wins; a deployment’s own price goes before. */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['PricePrice'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/prices/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a price */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description A price of your own. The latest in force wins; a deployment’s own price goes before. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['PricePrice'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    /**
     * Replace a price
     * @description What is left out goes back to its default; secrets that are left out stay.
     */
    put: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      /** @description A price of your own. The latest in force wins; a deployment’s own price goes before. */
      requestBody: {
        content: {
          'application/json': {
            /** @description What the admin API calls it. */
            name?: string;
            /** @description Only deployments of this provider. */
            provider?: string;
            /** @description What the provider calls the model; * stands for anything. */
            model: string;
            /**
             * Format: date-time
             * @description When it comes into force, e.g. 2026-12-31T23:59:59Z.
             */
            from?: string;
            price: components['schemas']['Price'];
          };
        };
      };
      responses: {
        /** @description A price of your own. The latest in force wins; a deployment’s own price goes before. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['PricePrice'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    post?: never;
    /** Remove a price */
    delete: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description It is gone. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    options?: never;
    head?: never;
    /** Change single fields of a price */
    patch: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      /** @description JSON Merge Patch (RFC 7396): what is left out stays, null takes a field out. */
      requestBody: {
        content: {
          'application/json': {
            /** @description What the admin API calls it. */
            name?: string;
            /** @description Only deployments of this provider. */
            provider?: string;
            /** @description What the provider calls the model; * stands for anything. */
            model?: string;
            /**
             * Format: date-time
             * @description When it comes into force, e.g. 2026-12-31T23:59:59Z.
             */
            from?: string;
            price?: components['schemas']['Price'];
          };
        };
      };
      responses: {
        /** @description A price of your own. The latest in force wins; a deployment’s own price goes before. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['PricePrice'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    trace?: never;
  };
  '/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List keys
     * @description Who may send requests. The secret is in the answers of create and rotate only.
     */
    get: {
      parameters: {
        query?: {
          /** @description Only those with this in their name, or in the team, user, provider or model they name. */
          q?: string;
          /** @description Most that are answered. */
          limit?: number;
          /** @description next_cursor of the page before. */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @description By name. */
              keys: components['schemas']['Key'][];
              /** @description On all pages. */
              total: number;
              /** @description For the next page; null on the last one. */
              next_cursor: string | null;
              /** @description Whether the store cannot be read now: some may be missing. */
              partial: boolean;
            };
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    put?: never;
    /**
     * Create a key
     * @description The secret is in this answer only. `key` brings a secret along that clients have already.
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @description Who the key belongs to; shown in metrics and on pages. */
            name: string;
            /** @description The secret. Left out, one is generated and kept in the data directory. */
            key?: string;
            /** @description Team that pays. */
            team?: string;
            /** @description User that it belongs to; a user in the body is then not believed. */
            user?: string;
            /** @description Models that may be asked for; * stands for anything. All, if left out. */
            models?: string[];
            /** @description Addresses and networks (CIDR) it may be used from. Anywhere, if left out. */
            addresses?: string[];
            /**
             * Format: date-time
             * @description When it ends, e.g. 2026-12-31T23:59:59Z.
             */
            expires_at?: string;
            /** @description Attribution of every request, e.g. { feature: search }; the request’s own go before. */
            tags?: {
              [key: string]: string;
            };
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['PostKey'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/keys/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a key */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Key'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    /**
     * Replace a key
     * @description What is left out goes back to its default; secrets that are left out stay.
     */
    put: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @description Who the key belongs to; shown in metrics and on pages. */
            name?: string;
            /** @description Team that pays. */
            team?: string;
            /** @description User that it belongs to; a user in the body is then not believed. */
            user?: string;
            /** @description Models that may be asked for; * stands for anything. All, if left out. */
            models?: string[];
            /** @description Addresses and networks (CIDR) it may be used from. Anywhere, if left out. */
            addresses?: string[];
            /**
             * Format: date-time
             * @description When it ends, e.g. 2026-12-31T23:59:59Z.
             */
            expires_at?: string;
            /** @description Attribution of every request, e.g. { feature: search }; the request’s own go before. */
            tags?: {
              [key: string]: string;
            };
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Key'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    post?: never;
    /** Remove a key */
    delete: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description It is gone. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    options?: never;
    head?: never;
    /** Change single fields of a key */
    patch: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      /** @description JSON Merge Patch (RFC 7396): what is left out stays, null takes a field out. */
      requestBody: {
        content: {
          'application/json': {
            /** @description Who the key belongs to; shown in metrics and on pages. */
            name?: string;
            /** @description Team that pays. */
            team?: string;
            /** @description User that it belongs to; a user in the body is then not believed. */
            user?: string;
            /** @description Models that may be asked for; * stands for anything. All, if left out. */
            models?: string[];
            /** @description Addresses and networks (CIDR) it may be used from. Anywhere, if left out. */
            addresses?: string[];
            /**
             * Format: date-time
             * @description When it ends, e.g. 2026-12-31T23:59:59Z.
             */
            expires_at?: string;
            /** @description Attribution of every request, e.g. { feature: search }; the request’s own go before. */
            tags?: {
              [key: string]: string;
            };
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Key'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    trace?: never;
  };
  '/keys/{name}/rotate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give a key a new secret */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /**
             * @description How long the secret before is good for still.
             * @default 0
             */
            grace_seconds?: number;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['PostKey'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/keys/{name}/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take a key back
     * @description At once here, within auth.refresh_ms on other replicas; it stays listed.
     */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Key'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/teams': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List teams
     * @description Who pays; a team need not be here to be named.
     */
    get: {
      parameters: {
        query?: {
          /** @description Only those with this in their name, or in the team, user, provider or model they name. */
          q?: string;
          /** @description Most that are answered. */
          limit?: number;
          /** @description next_cursor of the page before. */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @description By name. */
              teams: components['schemas']['Team'][];
              /** @description On all pages. */
              total: number;
              /** @description For the next page; null on the last one. */
              next_cursor: string | null;
              /** @description Whether the store cannot be read now: some may be missing. */
              partial: boolean;
            };
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    put?: never;
    /** Create a team */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @description As keys name it. */
            name: string;
            /** @description Models that may be asked for; * stands for anything. All, if left out. */
            models?: string[];
            /** @description Attribution of every request, e.g. { feature: search }; the request’s own go before. */
            tags?: {
              [key: string]: string;
            };
            /**
             * @description Refuses every request of the team.
             * @default false
             */
            blocked?: boolean;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Team'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/teams/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a team */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Team'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    /**
     * Replace a team
     * @description What is left out goes back to its default; secrets that are left out stay.
     */
    put: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @description As keys name it. */
            name?: string;
            /** @description Models that may be asked for; * stands for anything. All, if left out. */
            models?: string[];
            /** @description Attribution of every request, e.g. { feature: search }; the request’s own go before. */
            tags?: {
              [key: string]: string;
            };
            /**
             * @description Refuses every request of the team.
             * @default false
             */
            blocked?: boolean;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Team'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    post?: never;
    /** Remove a team */
    delete: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description It is gone. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    options?: never;
    head?: never;
    /** Change single fields of a team */
    patch: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      /** @description JSON Merge Patch (RFC 7396): what is left out stays, null takes a field out. */
      requestBody: {
        content: {
          'application/json': {
            /** @description As keys name it. */
            name?: string;
            /** @description Models that may be asked for; * stands for anything. All, if left out. */
            models?: string[];
            /** @description Attribution of every request, e.g. { feature: search }; the request’s own go before. */
            tags?: {
              [key: string]: string;
            };
            /**
             * @description Refuses every request of the team.
             * @default false
             */
            blocked?: boolean;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Team'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    trace?: never;
  };
  '/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List users
     * @description Who asks; a user need not be here to be named.
     */
    get: {
      parameters: {
        query?: {
          /** @description Only those with this in their name, or in the team, user, provider or model they name. */
          q?: string;
          /** @description Most that are answered. */
          limit?: number;
          /** @description next_cursor of the page before. */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @description By name. */
              users: components['schemas']['User'][];
              /** @description On all pages. */
              total: number;
              /** @description For the next page; null on the last one. */
              next_cursor: string | null;
              /** @description Whether the store cannot be read now: some may be missing. */
              partial: boolean;
            };
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    put?: never;
    /** Create a user */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @description As keys, tokens or bodies name it. */
            name: string;
            /** @description Team that pays for keys of the user which have none. */
            team?: string;
            /** @description Models that may be asked for; * stands for anything. All, if left out. */
            models?: string[];
            /**
             * @description Refuses every request of the user.
             * @default false
             */
            blocked?: boolean;
          };
        };
      };
      responses: {
        /** @description Default Response */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['User'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/users/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a user */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['User'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    /**
     * Replace a user
     * @description What is left out goes back to its default; secrets that are left out stay.
     */
    put: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** @description As keys, tokens or bodies name it. */
            name?: string;
            /** @description Team that pays for keys of the user which have none. */
            team?: string;
            /** @description Models that may be asked for; * stands for anything. All, if left out. */
            models?: string[];
            /**
             * @description Refuses every request of the user.
             * @default false
             */
            blocked?: boolean;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['User'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    post?: never;
    /** Remove a user */
    delete: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description It is gone. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    options?: never;
    head?: never;
    /** Change single fields of a user */
    patch: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      /** @description JSON Merge Patch (RFC 7396): what is left out stays, null takes a field out. */
      requestBody: {
        content: {
          'application/json': {
            /** @description As keys, tokens or bodies name it. */
            name?: string;
            /** @description Team that pays for keys of the user which have none. */
            team?: string;
            /** @description Models that may be asked for; * stands for anything. All, if left out. */
            models?: string[];
            /**
             * @description Refuses every request of the user.
             * @default false
             */
            blocked?: boolean;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['User'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    trace?: never;
  };
  '/budgets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List budgets
     * @description What may be spent, and where it stands.
     */
    get: {
      parameters: {
        query?: {
          /** @description Only those with this in their name, or in the team, user, provider or model they name. */
          q?: string;
          /** @description Most that are answered. */
          limit?: number;
          /** @description next_cursor of the page before. */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @description By name. */
              budgets: components['schemas']['Budget'][];
              /** @description On all pages. */
              total: number;
              /** @description For the next page; null on the last one. */
              next_cursor: string | null;
              /** @description Whether the store cannot be read now: some may be missing. */
              partial: boolean;
            };
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    put?: never;
    /** Create a budget */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      /** @description What one subject may spend in a time. */
      requestBody: {
        content: {
          'application/json': {
            /** @description What metrics, pages and refusals call it. */
            name: string;
            /** @description Name of a key; * for each. */
            key?: string;
            /** @description Name of a team; * for each. */
            team?: string;
            /** @description Name of a user; * for each. */
            user?: string;
            /** @description Model asked for; * for each. */
            model?: string;
            /** @description Name of a provider; * for each. */
            provider?: string;
            /** @description name=value of a tag; name=* for each value. */
            tag?: string;
            /** @description In US dollars; this or limit_tokens. */
            limit_usd?: number;
            /** @description Input and output together. */
            limit_tokens?: number;
            /**
             * @description Starts anew with the calendar; weeks on Monday.
             * @enum {unknown}
             */
            period?: 'daily' | 'weekly' | 'monthly';
            /**
             * @description Of the calendar, e.g. Europe/Berlin.
             * @default UTC
             */
            timezone?: string;
            /** @description In place of period: always the last 5h, 7d, 30d. */
            window?: string;
            /**
             * @description Refuses requests when spent; false only warns.
             * @default true
             */
            hard?: boolean;
            /**
             * @description Shares of the limit at which webhooks and events tell of it.
             * @default [
             *       0.8
             *     ]
             */
            warn_at?: number[];
          };
        };
      };
      responses: {
        /** @description What one subject may spend in a time. */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Budget'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/budgets/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a budget */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description What one subject may spend in a time. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Budget'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    /**
     * Replace a budget
     * @description What is left out goes back to its default; secrets that are left out stay.
     */
    put: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      /** @description What one subject may spend in a time. */
      requestBody: {
        content: {
          'application/json': {
            /** @description What metrics, pages and refusals call it. */
            name?: string;
            /** @description Name of a key; * for each. */
            key?: string;
            /** @description Name of a team; * for each. */
            team?: string;
            /** @description Name of a user; * for each. */
            user?: string;
            /** @description Model asked for; * for each. */
            model?: string;
            /** @description Name of a provider; * for each. */
            provider?: string;
            /** @description name=value of a tag; name=* for each value. */
            tag?: string;
            /** @description In US dollars; this or limit_tokens. */
            limit_usd?: number;
            /** @description Input and output together. */
            limit_tokens?: number;
            /**
             * @description Starts anew with the calendar; weeks on Monday.
             * @enum {unknown}
             */
            period?: 'daily' | 'weekly' | 'monthly';
            /**
             * @description Of the calendar, e.g. Europe/Berlin.
             * @default UTC
             */
            timezone?: string;
            /** @description In place of period: always the last 5h, 7d, 30d. */
            window?: string;
            /**
             * @description Refuses requests when spent; false only warns.
             * @default true
             */
            hard?: boolean;
            /**
             * @description Shares of the limit at which webhooks and events tell of it.
             * @default [
             *       0.8
             *     ]
             */
            warn_at?: number[];
          };
        };
      };
      responses: {
        /** @description What one subject may spend in a time. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Budget'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    post?: never;
    /** Remove a budget */
    delete: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description It is gone. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    options?: never;
    head?: never;
    /** Change single fields of a budget */
    patch: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      /** @description JSON Merge Patch (RFC 7396): what is left out stays, null takes a field out. */
      requestBody: {
        content: {
          'application/json': {
            /** @description What metrics, pages and refusals call it. */
            name?: string;
            /** @description Name of a key; * for each. */
            key?: string;
            /** @description Name of a team; * for each. */
            team?: string;
            /** @description Name of a user; * for each. */
            user?: string;
            /** @description Model asked for; * for each. */
            model?: string;
            /** @description Name of a provider; * for each. */
            provider?: string;
            /** @description name=value of a tag; name=* for each value. */
            tag?: string;
            /** @description In US dollars; this or limit_tokens. */
            limit_usd?: number;
            /** @description Input and output together. */
            limit_tokens?: number;
            /**
             * @description Starts anew with the calendar; weeks on Monday.
             * @enum {unknown}
             */
            period?: 'daily' | 'weekly' | 'monthly';
            /**
             * @description Of the calendar, e.g. Europe/Berlin.
             * @default UTC
             */
            timezone?: string;
            /** @description In place of period: always the last 5h, 7d, 30d. */
            window?: string;
            /**
             * @description Refuses requests when spent; false only warns.
             * @default true
             */
            hard?: boolean;
            /**
             * @description Shares of the limit at which webhooks and events tell of it.
             * @default [
             *       0.8
             *     ]
             */
            warn_at?: number[];
          };
        };
      };
      responses: {
        /** @description What one subject may spend in a time. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Budget'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    trace?: never;
  };
  '/limits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List limits
     * @description How fast it may go.
     */
    get: {
      parameters: {
        query?: {
          /** @description Only those with this in their name, or in the team, user, provider or model they name. */
          q?: string;
          /** @description Most that are answered. */
          limit?: number;
          /** @description next_cursor of the page before. */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @description By name. */
              limits: components['schemas']['Limit'][];
              /** @description On all pages. */
              total: number;
              /** @description For the next page; null on the last one. */
              next_cursor: string | null;
              /** @description Whether the store cannot be read now: some may be missing. */
              partial: boolean;
            };
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    put?: never;
    /** Create a limit */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      /** @description How fast one subject may go. */
      requestBody: {
        content: {
          'application/json': {
            /** @description What pages and refusals call it. */
            name: string;
            /** @description Name of a key; * for each. */
            key?: string;
            /** @description Name of a team; * for each. */
            team?: string;
            /** @description Name of a user; * for each. */
            user?: string;
            /** @description Model asked for; * for each. */
            model?: string;
            requests_per_minute?: number;
            /** @description Input and output together. */
            tokens_per_minute?: number;
            parallel_requests?: number;
          };
        };
      };
      responses: {
        /** @description How fast one subject may go. */
        201: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Limit'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/limits/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a limit */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description How fast one subject may go. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Limit'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    /**
     * Replace a limit
     * @description What is left out goes back to its default; secrets that are left out stay.
     */
    put: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      /** @description How fast one subject may go. */
      requestBody: {
        content: {
          'application/json': {
            /** @description What pages and refusals call it. */
            name?: string;
            /** @description Name of a key; * for each. */
            key?: string;
            /** @description Name of a team; * for each. */
            team?: string;
            /** @description Name of a user; * for each. */
            user?: string;
            /** @description Model asked for; * for each. */
            model?: string;
            requests_per_minute?: number;
            /** @description Input and output together. */
            tokens_per_minute?: number;
            parallel_requests?: number;
          };
        };
      };
      responses: {
        /** @description How fast one subject may go. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Limit'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    post?: never;
    /** Remove a limit */
    delete: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description It is gone. */
        204: {
          headers: {
            [name: string]: unknown;
          };
          content?: never;
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    options?: never;
    head?: never;
    /** Change single fields of a limit */
    patch: {
      parameters: {
        query?: {
          /** @description Refuses the change with 412 if there has been another since; as If-Match does. */
          revision?: number;
        };
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      /** @description JSON Merge Patch (RFC 7396): what is left out stays, null takes a field out. */
      requestBody: {
        content: {
          'application/json': {
            /** @description What pages and refusals call it. */
            name?: string;
            /** @description Name of a key; * for each. */
            key?: string;
            /** @description Name of a team; * for each. */
            team?: string;
            /** @description Name of a user; * for each. */
            user?: string;
            /** @description Model asked for; * for each. */
            model?: string;
            requests_per_minute?: number;
            /** @description Input and output together. */
            tokens_per_minute?: number;
            parallel_requests?: number;
          };
        };
      };
      responses: {
        /** @description How fast one subject may go. */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Limit'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        409: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        412: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    trace?: never;
  };
  '/deployments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Deployments of each model, and how they stand on this replica */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              deployments: {
                /** @description What clients ask for. */
                model: string;
                /** @description provider/model. */
                deployment: string;
                provider: string;
                /** @description What the provider calls the model. */
                provider_model: string;
                weight: number;
                /** @enum {unknown} */
                status: 'ready' | 'not_ready' | 'disabled';
                /** @description Why it gets no calls now. */
                reason?: string;
                /** @description closed, open or half_open; not there where the deployment is disabled. */
                breaker?: string;
                /** Format: date-time */
                breaker_since?: string;
                /** @description Calls under way, on this replica. */
                in_flight: number;
                max_concurrent?: number;
                /** @description Moving average of the time to the first token. */
                first_token_ms?: number;
                /** @description The provider’s own rate limits, as it told them last. */
                headroom?: {
                  requests?: {
                    limit: number;
                    remaining: number;
                  };
                  tokens?: {
                    limit: number;
                    remaining: number;
                  };
                };
                /**
                 * @description What the last call came to.
                 * @enum {unknown}
                 */
                provider_status: 'unknown' | 'healthy' | 'failing' | 'disabled';
                /** @description In force now, for a small request; null where none is known. */
                price: {
                  /** @description config, or the price list and its version. */
                  source: string;
                  input_per_million_usd?: number;
                  output_per_million_usd?: number;
                  cached_input_per_million_usd?: number;
                  per_request_usd: number;
                } | null;
              }[];
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who changed what, and when */
    get: {
      parameters: {
        query?: {
          /** @description e.g. key, provider, simulator, config. */
          kind?: string;
          name?: string;
          actor?: string;
          /** @description ISO 8601 or epoch milliseconds. */
          from?: string;
          /** @description ISO 8601 or epoch milliseconds; not included. */
          to?: string;
          limit?: number;
          /** @description next_cursor of the page before. */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @description The newest first. */
              changes: {
                id: string;
                /** Format: date-time */
                time: string;
                /** @description admin, or the person that the caller named. */
                actor: string;
                /** @description IP address of the caller. */
                address: string | null;
                /** @description create, replace, update, delete, rotate, revoke, patch, reset or reload. */
                action: string;
                kind: string;
                name: string;
                /** @description What it was, without secrets. */
                before: {
                  [key: string]: unknown;
                } | null;
                /** @description What it became, without secrets. */
                after: {
                  [key: string]: unknown;
                } | null;
              }[];
              /** @description For the next page; null on the last one. */
              next_cursor: string | null;
            };
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/config': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The configuration in force, file and API together */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              /** @description As the configuration file; secrets are only told to be there. */
              config: {
                providers: components['schemas']['Provider'][];
                models: components['schemas']['ModelModel'][];
                prices: components['schemas']['PricePrice'][];
                keys: components['schemas']['Key'][];
                teams: components['schemas']['Team'][];
                users: components['schemas']['User'][];
                budgets: components['schemas']['Budget'][];
                limits: components['schemas']['Limit'][];
              } & {
                [key: string]: unknown;
              };
              /** @description Lists with more than the 1,000 items that are answered. */
              truncated: string[];
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/config/reload': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Read the configuration file again */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              changed: boolean;
              /** @description Changed sections that are read only at the start. */
              restart_needed: string[];
            };
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/simulator': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Simulated providers and how they behave now */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              providers: components['schemas']['SimulatorProvider'][];
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/simulator/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Back to the configured behaviour of a simulated provider and all its models */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['SimulatorProvider'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    options?: never;
    head?: never;
    /**
     * Change how a simulated provider, or one of its models, behaves
     * @description Lies over an earlier patch that still holds; for_seconds counts from now and for all of it.
     */
    patch: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** @description URL-encoded; a / may also stand as it is, as some proxies decode %2F. */
          name: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            behaviour: components['schemas']['Behaviour'];
            /** @description Only this model, not the whole provider. */
            model?: string;
            /** @description After which the configured behaviour is back; until it is reset if left out. */
            for_seconds?: number;
          };
        };
      };
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['SimulatorProvider'];
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        403: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        404: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    trace?: never;
  };
  '/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Circuit breakers, refused credentials, reloads, budgets, alerts, and what the gateway depends on */
    get: {
      parameters: {
        query?: {
          /** @description ISO 8601 or epoch milliseconds. */
          from?: string;
          /** @description ISO 8601 or epoch milliseconds. Not included. */
          to?: string;
          /** @description Comma-separated, of: breaker, credential_refused, config_reloaded, budget_warning, budget_exhausted, budget_reset, alert_firing, alert_resolved, redis_down, redis_up, store_down, store_up. */
          type?: string;
          /** @description desc: the newest first. */
          order?: 'asc' | 'desc';
          limit?: number;
          /** @description next_cursor of an earlier answer to the same parameters. */
          cursor?: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              events: (
                | {
                    id: string;
                    /** Format: date-time */
                    time: string;
                    /** @enum {unknown} */
                    type: 'breaker' | 'credential_refused';
                    provider: string;
                    /** @description provider/model; the whole provider if left out. */
                    deployment?: string;
                    from?: string;
                    to: string;
                    reason: string;
                    /** @description Whether it only follows what another replica found. */
                    followed: boolean;
                  }
                | {
                    id: string;
                    /** Format: date-time */
                    time: string;
                    /** @enum {string} */
                    type: 'config_reloaded';
                    /** @description Changed sections that are read only at the start. */
                    restart_needed: string[];
                  }
                | {
                    id: string;
                    /** Format: date-time */
                    time: string;
                    /** @enum {unknown} */
                    type: 'budget_warning' | 'budget_exhausted' | 'budget_reset';
                    budget: string;
                    subject: {
                      /** @enum {unknown} */
                      kind: 'key' | 'team' | 'user' | 'tag' | 'model' | 'provider';
                      value: string;
                    };
                    /** @enum {unknown} */
                    unit: 'usd' | 'tokens';
                    /** @description In the unit. */
                    limit: number;
                    /** @description In the window so far; not of a reset. */
                    used?: number;
                    /** @description Share of the limit that was crossed; only of a warning. */
                    threshold?: number;
                    /** @description Whether requests are refused when it is spent. */
                    hard: boolean;
                    /** Format: date-time */
                    window_start: string;
                    /** Format: date-time */
                    resets_at: string;
                  }
                | {
                    id: string;
                    /** Format: date-time */
                    time: string;
                    /** @enum {unknown} */
                    type: 'alert_firing' | 'alert_resolved';
                    /** @description The label alertname. */
                    alert: string;
                    severity?: string;
                    summary?: string;
                    /** @enum {unknown} */
                    source: 'alertmanager' | 'grafana';
                    fingerprint: string;
                    labels: {
                      [key: string]: string;
                    };
                    annotations: {
                      [key: string]: string;
                    };
                    /** Format: date-time */
                    starts_at: string;
                    /** Format: date-time */
                    ends_at?: string;
                    generator_url?: string;
                  }
                | {
                    id: string;
                    /** Format: date-time */
                    time: string;
                    /** @enum {unknown} */
                    type: 'redis_down' | 'redis_up' | 'store_down' | 'store_up';
                    reason?: string;
                  }
              )[];
              /** @description To go on from; left out when nothing follows. */
              next_cursor?: string;
              /** @description The store is down: these are only the events that this replica remembers. */
              partial: boolean;
            };
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/alerts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Alerts that fire now, the newest first
     * @description As far as Alertmanager and Grafana sent them to POST /api/v1/alerts/webhook.
     */
    get: {
      parameters: {
        query?: {
          limit?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              alerts: {
                /** @description The label alertname. */
                alert: string;
                severity?: string;
                summary?: string;
                /** @enum {unknown} */
                source: 'alertmanager' | 'grafana';
                fingerprint: string;
                labels: {
                  [key: string]: string;
                };
                annotations: {
                  [key: string]: string;
                };
                /** Format: date-time */
                starts_at: string;
                /**
                 * Format: date-time
                 * @description When it was last told of. Senders repeat an alert that goes on (repeat_interval); one that has not been repeated for longer is over, and nobody said so.
                 */
                received_at: string;
                generator_url?: string;
              }[];
            };
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
        /** @description An error */
        503: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/webhooks/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Calls of webhooks, the newest first */
    get: {
      parameters: {
        query?: {
          state?: 'pending' | 'delivered' | 'failed';
          limit?: number;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        /** @description Default Response */
        200: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': {
              deliveries: {
                /** @description As in x-llm-gateway-delivery. */
                id: string;
                /** Format: date-time */
                created_at: string;
                webhook: string;
                type: string;
                /** @description What is sent. */
                body: unknown;
                attempts: number;
                /**
                 * Format: date-time
                 * @description Of the next attempt, while it is pending.
                 */
                next_at?: string;
                /** @enum {unknown} */
                state: 'pending' | 'delivered' | 'failed';
                last_error?: string;
              }[];
            };
          };
        };
        /** @description An error */
        400: {
          headers: {
            [name: string]: unknown;
          };
          content: {
            'application/json': components['schemas']['Error'];
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Usage: {
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string;
      bucket?: string;
      timezone?: string;
      groups: {
        /**
         * Format: date-time
         * @description Start of the bucket.
         */
        time?: string;
        model?: string | null;
        provider?: string | null;
        key?: string | null;
        team?: string | null;
        user?: string | null;
        feature?: string | null;
        environment?: string | null;
        status?: string | null;
        error_type?: string | null;
        streaming?: string | null;
        cache?: string | null;
        served_model?: string | null;
        deployment?: string | null;
        operation?: string | null;
        /** @description Requests. */
        requests?: number;
        /** @description Errors. */
        errors?: number;
        /** @description Aborted. */
        aborted?: number;
        /** @description Input tokens. */
        input_tokens?: number;
        /** @description Cached input tokens. */
        cached_input_tokens?: number;
        /** @description Cache write tokens. */
        cache_write_tokens?: number;
        /** @description Audio input tokens. */
        audio_input_tokens?: number;
        /** @description Output tokens. */
        output_tokens?: number;
        /** @description Reasoning tokens. */
        reasoning_tokens?: number;
        /** @description Audio output tokens. */
        audio_output_tokens?: number;
        /** @description Total tokens. */
        total_tokens?: number;
        /** @description Cost. */
        cost_usd?: number;
        /** @description Saved by the cache. */
        saved_usd?: number;
        /** @description Unpriced requests. */
        unpriced_requests?: number;
        /** @description Mean duration. */
        avg_duration_ms?: number | null;
        /** @description Mean time to first token. */
        avg_first_token_ms?: number | null;
        /** @description Median duration. */
        p50_duration_ms?: number | null;
        /** @description Duration, 95th percentile. */
        p95_duration_ms?: number | null;
        /** @description Duration, 99th percentile. */
        p99_duration_ms?: number | null;
        /** @description Time to first token, 95th percentile. */
        p95_first_token_ms?: number | null;
        /** @description cost_usd, exactly, in nano-dollars (1e-9 USD). */
        cost_nano_usd?: number;
        /** @description saved_usd, exactly, in nano-dollars. */
        saved_nano_usd?: number;
      }[];
      /** @description How many groups there are without the limit. */
      group_count?: number;
      totals: {
        /** @description Requests. */
        requests?: number;
        /** @description Errors. */
        errors?: number;
        /** @description Aborted. */
        aborted?: number;
        /** @description Input tokens. */
        input_tokens?: number;
        /** @description Cached input tokens. */
        cached_input_tokens?: number;
        /** @description Cache write tokens. */
        cache_write_tokens?: number;
        /** @description Audio input tokens. */
        audio_input_tokens?: number;
        /** @description Output tokens. */
        output_tokens?: number;
        /** @description Reasoning tokens. */
        reasoning_tokens?: number;
        /** @description Audio output tokens. */
        audio_output_tokens?: number;
        /** @description Total tokens. */
        total_tokens?: number;
        /** @description Cost. */
        cost_usd?: number;
        /** @description Saved by the cache. */
        saved_usd?: number;
        /** @description Unpriced requests. */
        unpriced_requests?: number;
        /** @description Mean duration. */
        avg_duration_ms?: number | null;
        /** @description Mean time to first token. */
        avg_first_token_ms?: number | null;
        /** @description Median duration. */
        p50_duration_ms?: number | null;
        /** @description Duration, 95th percentile. */
        p95_duration_ms?: number | null;
        /** @description Duration, 99th percentile. */
        p99_duration_ms?: number | null;
        /** @description Time to first token, 95th percentile. */
        p95_first_token_ms?: number | null;
        /** @description cost_usd, exactly, in nano-dollars (1e-9 USD). */
        cost_nano_usd?: number;
        /** @description saved_usd, exactly, in nano-dollars. */
        saved_nano_usd?: number;
      };
    };
    /** @description An error */
    Error: {
      error: {
        /** @description What is wrong, and what to do. */
        message: string;
        type: string;
        /** @description The field that is at fault. */
        param: string | null;
        code: string | null;
      };
    };
    Request: {
      id: string;
      /**
       * Format: date-time
       * @description When it was read.
       */
      time: string;
      /** @description What was asked for, e.g. chat, embeddings. */
      operation: string;
      /** @description Of the traceparent that the client sent. */
      trace_id: string | null;
      key: string;
      /** @description Team that pays. */
      team: string | null;
      /** @description User that asked. */
      user: string | null;
      /** @description Tag feature. */
      feature: string | null;
      /** @description Tag environment. */
      environment: string | null;
      /** @description All tags. */
      tags: {
        [key: string]: string;
      };
      /** @description The configured model asked for. */
      model: string;
      /** @description What the provider that answered calls its model. */
      served_model: string | null;
      /** @description Provider that gave the final answer. */
      provider: string | null;
      /** @description provider/model of it. */
      deployment: string | null;
      streaming: boolean;
      /** @description Whether it was made at a batch price. */
      batch: boolean;
      /** @description success, error or aborted. */
      status: string;
      /** @description HTTP status sent to the client; 499 when it left. */
      code: number;
      /** @description Cause of an error. */
      error_type: string | null;
      /** @description bypass, miss or hit. */
      cache: string;
      /** @description Cached, cache-write, audio and image tokens included. */
      input_tokens: number;
      /** @description Read from the provider’s cache. */
      cached_input_tokens: number;
      /** @description Written to the provider’s cache for five minutes. */
      cache_write_5m_tokens: number;
      /** @description Written to it for an hour. */
      cache_write_1h_tokens: number;
      /** @description Cached ones included. */
      audio_input_tokens: number;
      /** @description Audio read from the provider’s cache. */
      cached_audio_input_tokens: number;
      /** @description Of input_tokens. */
      image_input_tokens: number;
      /** @description Reasoning, audio and image tokens included. */
      output_tokens: number;
      /** @description Of output_tokens. */
      reasoning_tokens: number;
      /** @description Of output_tokens. */
      audio_output_tokens: number;
      /** @description Of output_tokens. */
      image_output_tokens: number;
      /** @description Images made. */
      images: number;
      /** @description Characters spoken. */
      characters: number;
      /** @description Audio heard or made. */
      audio_seconds: number;
      /** @description provider, or estimated where it reported nothing. */
      usage_source: string | null;
      /** @description Null when nothing was used or the price is not known. */
      cost_usd: number | null;
      /** @description The same, exactly, in nano-dollars (1e-9 USD). */
      cost_nano_usd: number | null;
      /** @description What our cache saved. */
      saved_usd: number;
      /** @description The same, exactly. */
      saved_nano_usd: number;
      /** @description config, config:<name>, or genai-prices@<version>. */
      price_source: string | null;
      /** @description Whether something was used whose price is not known. */
      unpriced: boolean;
      duration_ms: number;
      /** @description To the first whole event of a stream. */
      first_token_ms: number | null;
      /** @description To the first call to a provider. */
      overhead_ms: number | null;
      /** @description What it waited for a deployment at its limit of concurrent calls, if it did. */
      queued_ms: number | null;
      /** @description Calls to providers. */
      attempt_count: number;
    };
    Provider:
      | {
          /** @description What deployments, metrics and pages call it. */
          name: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'openai';
          /** @default https://api.openai.com/v1 */
          base_url?: string;
          /**
           * @description Provider id in genai-prices whose price list applies.
           * @default openai
           */
          prices?: string;
          /** @description Whether there is one. It is never answered itself. */
          has_api_key?: boolean;
          /** @description Its last four characters, of longer ones. */
          api_key_ends_with?: string;
          /**
           * @description Where it comes from; what the configuration file has, only the file can change.
           * @enum {unknown}
           */
          origin: 'file' | 'api';
          /** @description Rises with every change; sent along with a change, it refuses one in between. */
          revision?: number;
          /**
           * Format: date-time
           * @description When it was created by the API.
           */
          created_at?: string;
          /**
           * Format: date-time
           * @description When it was changed last.
           */
          updated_at?: string;
          /** @description Why it is not in force, wholly or in part. */
          problem?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'anthropic';
          /** @default https://api.anthropic.com */
          base_url?: string;
          /**
           * @description Provider id in genai-prices whose price list applies.
           * @default anthropic
           */
          prices?: string;
          /** @description Whether there is one. It is never answered itself. */
          has_api_key?: boolean;
          /** @description Its last four characters, of longer ones. */
          api_key_ends_with?: string;
          /**
           * @description Where it comes from; what the configuration file has, only the file can change.
           * @enum {unknown}
           */
          origin: 'file' | 'api';
          /** @description Rises with every change; sent along with a change, it refuses one in between. */
          revision?: number;
          /**
           * Format: date-time
           * @description When it was created by the API.
           */
          created_at?: string;
          /**
           * Format: date-time
           * @description When it was changed last.
           */
          updated_at?: string;
          /** @description Why it is not in force, wholly or in part. */
          problem?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'azure';
          /** @description The resource, e.g. https://NAME.openai.azure.com. */
          base_url: string;
          /** @description Asks the deployment by its own path with this api-version, e.g. 2024-10-21. Without, the v1 API is asked, which needs none. */
          api_version?: string;
          /**
           * @description Provider id in genai-prices whose price list applies.
           * @default azure
           */
          prices?: string;
          /** @description Whether there is one. It is never answered itself. */
          has_api_key?: boolean;
          /** @description Its last four characters, of longer ones. */
          api_key_ends_with?: string;
          /** @description Whether there is one. It is never answered itself. */
          has_azure_ad_token?: boolean;
          /** @description Its last four characters, of longer ones. */
          azure_ad_token_ends_with?: string;
          /**
           * @description Where it comes from; what the configuration file has, only the file can change.
           * @enum {unknown}
           */
          origin: 'file' | 'api';
          /** @description Rises with every change; sent along with a change, it refuses one in between. */
          revision?: number;
          /**
           * Format: date-time
           * @description When it was created by the API.
           */
          created_at?: string;
          /**
           * Format: date-time
           * @description When it was changed last.
           */
          updated_at?: string;
          /** @description Why it is not in force, wholly or in part. */
          problem?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'gemini';
          /** @default https://generativelanguage.googleapis.com/v1beta */
          base_url?: string;
          /**
           * @description Provider id in genai-prices whose price list applies.
           * @default google
           */
          prices?: string;
          /** @description Whether there is one. It is never answered itself. */
          has_api_key?: boolean;
          /** @description Its last four characters, of longer ones. */
          api_key_ends_with?: string;
          /**
           * @description Where it comes from; what the configuration file has, only the file can change.
           * @enum {unknown}
           */
          origin: 'file' | 'api';
          /** @description Rises with every change; sent along with a change, it refuses one in between. */
          revision?: number;
          /**
           * Format: date-time
           * @description When it was created by the API.
           */
          created_at?: string;
          /**
           * Format: date-time
           * @description When it was changed last.
           */
          updated_at?: string;
          /** @description Why it is not in force, wholly or in part. */
          problem?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'bedrock';
          /** @description Of AWS, e.g. eu-central-1. */
          region: string;
          /** @description https://bedrock-runtime.REGION.amazonaws.com if left out. */
          base_url?: string;
          /** @description AWS_ACCESS_KEY_ID if left out, as are the other two; else a profile, web identity, or the role of the container or instance. */
          access_key_id?: string;
          /**
           * @description Provider id in genai-prices whose price list applies.
           * @default aws
           */
          prices?: string;
          /** @description Whether there is one. It is never answered itself. */
          has_api_key?: boolean;
          /** @description Its last four characters, of longer ones. */
          api_key_ends_with?: string;
          /** @description Whether there is one. It is never answered itself. */
          has_secret_access_key?: boolean;
          /** @description Its last four characters, of longer ones. */
          secret_access_key_ends_with?: string;
          /** @description Whether there is one. It is never answered itself. */
          has_session_token?: boolean;
          /** @description Its last four characters, of longer ones. */
          session_token_ends_with?: string;
          /**
           * @description Where it comes from; what the configuration file has, only the file can change.
           * @enum {unknown}
           */
          origin: 'file' | 'api';
          /** @description Rises with every change; sent along with a change, it refuses one in between. */
          revision?: number;
          /**
           * Format: date-time
           * @description When it was created by the API.
           */
          created_at?: string;
          /**
           * Format: date-time
           * @description When it was changed last.
           */
          updated_at?: string;
          /** @description Why it is not in force, wholly or in part. */
          problem?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'groq';
          /** @default https://api.groq.com/openai/v1 */
          base_url?: string;
          /**
           * @description Provider id in genai-prices whose price list applies.
           * @default groq
           */
          prices?: string;
          /** @description Whether there is one. It is never answered itself. */
          has_api_key?: boolean;
          /** @description Its last four characters, of longer ones. */
          api_key_ends_with?: string;
          /**
           * @description Where it comes from; what the configuration file has, only the file can change.
           * @enum {unknown}
           */
          origin: 'file' | 'api';
          /** @description Rises with every change; sent along with a change, it refuses one in between. */
          revision?: number;
          /**
           * Format: date-time
           * @description When it was created by the API.
           */
          created_at?: string;
          /**
           * Format: date-time
           * @description When it was changed last.
           */
          updated_at?: string;
          /** @description Why it is not in force, wholly or in part. */
          problem?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'mistral';
          /** @default https://api.mistral.ai/v1 */
          base_url?: string;
          /**
           * @description Provider id in genai-prices whose price list applies.
           * @default mistral
           */
          prices?: string;
          /** @description Whether there is one. It is never answered itself. */
          has_api_key?: boolean;
          /** @description Its last four characters, of longer ones. */
          api_key_ends_with?: string;
          /**
           * @description Where it comes from; what the configuration file has, only the file can change.
           * @enum {unknown}
           */
          origin: 'file' | 'api';
          /** @description Rises with every change; sent along with a change, it refuses one in between. */
          revision?: number;
          /**
           * Format: date-time
           * @description When it was created by the API.
           */
          created_at?: string;
          /**
           * Format: date-time
           * @description When it was changed last.
           */
          updated_at?: string;
          /** @description Why it is not in force, wholly or in part. */
          problem?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'deepseek';
          /** @default https://api.deepseek.com */
          base_url?: string;
          /**
           * @description Provider id in genai-prices whose price list applies.
           * @default deepseek
           */
          prices?: string;
          /** @description Whether there is one. It is never answered itself. */
          has_api_key?: boolean;
          /** @description Its last four characters, of longer ones. */
          api_key_ends_with?: string;
          /**
           * @description Where it comes from; what the configuration file has, only the file can change.
           * @enum {unknown}
           */
          origin: 'file' | 'api';
          /** @description Rises with every change; sent along with a change, it refuses one in between. */
          revision?: number;
          /**
           * Format: date-time
           * @description When it was created by the API.
           */
          created_at?: string;
          /**
           * Format: date-time
           * @description When it was changed last.
           */
          updated_at?: string;
          /** @description Why it is not in force, wholly or in part. */
          problem?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'openrouter';
          /** @default https://openrouter.ai/api/v1 */
          base_url?: string;
          /**
           * @description Provider id in genai-prices whose price list applies.
           * @default openrouter
           */
          prices?: string;
          /** @description Who asks, as OpenRouter’s rankings show it. */
          site_url?: string;
          /** @description What it is called there. */
          app_name?: string;
          /** @description Whether there is one. It is never answered itself. */
          has_api_key?: boolean;
          /** @description Its last four characters, of longer ones. */
          api_key_ends_with?: string;
          /**
           * @description Where it comes from; what the configuration file has, only the file can change.
           * @enum {unknown}
           */
          origin: 'file' | 'api';
          /** @description Rises with every change; sent along with a change, it refuses one in between. */
          revision?: number;
          /**
           * Format: date-time
           * @description When it was created by the API.
           */
          created_at?: string;
          /**
           * Format: date-time
           * @description When it was changed last.
           */
          updated_at?: string;
          /** @description Why it is not in force, wholly or in part. */
          problem?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'together';
          /** @default https://api.together.xyz/v1 */
          base_url?: string;
          /**
           * @description Provider id in genai-prices whose price list applies.
           * @default together
           */
          prices?: string;
          /** @description Whether there is one. It is never answered itself. */
          has_api_key?: boolean;
          /** @description Its last four characters, of longer ones. */
          api_key_ends_with?: string;
          /**
           * @description Where it comes from; what the configuration file has, only the file can change.
           * @enum {unknown}
           */
          origin: 'file' | 'api';
          /** @description Rises with every change; sent along with a change, it refuses one in between. */
          revision?: number;
          /**
           * Format: date-time
           * @description When it was created by the API.
           */
          created_at?: string;
          /**
           * Format: date-time
           * @description When it was changed last.
           */
          updated_at?: string;
          /** @description Why it is not in force, wholly or in part. */
          problem?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'huggingface';
          /** @default https://router.huggingface.co/v1 */
          base_url?: string;
          /** @description Provider id in genai-prices whose price list applies, e.g. groq. Unpriced without. */
          prices?: string;
          /** @description Whether there is one. It is never answered itself. */
          has_api_key?: boolean;
          /** @description Its last four characters, of longer ones. */
          api_key_ends_with?: string;
          /**
           * @description Where it comes from; what the configuration file has, only the file can change.
           * @enum {unknown}
           */
          origin: 'file' | 'api';
          /** @description Rises with every change; sent along with a change, it refuses one in between. */
          revision?: number;
          /**
           * Format: date-time
           * @description When it was created by the API.
           */
          created_at?: string;
          /**
           * Format: date-time
           * @description When it was changed last.
           */
          updated_at?: string;
          /** @description Why it is not in force, wholly or in part. */
          problem?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'cohere';
          /** @default https://api.cohere.com */
          base_url?: string;
          /**
           * @description Provider id in genai-prices whose price list applies.
           * @default cohere
           */
          prices?: string;
          /** @description Whether there is one. It is never answered itself. */
          has_api_key?: boolean;
          /** @description Its last four characters, of longer ones. */
          api_key_ends_with?: string;
          /**
           * @description Where it comes from; what the configuration file has, only the file can change.
           * @enum {unknown}
           */
          origin: 'file' | 'api';
          /** @description Rises with every change; sent along with a change, it refuses one in between. */
          revision?: number;
          /**
           * Format: date-time
           * @description When it was created by the API.
           */
          created_at?: string;
          /**
           * Format: date-time
           * @description When it was changed last.
           */
          updated_at?: string;
          /** @description Why it is not in force, wholly or in part. */
          problem?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'vllm';
          /** @description Up to and including /v1. */
          base_url: string;
          /** @description Provider id in genai-prices whose price list applies, e.g. groq. Unpriced without. */
          prices?: string;
          /** @description Whether there is one. It is never answered itself. */
          has_api_key?: boolean;
          /** @description Its last four characters, of longer ones. */
          api_key_ends_with?: string;
          /**
           * @description Where it comes from; what the configuration file has, only the file can change.
           * @enum {unknown}
           */
          origin: 'file' | 'api';
          /** @description Rises with every change; sent along with a change, it refuses one in between. */
          revision?: number;
          /**
           * Format: date-time
           * @description When it was created by the API.
           */
          created_at?: string;
          /**
           * Format: date-time
           * @description When it was changed last.
           */
          updated_at?: string;
          /** @description Why it is not in force, wholly or in part. */
          problem?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'ollama';
          /** @default http://127.0.0.1:11434/v1 */
          base_url?: string;
          /** @description Provider id in genai-prices whose price list applies, e.g. groq. Unpriced without. */
          prices?: string;
          /** @description Whether there is one. It is never answered itself. */
          has_api_key?: boolean;
          /** @description Its last four characters, of longer ones. */
          api_key_ends_with?: string;
          /**
           * @description Where it comes from; what the configuration file has, only the file can change.
           * @enum {unknown}
           */
          origin: 'file' | 'api';
          /** @description Rises with every change; sent along with a change, it refuses one in between. */
          revision?: number;
          /**
           * Format: date-time
           * @description When it was created by the API.
           */
          created_at?: string;
          /**
           * Format: date-time
           * @description When it was changed last.
           */
          updated_at?: string;
          /** @description Why it is not in force, wholly or in part. */
          problem?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'openai-compatible';
          /** @description Up to and including /v1. */
          base_url: string;
          /** @description Provider id in genai-prices whose price list applies, e.g. groq. Unpriced without. */
          prices?: string;
          /** @description Whether there is one. It is never answered itself. */
          has_api_key?: boolean;
          /** @description Its last four characters, of longer ones. */
          api_key_ends_with?: string;
          /**
           * @description Where it comes from; what the configuration file has, only the file can change.
           * @enum {unknown}
           */
          origin: 'file' | 'api';
          /** @description Rises with every change; sent along with a change, it refuses one in between. */
          revision?: number;
          /**
           * Format: date-time
           * @description When it was created by the API.
           */
          created_at?: string;
          /**
           * Format: date-time
           * @description When it was changed last.
           */
          updated_at?: string;
          /** @description Why it is not in force, wholly or in part. */
          problem?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name: string;
          /** @enum {string} */
          type: 'simulator';
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          /** @description Provider id in genai-prices whose price list applies, e.g. openai. Unpriced without. */
          prices?: string;
          timeouts?: components['schemas']['Timeout'];
          simulator?: components['schemas']['Simulator'];
          models?: components['schemas']['Model'];
          /** @description Whether there is one. It is never answered itself. */
          has_api_key?: boolean;
          /** @description Its last four characters, of longer ones. */
          api_key_ends_with?: string;
          /**
           * @description Where it comes from; what the configuration file has, only the file can change.
           * @enum {unknown}
           */
          origin: 'file' | 'api';
          /** @description Rises with every change; sent along with a change, it refuses one in between. */
          revision?: number;
          /**
           * Format: date-time
           * @description When it was created by the API.
           */
          created_at?: string;
          /**
           * Format: date-time
           * @description When it was changed last.
           */
          updated_at?: string;
          /** @description Why it is not in force, wholly or in part. */
          problem?: string;
        };
    /**
     * @description How long to wait for a provider.
     * @default {}
     */
    Timeout: {
      /**
       * @description To open a connection, in milliseconds.
       * @default 5000
       */
      connect_ms?: number;
      /**
       * @description From the request being sent to the first token of a stream, in milliseconds.
       * @default 60000
       */
      first_token_ms?: number;
      /**
       * @description Between two chunks of an answer, in milliseconds.
       * @default 60000
       */
      idle_ms?: number;
      /**
       * @description For a whole answer, streamed or not, in milliseconds.
       * @default 600000
       */
      total_ms?: number;
    };
    /**
     * @description How a simulated provider behaves.
     * @default {}
     */
    Simulator: {
      /**
       * @description Time to the first token, in milliseconds.
       * @default 200
       */
      latency_ms?: number;
      /**
       * @description Spread of the latency around its value, 0 to 1.
       * @default 0
       */
      jitter?: number;
      /** @description In place of jitter: latency_ms is the median then, and one request in twenty takes longer than this, with a long tail. */
      latency_p95_ms?: number;
      /**
       * @description Speed of a stream.
       * @default 100
       */
      tokens_per_second?: number;
      /**
       * @description Length of an answer, unless the request asks for less.
       * @default 60
       */
      output_tokens?: number;
      /**
       * @description Share of requests that fail, 0 to 1.
       * @default 0
       */
      error_rate?: number;
      /**
       * @description HTTP status of a failure.
       * @default 500
       */
      error_status?: number;
      /**
       * @description Further kinds of failures, each with its share.
       * @default []
       */
      errors?: components['schemas']['SimulatorError'][];
      /**
       * @description Share of requests whose connection is reset before the answer, 0 to 1.
       * @default 0
       */
      reset_rate?: number;
      /**
       * @description Share of requests that are accepted and never answered, 0 to 1.
       * @default 0
       */
      stall_rate?: number;
      /**
       * @description Share of streams whose connection is reset in the middle, 0 to 1.
       * @default 0
       */
      stream_reset_rate?: number;
      /**
       * @description Share of streams that stop in the middle and stay open, 0 to 1.
       * @default 0
       */
      stream_stall_rate?: number;
      /**
       * @description When nothing is answered at all.
       * @default []
       */
      outages?: {
        /** @description From one outage to the next. */
        every_seconds: number;
        /** @description Length of each; as long as every_seconds, it never ends. */
        for_seconds: number;
        /**
         * @description From the start of the gateway to the first one.
         * @default 0
         */
        offset_seconds?: number;
        /**
         * @description HTTP status meanwhile.
         * @default 503
         */
        status?: number;
        /**
         * @description Reset connections instead of answering.
         * @default false
         */
        reset?: boolean;
      }[];
      rate_limit?: components['schemas']['RateLimit'];
    };
    /** @description One kind of failure. */
    SimulatorError: {
      /** @description Share of requests that fail like this, 0 to 1. */
      share: number;
      /** @description HTTP status. */
      status: number;
      /** @description Code in the error, e.g. context_length_exceeded, content_filter, insufficient_quota. A 429 has rate_limit_exceeded if left out. */
      code?: string;
      /** @description Text of the error. */
      message?: string;
      /** @description Sent as Retry-After. A 429 asks for 1 if left out. */
      retry_after_seconds?: number;
    };
    /** @description Limits of each model, in windows of one minute; told in x-ratelimit headers, past them 429. */
    RateLimit: {
      requests_per_minute?: number;
      /** @description Input and output together. */
      tokens_per_minute?: number;
    };
    /**
     * @description Behaviour of single models, in place of the provider’s.
     * @default {}
     */
    Model: {
      [key: string]: components['schemas']['Simulator'];
    };
    ProviderPut:
      | {
          /** @description What deployments, metrics and pages call it. */
          name?: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'openai';
          /** @description Sent as Bearer token. Keep it out of the file: ${OPENAI_API_KEY}. */
          api_key?: string;
          /** @default https://api.openai.com/v1 */
          base_url?: string;
          /**
           * @description Provider id in genai-prices whose price list applies.
           * @default openai
           */
          prices?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name?: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'anthropic';
          /** @description Sent in the header x-api-key. Keep it out of the file: ${ANTHROPIC_API_KEY}. */
          api_key?: string;
          /** @default https://api.anthropic.com */
          base_url?: string;
          /**
           * @description Provider id in genai-prices whose price list applies.
           * @default anthropic
           */
          prices?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name?: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'azure';
          /** @description The resource, e.g. https://NAME.openai.azure.com. */
          base_url: string;
          /** @description Sent in the header api-key. Keep it out of the file: ${AZURE_API_KEY}. */
          api_key?: string;
          /** @description A token of Microsoft Entra ID, sent as Bearer token in place of an api_key. */
          azure_ad_token?: string;
          /** @description Asks the deployment by its own path with this api-version, e.g. 2024-10-21. Without, the v1 API is asked, which needs none. */
          api_version?: string;
          /**
           * @description Provider id in genai-prices whose price list applies.
           * @default azure
           */
          prices?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name?: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'gemini';
          /** @description Sent in the header x-goog-api-key. Keep it out of the file: ${GEMINI_API_KEY}. */
          api_key?: string;
          /** @default https://generativelanguage.googleapis.com/v1beta */
          base_url?: string;
          /**
           * @description Provider id in genai-prices whose price list applies.
           * @default google
           */
          prices?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name?: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'bedrock';
          /** @description Of AWS, e.g. eu-central-1. */
          region: string;
          /** @description https://bedrock-runtime.REGION.amazonaws.com if left out. */
          base_url?: string;
          /** @description A Bedrock API key; AWS_BEARER_TOKEN_BEDROCK if left out. */
          api_key?: string;
          /** @description AWS_ACCESS_KEY_ID if left out, as are the other two; else a profile, web identity, or the role of the container or instance. */
          access_key_id?: string;
          /** @description AWS_SECRET_ACCESS_KEY if left out. */
          secret_access_key?: string;
          /** @description Of temporary credentials; AWS_SESSION_TOKEN if left out. */
          session_token?: string;
          /**
           * @description Provider id in genai-prices whose price list applies.
           * @default aws
           */
          prices?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name?: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'groq';
          /** @description Sent as Bearer token. Keep it out of the file: ${GROQ_API_KEY}. */
          api_key?: string;
          /** @default https://api.groq.com/openai/v1 */
          base_url?: string;
          /**
           * @description Provider id in genai-prices whose price list applies.
           * @default groq
           */
          prices?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name?: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'mistral';
          /** @description Sent as Bearer token. Keep it out of the file: ${MISTRAL_API_KEY}. */
          api_key?: string;
          /** @default https://api.mistral.ai/v1 */
          base_url?: string;
          /**
           * @description Provider id in genai-prices whose price list applies.
           * @default mistral
           */
          prices?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name?: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'deepseek';
          /** @description Sent as Bearer token. Keep it out of the file: ${DEEPSEEK_API_KEY}. */
          api_key?: string;
          /** @default https://api.deepseek.com */
          base_url?: string;
          /**
           * @description Provider id in genai-prices whose price list applies.
           * @default deepseek
           */
          prices?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name?: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'openrouter';
          /** @description Sent as Bearer token. Keep it out of the file: ${OPENROUTER_API_KEY}. */
          api_key?: string;
          /** @default https://openrouter.ai/api/v1 */
          base_url?: string;
          /**
           * @description Provider id in genai-prices whose price list applies.
           * @default openrouter
           */
          prices?: string;
          /** @description Who asks, as OpenRouter’s rankings show it. */
          site_url?: string;
          /** @description What it is called there. */
          app_name?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name?: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'together';
          /** @description Sent as Bearer token. Keep it out of the file: ${TOGETHER_API_KEY}. */
          api_key?: string;
          /** @default https://api.together.xyz/v1 */
          base_url?: string;
          /**
           * @description Provider id in genai-prices whose price list applies.
           * @default together
           */
          prices?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name?: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'huggingface';
          /** @description Sent as Bearer token. Keep it out of the file: ${HF_TOKEN}. */
          api_key?: string;
          /** @default https://router.huggingface.co/v1 */
          base_url?: string;
          /** @description Provider id in genai-prices whose price list applies, e.g. groq. Unpriced without. */
          prices?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name?: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'cohere';
          /** @description Sent as Bearer token. Keep it out of the file: ${COHERE_API_KEY}. */
          api_key?: string;
          /** @default https://api.cohere.com */
          base_url?: string;
          /**
           * @description Provider id in genai-prices whose price list applies.
           * @default cohere
           */
          prices?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name?: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'vllm';
          /** @description Sent as Bearer token. Keep it out of the file: ${VLLM_API_KEY}. */
          api_key?: string;
          /** @description Up to and including /v1. */
          base_url: string;
          /** @description Provider id in genai-prices whose price list applies, e.g. groq. Unpriced without. */
          prices?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name?: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'ollama';
          /** @description Sent as Bearer token. Keep it out of the file: ${OLLAMA_API_KEY}. */
          api_key?: string;
          /** @default http://127.0.0.1:11434/v1 */
          base_url?: string;
          /** @description Provider id in genai-prices whose price list applies, e.g. groq. Unpriced without. */
          prices?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name?: string;
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          timeouts?: components['schemas']['Timeout'];
          /** @description Whether fields of a request that the provider cannot honour are left out, and named in x-llm-gateway-dropped, instead of refused; routing.drop_unsupported if left out. */
          drop_unsupported?: boolean;
          /**
           * @description Most connections to the provider.
           * @default 512
           */
          max_connections?: number;
          /** @enum {string} */
          type: 'openai-compatible';
          /** @description Sent as Bearer token. Keep it out of the file: ${UPSTREAM_API_KEY}. */
          api_key?: string;
          /** @description Up to and including /v1. */
          base_url: string;
          /** @description Provider id in genai-prices whose price list applies, e.g. groq. Unpriced without. */
          prices?: string;
        }
      | {
          /** @description What deployments, metrics and pages call it. */
          name?: string;
          /** @enum {string} */
          type: 'simulator';
          /**
           * @description Whether the provider gets requests; false keeps it configured and routes around it.
           * @default true
           */
          enabled?: boolean;
          /** @description Provider id in genai-prices whose price list applies, e.g. openai. Unpriced without. */
          prices?: string;
          timeouts?: components['schemas']['Timeout'];
          simulator?: components['schemas']['Simulator'];
          models?: components['schemas']['Model'];
        };
    /**
     * @description How a simulated provider behaves.
     * @default {}
     */
    ProviderPatchSimulator: {
      /**
       * @description Time to the first token, in milliseconds.
       * @default 200
       */
      latency_ms: number;
      /**
       * @description Spread of the latency around its value, 0 to 1.
       * @default 0
       */
      jitter: number;
      /** @description In place of jitter: latency_ms is the median then, and one request in twenty takes longer than this, with a long tail. */
      latency_p95_ms?: number;
      /**
       * @description Speed of a stream.
       * @default 100
       */
      tokens_per_second: number;
      /**
       * @description Length of an answer, unless the request asks for less.
       * @default 60
       */
      output_tokens: number;
      /**
       * @description Share of requests that fail, 0 to 1.
       * @default 0
       */
      error_rate: number;
      /**
       * @description HTTP status of a failure.
       * @default 500
       */
      error_status: number;
      /**
       * @description Further kinds of failures, each with its share.
       * @default []
       */
      errors: components['schemas']['SimulatorError'][];
      /**
       * @description Share of requests whose connection is reset before the answer, 0 to 1.
       * @default 0
       */
      reset_rate: number;
      /**
       * @description Share of requests that are accepted and never answered, 0 to 1.
       * @default 0
       */
      stall_rate: number;
      /**
       * @description Share of streams whose connection is reset in the middle, 0 to 1.
       * @default 0
       */
      stream_reset_rate: number;
      /**
       * @description Share of streams that stop in the middle and stay open, 0 to 1.
       * @default 0
       */
      stream_stall_rate: number;
      /**
       * @description When nothing is answered at all.
       * @default []
       */
      outages: components['schemas']['Outage'][];
      rate_limit?: components['schemas']['RateLimit'];
    };
    /** @description A timetable of outages, the same at every start. */
    Outage: {
      /** @description From one outage to the next. */
      every_seconds: number;
      /** @description Length of each; as long as every_seconds, it never ends. */
      for_seconds: number;
      /**
       * @description From the start of the gateway to the first one.
       * @default 0
       */
      offset_seconds: number;
      /**
       * @description HTTP status meanwhile.
       * @default 503
       */
      status: number;
      /**
       * @description Reset connections instead of answering.
       * @default false
       */
      reset: boolean;
    };
    ModelModel: {
      /** @description What clients ask for. */
      name: string;
      /**
       * @description How a deployment is chosen.
       * @default weighted
       * @enum {unknown}
       */
      strategy?: 'weighted' | 'least-busy' | 'lowest-latency' | 'lowest-cost' | 'most-headroom';
      /**
       * @description Keeps the requests of a key, or of a user, on one deployment while it can answer, for its prompt cache.
       * @default none
       * @enum {unknown}
       */
      sticky?: 'none' | 'key' | 'user';
      deployments: components['schemas']['Deployment'][];
      /** @description Whether its answers are cached, in place of cache.enabled; or for how long. */
      cache?:
        | boolean
        | {
            /** @description In place of cache.ttl_seconds. */
            ttl_seconds?: number;
          };
      /**
       * @description Models tried in this order when no deployment of this one answers.
       * @default []
       */
      fallbacks?: string[];
      /**
       * @description Models tried in this order when the request is too long for this one.
       * @default []
       */
      context_window_fallbacks?: string[];
      /**
       * @description Models tried in this order when the provider refuses the content.
       * @default []
       */
      content_policy_fallbacks?: string[];
      /**
       * @description Where it comes from; what the configuration file has, only the file can change.
       * @enum {unknown}
       */
      origin: 'file' | 'api';
      /** @description Rises with every change; sent along with a change, it refuses one in between. */
      revision?: number;
      /**
       * Format: date-time
       * @description When it was created by the API.
       */
      created_at?: string;
      /**
       * Format: date-time
       * @description When it was changed last.
       */
      updated_at?: string;
      /** @description Why it is not in force, wholly or in part. */
      problem?: string;
    };
    Deployment: {
      /** @description Name of a provider above. */
      provider: string;
      /** @description What the provider calls the model. */
      model: string;
      /**
       * @description Whether the deployment gets requests; false keeps it configured and routes around it.
       * @default true
       */
      enabled?: boolean;
      /**
       * @description Share of the traffic, relative to the other deployments.
       * @default 1
       */
      weight?: number;
      /** @description Most calls under way at once; further requests go elsewhere, or wait. */
      max_concurrent?: number;
      price?: components['schemas']['Price'];
    };
    /** @description Price in US dollars, in place of the price list’s. Tokens are per million. */
    Price: {
      /** @description Input, in US dollars. */
      input_per_million_usd?: number;
      /** @description Input read from the provider’s cache; the input price if left out, in US dollars. */
      cached_input_per_million_usd?: number;
      /** @description Input written to the provider’s cache; the input price if left out, in US dollars. */
      cache_write_5m_per_million_usd?: number;
      /** @description The same, kept for an hour; the 5 minutes’ price if left out, in US dollars. */
      cache_write_1h_per_million_usd?: number;
      /** @description Audio input; the input price if left out, in US dollars. */
      audio_input_per_million_usd?: number;
      /** @description Audio input read from the provider’s cache; the cached input’s price if left out, or else the audio input’s, in US dollars. */
      cached_audio_input_per_million_usd?: number;
      /** @description Image input; the input price if left out, in US dollars. */
      image_input_per_million_usd?: number;
      /** @description Output, in US dollars. */
      output_per_million_usd?: number;
      /** @description Reasoning; the output price if left out, in US dollars. */
      reasoning_per_million_usd?: number;
      /** @description Audio output; the output price if left out, in US dollars. */
      audio_output_per_million_usd?: number;
      /** @description Image tokens made; the output price if left out, in US dollars. */
      image_output_per_million_usd?: number;
      /** @description For each request, in US dollars. */
      per_request_usd?: number;
      /** @description For each image made, in US dollars. */
      per_image_usd?: number;
      /** @description Text spoken, in US dollars. */
      per_million_characters_usd?: number;
      /** @description Audio heard or made, in US dollars. */
      per_audio_second_usd?: number;
      /** @description Share taken off at batch prices, e.g. 0.5. */
      batch_discount?: number;
      /** @description Prices of the whole request once its input is larger than that; others stay. */
      tiers?: {
        above_input_tokens: number;
        /** @description Input, in US dollars. */
        input_per_million_usd?: number;
        /** @description Input read from the provider’s cache; the input price if left out, in US dollars. */
        cached_input_per_million_usd?: number;
        /** @description Input written to the provider’s cache; the input price if left out, in US dollars. */
        cache_write_5m_per_million_usd?: number;
        /** @description The same, kept for an hour; the 5 minutes’ price if left out, in US dollars. */
        cache_write_1h_per_million_usd?: number;
        /** @description Audio input; the input price if left out, in US dollars. */
        audio_input_per_million_usd?: number;
        /** @description Audio input read from the provider’s cache; the cached input’s price if left out, or else the audio input’s, in US dollars. */
        cached_audio_input_per_million_usd?: number;
        /** @description Image input; the input price if left out, in US dollars. */
        image_input_per_million_usd?: number;
        /** @description Output, in US dollars. */
        output_per_million_usd?: number;
        /** @description Reasoning; the output price if left out, in US dollars. */
        reasoning_per_million_usd?: number;
        /** @description Audio output; the output price if left out, in US dollars. */
        audio_output_per_million_usd?: number;
        /** @description Image tokens made; the output price if left out, in US dollars. */
        image_output_per_million_usd?: number;
      }[];
    };
    /** @description A price of your own. The latest in force wins; a deployment’s own price goes before. */
    PricePrice: {
      /** @description What the admin API calls it. */
      name: string;
      /** @description Only deployments of this provider. */
      provider?: string;
      /** @description What the provider calls the model; * stands for anything. */
      model: string;
      /**
       * Format: date-time
       * @description When it comes into force, e.g. 2026-12-31T23:59:59Z.
       */
      from?: string;
      price: components['schemas']['Price'];
      /**
       * @description Where it comes from; what the configuration file has, only the file can change.
       * @enum {unknown}
       */
      origin: 'file' | 'api';
      /** @description Rises with every change; sent along with a change, it refuses one in between. */
      revision?: number;
      /**
       * Format: date-time
       * @description When it was created by the API.
       */
      created_at?: string;
      /**
       * Format: date-time
       * @description When it was changed last.
       */
      updated_at?: string;
      /** @description Why it is not in force, wholly or in part. */
      problem?: string;
    };
    Key: {
      /** @description Who the key belongs to; shown in metrics and on pages. */
      name: string;
      /** @description Team that pays. */
      team?: string;
      /** @description User that it belongs to; a user in the body is then not believed. */
      user?: string;
      /** @description Models that may be asked for; * stands for anything. All, if left out. */
      models?: string[];
      /** @description Addresses and networks (CIDR) it may be used from. Anywhere, if left out. */
      addresses?: string[];
      /**
       * Format: date-time
       * @description When it ends, e.g. 2026-12-31T23:59:59Z.
       */
      expires_at?: string;
      /** @description Attribution of every request, e.g. { feature: search }; the request’s own go before. */
      tags?: {
        [key: string]: string;
      };
      /** @description How the secret begins, for people to know it by. */
      prefix?: string;
      /**
       * Format: date-time
       * @description Until when the secret before is still good.
       */
      previous_until?: string;
      /**
       * Format: date-time
       * @description When it was taken back.
       */
      revoked_at?: string;
      /**
       * @description Whether it is good.
       * @enum {unknown}
       */
      status?: 'active' | 'expired' | 'revoked';
      /**
       * @description Where it comes from; what the configuration file has, only the file can change.
       * @enum {unknown}
       */
      origin: 'file' | 'api';
      /** @description Rises with every change; sent along with a change, it refuses one in between. */
      revision?: number;
      /**
       * Format: date-time
       * @description When it was created by the API.
       */
      created_at?: string;
      /**
       * Format: date-time
       * @description When it was changed last.
       */
      updated_at?: string;
      /** @description Why it is not in force, wholly or in part. */
      problem?: string;
    };
    PostKey: {
      /** @description Who the key belongs to; shown in metrics and on pages. */
      name: string;
      /** @description Team that pays. */
      team: string;
      /** @description User that it belongs to; a user in the body is then not believed. */
      user: string;
      /** @description Models that may be asked for; * stands for anything. All, if left out. */
      models: string[];
      /** @description Addresses and networks (CIDR) it may be used from. Anywhere, if left out. */
      addresses: string[];
      /**
       * Format: date-time
       * @description When it ends, e.g. 2026-12-31T23:59:59Z.
       */
      expires_at: string;
      /** @description Attribution of every request, e.g. { feature: search }; the request’s own go before. */
      tags: {
        [key: string]: string;
      };
      /** @description How the secret begins, for people to know it by. */
      prefix: string;
      /**
       * Format: date-time
       * @description Until when the secret before is still good.
       */
      previous_until?: string;
      /**
       * Format: date-time
       * @description When it was taken back.
       */
      revoked_at?: string;
      /**
       * @description Whether it is good.
       * @enum {unknown}
       */
      status: 'active' | 'expired' | 'revoked';
      /**
       * @description Where it comes from; what the configuration file has, only the file can change.
       * @enum {unknown}
       */
      origin: 'file' | 'api';
      /** @description Rises with every change; sent along with a change, it refuses one in between. */
      revision: number;
      /**
       * Format: date-time
       * @description When it was created by the API.
       */
      created_at: string;
      /**
       * Format: date-time
       * @description When it was changed last.
       */
      updated_at: string;
      /** @description Why it is not in force, wholly or in part. */
      problem: string;
      /** @description The secret. Nobody can be told of it again. */
      key: string;
    };
    Team: {
      /** @description As keys name it. */
      name: string;
      /** @description Models that may be asked for; * stands for anything. All, if left out. */
      models?: string[];
      /** @description Attribution of every request, e.g. { feature: search }; the request’s own go before. */
      tags?: {
        [key: string]: string;
      };
      /**
       * @description Refuses every request of the team.
       * @default false
       */
      blocked?: boolean;
      /**
       * @description Where it comes from; what the configuration file has, only the file can change.
       * @enum {unknown}
       */
      origin: 'file' | 'api';
      /** @description Rises with every change; sent along with a change, it refuses one in between. */
      revision?: number;
      /**
       * Format: date-time
       * @description When it was created by the API.
       */
      created_at?: string;
      /**
       * Format: date-time
       * @description When it was changed last.
       */
      updated_at?: string;
      /** @description Why it is not in force, wholly or in part. */
      problem?: string;
    };
    User: {
      /** @description As keys, tokens or bodies name it. */
      name: string;
      /** @description Team that pays for keys of the user which have none. */
      team?: string;
      /** @description Models that may be asked for; * stands for anything. All, if left out. */
      models?: string[];
      /**
       * @description Refuses every request of the user.
       * @default false
       */
      blocked?: boolean;
      /**
       * @description Where it comes from; what the configuration file has, only the file can change.
       * @enum {unknown}
       */
      origin: 'file' | 'api';
      /** @description Rises with every change; sent along with a change, it refuses one in between. */
      revision?: number;
      /**
       * Format: date-time
       * @description When it was created by the API.
       */
      created_at?: string;
      /**
       * Format: date-time
       * @description When it was changed last.
       */
      updated_at?: string;
      /** @description Why it is not in force, wholly or in part. */
      problem?: string;
    };
    /** @description What one subject may spend in a time. */
    Budget: {
      /** @description What metrics, pages and refusals call it. */
      name: string;
      /** @description Name of a key; * for each. */
      key?: string;
      /** @description Name of a team; * for each. */
      team?: string;
      /** @description Name of a user; * for each. */
      user?: string;
      /** @description Model asked for; * for each. */
      model?: string;
      /** @description Name of a provider; * for each. */
      provider?: string;
      /** @description name=value of a tag; name=* for each value. */
      tag?: string;
      /** @description In US dollars; this or limit_tokens. */
      limit_usd?: number;
      /** @description Input and output together. */
      limit_tokens?: number;
      /**
       * @description Starts anew with the calendar; weeks on Monday.
       * @enum {unknown}
       */
      period?: 'daily' | 'weekly' | 'monthly';
      /**
       * @description Of the calendar, e.g. Europe/Berlin.
       * @default UTC
       */
      timezone?: string;
      /** @description In place of period: always the last 5h, 7d, 30d. */
      window?: string;
      /**
       * @description Refuses requests when spent; false only warns.
       * @default true
       */
      hard?: boolean;
      /**
       * @description Shares of the limit at which webhooks and events tell of it.
       * @default [
       *       0.8
       *     ]
       */
      warn_at?: number[];
      /** @description Where it stands, for each subject that has used it; the nearest to their limit first, 100 at most. */
      standings?: {
        subject: {
          kind: string;
          value: string;
        };
        /**
         * @description Of the amounts.
         * @enum {unknown}
         */
        unit: 'usd' | 'tokens';
        limit: number;
        used: number;
        /** @description For requests under way. */
        reserved: number;
        remaining: number;
        /**
         * Format: date-time
         * @description When the window ends, or the oldest part of a rolling one.
         */
        resets_at: string;
      }[];
      /**
       * @description Where it comes from; what the configuration file has, only the file can change.
       * @enum {unknown}
       */
      origin: 'file' | 'api';
      /** @description Rises with every change; sent along with a change, it refuses one in between. */
      revision?: number;
      /**
       * Format: date-time
       * @description When it was created by the API.
       */
      created_at?: string;
      /**
       * Format: date-time
       * @description When it was changed last.
       */
      updated_at?: string;
      /** @description Why it is not in force, wholly or in part. */
      problem?: string;
    };
    /** @description How fast one subject may go. */
    Limit: {
      /** @description What pages and refusals call it. */
      name: string;
      /** @description Name of a key; * for each. */
      key?: string;
      /** @description Name of a team; * for each. */
      team?: string;
      /** @description Name of a user; * for each. */
      user?: string;
      /** @description Model asked for; * for each. */
      model?: string;
      requests_per_minute?: number;
      /** @description Input and output together. */
      tokens_per_minute?: number;
      parallel_requests?: number;
      /** @description Where it stands, for each subject that asked lately; the nearest to their limit first, 100 at most. Without Redis it is what the replica that answers has counted. */
      standings?: {
        subject: {
          kind: string;
          value: string;
        };
        /**
         * @description Of the amounts.
         * @enum {unknown}
         */
        unit: 'requests' | 'tokens' | 'parallel';
        /** @description Per minute; of parallel, at the same time. */
        limit: number;
        /** @description In the last minute, requests under way included. */
        used: number;
        remaining: number;
        /**
         * Format: date-time
         * @description When the oldest part of the minute counts no more; not there where nothing does, and of parallel.
         */
        resets_at?: string;
      }[];
      /**
       * @description Where it comes from; what the configuration file has, only the file can change.
       * @enum {unknown}
       */
      origin: 'file' | 'api';
      /** @description Rises with every change; sent along with a change, it refuses one in between. */
      revision?: number;
      /**
       * Format: date-time
       * @description When it was created by the API.
       */
      created_at?: string;
      /**
       * Format: date-time
       * @description When it was changed last.
       */
      updated_at?: string;
      /** @description Why it is not in force, wholly or in part. */
      problem?: string;
    };
    SimulatorProvider: {
      name: string;
      configured: components['schemas']['ProviderPatchSimulator'];
      current: components['schemas']['ProviderPatchSimulator'];
      /** @description What was patched; null when nothing is. */
      override: {
        behaviour: components['schemas']['Behaviour'];
        /**
         * Format: date-time
         * @description null: until it is reset.
         */
        until: string | null;
      } | null;
      /** @description Models with a behaviour of their own. */
      models: {
        name: string;
        configured: components['schemas']['ProviderPatchSimulator'];
        current: components['schemas']['ProviderPatchSimulator'];
        /** @description What was patched; null when nothing is. */
        override: {
          behaviour: components['schemas']['Behaviour'];
          /**
           * Format: date-time
           * @description null: until it is reset.
           */
          until: string | null;
        } | null;
      }[];
    };
    /** @description What is to be different; lists and rate_limit are replaced whole. */
    Behaviour: {
      /** @description Time to the first token, in milliseconds. */
      latency_ms?: number;
      /** @description Spread of the latency around its value, 0 to 1. */
      jitter?: number;
      /** @description In place of jitter: latency_ms is the median then, and one request in twenty takes longer than this, with a long tail. */
      latency_p95_ms?: number | null;
      /** @description Speed of a stream. */
      tokens_per_second?: number;
      /** @description Length of an answer, unless the request asks for less. */
      output_tokens?: number;
      /** @description Share of requests that fail, 0 to 1. */
      error_rate?: number;
      /** @description HTTP status of a failure. */
      error_status?: number;
      /** @description Further kinds of failures, each with its share. */
      errors?: components['schemas']['SimulatorError'][];
      /** @description Share of requests whose connection is reset before the answer, 0 to 1. */
      reset_rate?: number;
      /** @description Share of requests that are accepted and never answered, 0 to 1. */
      stall_rate?: number;
      /** @description Share of streams whose connection is reset in the middle, 0 to 1. */
      stream_reset_rate?: number;
      /** @description Share of streams that stop in the middle and stay open, 0 to 1. */
      stream_stall_rate?: number;
      /** @description When nothing is answered at all. */
      outages?: components['schemas']['Outage'][];
      /** @description Limits of each model, in windows of one minute; told in x-ratelimit headers, past them 429. */
      rate_limit?: {
        requests_per_minute?: number;
        /** @description Input and output together. */
        tokens_per_minute?: number;
      } | null;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
