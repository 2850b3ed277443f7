package plugin

import (
	"context"
	"encoding/json"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

// valuesQueryType asks for the values of a dimension, for a dashboard's variable.
const valuesQueryType = "values"

// valuesMeasure is what the values are chosen and sorted by where there are too many.
const valuesMeasure = "requests"

// valuesQuery is a query of a variable; src/datasource/types.ts is its other half.
type valuesQuery struct {
	Dimension string  `json:"dimension"`
	Filters   filters `json:"filters"`
}

// queryValues answers with the values of a dimension that requests of the time range had, those with most requests
// first.
func (d *Datasource) queryValues(ctx context.Context, query backend.DataQuery) (data.Frames, error) {
	var values valuesQuery
	if err := json.Unmarshal(query.JSON, &values); err != nil {
		return nil, userErrorf("The values query cannot be read: %w.", err)
	}
	if err := checkDimension("dimension", values.Dimension); err != nil {
		return nil, err
	}
	if err := values.Filters.check(); err != nil {
		return nil, err
	}
	request := gateway.UsageRequest{
		From:     query.TimeRange.From,
		To:       query.TimeRange.To,
		GroupBy:  []string{values.Dimension},
		Measures: []string{valuesMeasure},
		Filters:  values.Filters.values(),
		Limit:    gateway.MaxLimit,
	}
	response, err := d.client.Usage(ctx, request)
	if err != nil {
		return nil, err
	}
	measure, _ := measureNamed(valuesMeasure)
	rows, err := sumGroups(usageQuery{GroupBy: request.GroupBy, measures: []usageMeasure{measure}}, response.Groups)
	if err != nil {
		return nil, err
	}
	text := func(row usageRow) string { return row.dimensions[0] }
	// Variables know these two names.
	frame := data.NewFrame("values", column(rows, "text", "", "", text), column(rows, "value", "", "", text))
	frame.SetMeta(&data.FrameMeta{Type: data.FrameTypeTable, ExecutedQueryString: request.String()})
	return data.Frames{frame}, nil
}
