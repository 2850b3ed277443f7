package plugin

import (
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

// usageTable has a column for each dimension and measure, and a row for each group; without groups it has the totals.
// Its type, numeric long, is a table to panels and a set of numbers with labels to alert rules.
func usageTable(query usageQuery, response gateway.UsageResponse) (*data.Frame, error) {
	groups := response.Groups
	if len(query.GroupBy) == 0 {
		groups = []gateway.UsageGroup{response.Totals}
	}
	rows, err := sumGroups(query, groups)
	if err != nil {
		return nil, err
	}
	rows, notices := topRows(query, rows, response.GroupCount)

	frame := newUsageFrame(data.FrameTypeNumericLong, data.VisTypeTable, notices)
	if len(rows) == 0 {
		return frame, nil
	}
	for i, dimension := range query.GroupBy {
		column := make([]string, len(rows))
		for r, row := range rows {
			column[r] = row.dimensions[i]
		}
		frame.Fields = append(frame.Fields, data.NewField(dimension, nil, column))
	}
	for i, measure := range query.measures {
		column := make([]*float64, len(rows))
		for r, row := range rows {
			column[r] = row.values[i]
		}
		field := measureField(measure, measure.name, nil, column)
		field.Config = &data.FieldConfig{DisplayNameFromDS: measure.label, Unit: measure.unit}
		frame.Fields = append(frame.Fields, field)
	}
	return frame, nil
}
