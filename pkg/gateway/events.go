package gateway

import (
	"context"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// EventsRequest asks for what happened in a time range, the newest first.
type EventsRequest struct {
	From, To time.Time
	// Types are those to keep; none keeps all.
	Types []string
	// Limit is at most MaxLimit.
	Limit int
}

// EventsResponse is what happened.
type EventsResponse struct {
	Events []Event `json:"events"`
	// NextCursor is empty when nothing follows.
	NextCursor string `json:"next_cursor"`
	// Partial tells that the store is down: these are only the events that one replica remembers.
	Partial bool `json:"partial"`
}

// Event is something that an operator would want to know of. Which of its fields are set depends on its type.
type Event struct {
	ID   string    `json:"id"`
	Time time.Time `json:"time"`
	Type string    `json:"type"`

	// Of circuit breakers and refused credentials.
	Provider   string `json:"provider"`
	Deployment string `json:"deployment"`
	From       string `json:"from"`
	To         string `json:"to"`
	// Reason is of those, and of what the gateway depends on.
	Reason   string `json:"reason"`
	Followed bool   `json:"followed"`

	// Of reloads.
	RestartNeeded []string `json:"restart_needed"`

	// Of budgets; amounts are in the unit, usd or tokens.
	Budget  string `json:"budget"`
	Subject struct {
		Kind  string `json:"kind"`
		Value string `json:"value"`
	} `json:"subject"`
	Unit      string   `json:"unit"`
	Limit     float64  `json:"limit"`
	Used      *float64 `json:"used"`
	Threshold *float64 `json:"threshold"`
	Hard      bool     `json:"hard"`

	// Of alerts.
	Alert    string `json:"alert"`
	Severity string `json:"severity"`
	Summary  string `json:"summary"`
	Source   string `json:"source"`
}

// Events asks what happened.
func (c *Client) Events(ctx context.Context, request EventsRequest) (EventsResponse, error) {
	var response EventsResponse
	if err := c.get(ctx, "api/v1/events", request.query(), &response); err != nil {
		return response, err
	}
	if response.Events == nil {
		return response, contractError("The answer to events has no events.")
	}
	for _, event := range response.Events {
		if event.Type == "" || event.Time.IsZero() {
			return response, contractError("An event of the answer has no type or no time.")
		}
	}
	return response, nil
}

// String is the request as a URL, for the query inspector.
func (r EventsRequest) String() string {
	return "GET /api/v1/events?" + r.query().Encode()
}

func (r EventsRequest) query() url.Values {
	query := url.Values{"order": {"desc"}, "limit": {strconv.Itoa(r.Limit)}}
	setRange(query, r.From, r.To)
	if len(r.Types) > 0 {
		query.Set("type", strings.Join(r.Types, ","))
	}
	return query
}
