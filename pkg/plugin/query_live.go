package plugin

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

// liveQueryType asks for requests as they end.
const liveQueryType = "live"

// liveQuery is a live query; src/datasource/types.ts is its other half.
type liveQuery struct {
	Filters filters `json:"filters"`
}

// queryLive answers with the newest requests of the time range, the oldest first, and the channel that brings those to
// come.
func (d *Datasource) queryLive(ctx context.Context, query backend.DataQuery) (data.Frames, error) {
	var live liveQuery
	if err := json.Unmarshal(query.JSON, &live); err != nil {
		return nil, userErrorf("The live query cannot be read: %w.", err)
	}
	if err := live.Filters.check(); err != nil {
		return nil, err
	}
	channel, err := liveChannel(d.uid, live.Filters.values())
	if err != nil {
		return nil, err
	}
	request := gateway.RequestsRequest{
		From:    query.TimeRange.From,
		To:      query.TimeRange.To,
		Filters: live.Filters.values(),
		Limit:   defaultRequestsLimit,
	}
	response, err := d.client.Requests(ctx, request)
	if err != nil {
		return nil, err
	}
	slices.Reverse(response.Requests)
	frame := requestsTable(response.Requests)
	frame.Meta.ExecutedQueryString = request.String()
	frame.Meta.Channel = channel
	return data.Frames{frame}, nil
}
