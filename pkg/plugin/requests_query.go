package plugin

import (
	"encoding/json"
	"regexp"
	"strings"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

const formatLogs = "logs"

// defaultRequestsLimit is how many requests are shown if a query does not say.
const defaultRequestsLimit = 100

// requestsQuery is a requests query as the query editor saves it; src/datasource/types.ts is its other half.
type requestsQuery struct {
	Format  string  `json:"format"`
	Filters filters `json:"filters"`
	// Search is how a request id or a trace id begins.
	Search        string  `json:"search"`
	MinDurationMs float64 `json:"minDurationMs"`
	MinCostUSD    float64 `json:"minCostUsd"`
	// Limit is how many of the newest are kept; 0 keeps 100.
	Limit int `json:"limit"`
}

var (
	searchPattern = regexp.MustCompile(`^(?:req_[0-9a-f-]{0,36}|[0-9a-f]{4,32})$`)
	// timePattern is as much of an id as has all of its time: the first twelve digits of a UUID v7.
	timePattern = regexp.MustCompile(`^req_[0-9a-f]{8}-?[0-9a-f]{4}`)
)

// parseRequestsQuery reads a query and names the field that is wrong.
func parseRequestsQuery(raw json.RawMessage) (requestsQuery, error) {
	var query requestsQuery
	if err := json.Unmarshal(raw, &query); err != nil {
		return query, userErrorf("The requests query cannot be read: %w.", err)
	}
	if query.Format == "" {
		query.Format = formatTable
	}
	if query.Format != formatTable && query.Format != formatLogs {
		return query, userErrorf("format: %q is unknown; use %q or %q.", query.Format, formatTable, formatLogs)
	}
	if query.Limit == 0 {
		query.Limit = defaultRequestsLimit
	}
	if query.Limit < 1 || query.Limit > gateway.MaxLimit {
		return query, userErrorf("limit: %d is not possible; use 1 to %d requests, or 0 for %d.",
			query.Limit, gateway.MaxLimit, defaultRequestsLimit)
	}
	if query.MinDurationMs < 0 || query.MinDurationMs >= 1e12 {
		return query, userErrorf("minDurationMs: %g is not possible; use milliseconds, or 0 for all.", query.MinDurationMs)
	}
	if query.MinCostUSD < 0 || query.MinCostUSD >= 1e9 {
		return query, userErrorf("minCostUsd: %g is not possible; use dollars, or 0 for all.", query.MinCostUSD)
	}
	query.Search = strings.ToLower(strings.TrimSpace(query.Search))
	if query.Search != "" && !searchPattern.MatchString(query.Search) {
		return query, userErrorf("search: %q is neither the beginning of a request id (req_…) nor of a trace id (4 to 32 hexadecimal digits).",
			query.Search)
	}
	return query, query.Filters.check()
}

func tellsItsTime(search string) bool {
	return timePattern.MatchString(search)
}
