package plugin

import (
	"context"
	"fmt"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

// requestsQueryType asks for single requests of the ledger, as a table or as logs.
const requestsQueryType = "requests"

// queryRequests answers with the newest requests of the time range; a request id that is searched for is found at
// whatever time it was.
func (d *Datasource) queryRequests(ctx context.Context, query backend.DataQuery) (data.Frames, error) {
	parsed, err := parseRequestsQuery(query.JSON)
	if err != nil {
		return nil, err
	}
	request := gateway.RequestsRequest{
		From:          query.TimeRange.From,
		To:            query.TimeRange.To,
		Filters:       parsed.Filters.values(),
		Search:        parsed.Search,
		MinDurationMs: parsed.MinDurationMs,
		MinCostUSD:    parsed.MinCostUSD,
		Limit:         parsed.Limit,
	}
	if tellsItsTime(parsed.Search) {
		request.From, request.To = time.Time{}, time.Time{}
	}
	response, err := d.client.Requests(ctx, request)
	if err != nil {
		return nil, err
	}
	frame := requestsTable(response.Requests)
	if parsed.Format == formatLogs {
		frame = requestsLogs(response.Requests)
	}
	frame.Meta.ExecutedQueryString = request.String()
	if response.NextCursor != "" {
		frame.Meta.Notices = append(frame.Meta.Notices, data.Notice{
			Severity: data.NoticeSeverityInfo,
			Text: fmt.Sprintf("Only the newest %d requests are shown. Filter, choose a shorter time range, or raise the query's limit.",
				len(response.Requests)),
		})
	}
	return data.Frames{frame}, nil
}
