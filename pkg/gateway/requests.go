package gateway

import (
	"context"
	"net/url"
	"strconv"
	"time"
)

// RequestsRequest asks the ledger for single requests, the newest first.
type RequestsRequest struct {
	// From and To may both be zero where Search is a request id, which tells its time.
	From, To time.Time
	// Filters are the values allowed for a dimension.
	Filters map[string][]string
	// Search is how a request id (req_…) or a trace id begins.
	Search string
	// MinDurationMs keeps requests that took at least so long; zero keeps all.
	MinDurationMs float64
	// MinCostUSD keeps requests whose cost is known and at least so much; zero keeps all.
	MinCostUSD float64
	// Limit is at most MaxLimit.
	Limit int
}

// RequestsResponse is a page of requests.
type RequestsResponse struct {
	Requests []Request `json:"requests"`
	// NextCursor is empty on the last page.
	NextCursor string `json:"next_cursor"`
}

// Request is one request as the ledger tells it. What is not known is nil.
type Request struct {
	ID           string            `json:"id"`
	Time         time.Time         `json:"time"`
	TraceID      *string           `json:"trace_id"`
	Key          string            `json:"key"`
	Team         *string           `json:"team"`
	User         *string           `json:"user"`
	Tags         map[string]string `json:"tags"`
	Model        string            `json:"model"`
	ServedModel  *string           `json:"served_model"`
	Provider     *string           `json:"provider"`
	Deployment   *string           `json:"deployment"`
	Status       string            `json:"status"`
	Code         int64             `json:"code"`
	ErrorType    *string           `json:"error_type"`
	Streaming    bool              `json:"streaming"`
	Cache        string            `json:"cache"`
	Attempts     int64             `json:"attempt_count"`
	InputTokens  int64             `json:"input_tokens"`
	OutputTokens int64             `json:"output_tokens"`
	CostUSD      *float64          `json:"cost_usd"`
	PriceSource  *string           `json:"price_source"`
	DurationMs   float64           `json:"duration_ms"`
	FirstTokenMs *float64          `json:"first_token_ms"`
}

// check tells an answer that only looks like one.
func (r Request) check() error {
	if r.ID == "" || r.Time.IsZero() {
		return contractError("A request of the answer has no id or no time.")
	}
	return nil
}

// Requests asks the gateway's ledger.
func (c *Client) Requests(ctx context.Context, request RequestsRequest) (RequestsResponse, error) {
	var response RequestsResponse
	if err := c.get(ctx, "api/v1/requests", request.query(), &response); err != nil {
		return response, err
	}
	for _, each := range response.Requests {
		if err := each.check(); err != nil {
			return response, err
		}
	}
	return response, nil
}

// String is the request as a URL, for the query inspector.
func (r RequestsRequest) String() string {
	return "GET /api/v1/requests?" + r.query().Encode()
}

func (r RequestsRequest) query() url.Values {
	query := filterQuery(r.Filters)
	if !r.From.IsZero() || !r.To.IsZero() {
		setRange(query, r.From, r.To)
	}
	if r.Search != "" {
		query.Set("q", r.Search)
	}
	if r.MinCostUSD > 0 {
		query.Set("min_cost_usd", strconv.FormatFloat(r.MinCostUSD, 'f', -1, 64))
	}
	if r.MinDurationMs > 0 {
		query.Set("min_duration_ms", strconv.FormatFloat(r.MinDurationMs, 'f', -1, 64))
	}
	query.Set("limit", strconv.Itoa(r.Limit))
	return query
}
