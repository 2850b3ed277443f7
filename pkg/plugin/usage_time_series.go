package plugin

import (
	"slices"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

// usageTimeSeries has a field for each measure of each group over one time field. Of a sum, a bucket that the gateway
// left out is a true 0, and without it a line would run straight over a time without requests; of a mean or a quantile
// it is a gap.
func usageTimeSeries(query usageQuery, request gateway.UsageRequest, response gateway.UsageResponse) (*data.Frame, error) {
	rows, err := sumGroups(query, response.Groups)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 && len(query.GroupBy) == 0 {
		// The total always exists: alerting on "no requests" needs its zeros.
		rows = []usageRow{{}}
	}
	rows, notices := topRows(query, rows, response.GroupCount)
	// By name, not by size, so that a series keeps its colour when the ranks change.
	slices.SortFunc(rows, func(a, b usageRow) int { return slices.Compare(a.dimensions, b.dimensions) })

	frame := newUsageFrame(data.FrameTypeTimeSeriesWide, data.VisTypeGraph, notices)
	if len(rows) == 0 {
		return frame, nil
	}
	starts, err := bucketStarts(request, response.Groups)
	if err != nil {
		return nil, err
	}
	values, err := bucketValues(query, rows, starts, response.Groups)
	if err != nil {
		return nil, err
	}
	timeField := data.NewField("time", nil, starts)
	timeField.Config = &data.FieldConfig{Interval: float64(request.Bucket.Milliseconds())}
	frame.Fields = append(frame.Fields, timeField)
	for m, measure := range query.measures {
		for r, row := range rows {
			field := measureField(measure, measure.name, labelsOf(query, row), values[r][m])
			field.Config = &data.FieldConfig{DisplayNameFromDS: seriesName(query, measure, row), Unit: measure.unit}
			frame.Fields = append(frame.Fields, field)
		}
	}
	return frame, nil
}

// bucketStarts are the starts of all buckets in the range, in order. Whatever else the gateway answered belongs to
// them too: a number that it counted is never dropped.
func bucketStarts(request gateway.UsageRequest, groups []gateway.UsageGroup) ([]time.Time, error) {
	var starts []time.Time
	for start := bucketStart(request.From, request.Bucket); start.Before(request.To); start = start.Add(request.Bucket) {
		starts = append(starts, start)
	}
	for _, group := range groups {
		start, err := group.Time()
		if err != nil {
			return nil, err
		}
		if at, found := slices.BinarySearchFunc(starts, start, time.Time.Compare); !found {
			starts = slices.Insert(starts, at, start.UTC())
		}
	}
	return starts, nil
}

// bucketValues are the values by row, measure and bucket.
func bucketValues(query usageQuery, rows []usageRow, starts []time.Time, groups []gateway.UsageGroup) ([][][]*float64, error) {
	values := make([][][]*float64, len(rows))
	indexOf := make(map[string]int, len(rows))
	for r, row := range rows {
		indexOf[rowKey(row.dimensions)] = r
		values[r] = make([][]*float64, len(query.measures))
		for m := range query.measures {
			values[r][m] = make([]*float64, len(starts))
		}
	}
	for _, group := range groups {
		r, kept := indexOf[rowKey(dimensionsOf(query, group))]
		if !kept {
			continue
		}
		start, err := group.Time()
		if err != nil {
			return nil, err
		}
		at, _ := slices.BinarySearchFunc(starts, start, time.Time.Compare)
		for m, measure := range query.measures {
			value, err := measure.of(group)
			if err != nil {
				return nil, err
			}
			values[r][m][at] = measure.join(values[r][m][at], value)
		}
	}
	return values, nil
}

func labelsOf(query usageQuery, row usageRow) data.Labels {
	if len(query.GroupBy) == 0 {
		return nil
	}
	labels := data.Labels{}
	for i, dimension := range query.GroupBy {
		labels[dimension] = row.dimensions[i]
	}
	return labels
}

// seriesName is as short as tells the query's series apart.
func seriesName(query usageQuery, measure usageMeasure, row usageRow) string {
	group := strings.Join(row.dimensions, ", ")
	switch {
	case group == "":
		return measure.label
	case len(query.measures) == 1:
		return group
	default:
		return measure.label + ": " + group
	}
}
