package plugin

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/grafana/grafana-plugin-sdk-go/experimental/concurrent"
)

// maxConcurrentQueries bounds what one panel may ask of the gateway at once.
const maxConcurrentQueries = 5

// queryHandler answers one query.
type queryHandler func(ctx context.Context, query backend.DataQuery) (data.Frames, error)

// QueryData answers the queries of a panel or an alert rule, each by itself: one that fails leaves the others whole.
func (d *Datasource) QueryData(ctx context.Context, request *backend.QueryDataRequest) (*backend.QueryDataResponse, error) {
	ctx = withOrigin(ctx, request)
	return concurrent.QueryData(ctx, request, func(ctx context.Context, query concurrent.Query) backend.DataResponse {
		frames, err := d.query(ctx, query.DataQuery)
		if err != nil {
			return errorResponse(err)
		}
		return backend.DataResponse{Frames: frames, Status: backend.StatusOK}
	}, maxConcurrentQueries)
}

func (d *Datasource) query(ctx context.Context, query backend.DataQuery) (data.Frames, error) {
	if d.settingsErr != nil {
		return nil, userError(d.settingsErr)
	}
	queryType, err := queryTypeOf(query)
	if err != nil {
		return nil, err
	}
	handlers := map[string]queryHandler{
		usageQueryType:     d.queryUsage,
		requestsQueryType:  d.queryRequests,
		providersQueryType: d.queryProviders,
		budgetsQueryType:   d.queryBudgets,
		eventsQueryType:    d.queryEvents,
		liveQueryType:      d.queryLive,
		valuesQueryType:    d.queryValues,
	}
	handler, ok := handlers[queryType]
	if !ok {
		return nil, userErrorf("queryType: %q is not a query of this data source; use one of %s.",
			queryType, strings.Join(slices.Sorted(maps.Keys(handlers)), ", "))
	}
	return handler(ctx, query)
}

// queryTypeOf is the query's type. A provisioned alert rule has it in the query's JSON alone, and a query written by
// hand may leave it out.
func queryTypeOf(query backend.DataQuery) (string, error) {
	if query.QueryType != "" {
		return query.QueryType, nil
	}
	var fields struct {
		QueryType string `json:"queryType"`
	}
	if err := json.Unmarshal(query.JSON, &fields); err != nil {
		return "", userErrorf("The query cannot be read: %w.", err)
	}
	if fields.QueryType == "" {
		return usageQueryType, nil
	}
	return fields.QueryType, nil
}
