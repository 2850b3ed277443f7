package plugin

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

// usageQueryType asks for sums of the ledger: requests, tokens and cost by model, team, key and so on.
const usageQueryType = "usage"

// queryUsage answers a usage query from the gateway's ledger.
func (d *Datasource) queryUsage(ctx context.Context, query backend.DataQuery) (data.Frames, error) {
	usage, err := parseUsageQuery(query.JSON)
	if err != nil {
		return nil, err
	}
	// The range is passed on as it is, not widened to whole buckets, so that a series adds up to the table's sum.
	request := gateway.UsageRequest{
		From:     query.TimeRange.From,
		To:       query.TimeRange.To,
		GroupBy:  usage.GroupBy,
		Measures: usage.Measures,
		Filters:  usage.Filters.values(),
	}
	if len(usage.GroupBy) > 0 && usage.Limit <= gateway.MaxLimit {
		request.Limit = usage.Limit
	}
	if usage.Format == formatTimeSeries {
		request.Bucket = bucketFor(query.TimeRange, query.Interval, query.MaxDataPoints)
	}
	response, err := d.client.Usage(ctx, request)
	if err != nil {
		return nil, err
	}

	var frame *data.Frame
	if usage.Format == formatTimeSeries {
		frame, err = usageTimeSeries(usage, request, response)
	} else {
		frame, err = usageTable(usage, response)
	}
	if err != nil {
		return nil, err
	}
	frame.Meta.ExecutedQueryString = request.String()
	return data.Frames{frame}, nil
}
