package plugin

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

// usageRow is one group over the whole range: the values of the query's dimensions, and the sums of its measures.
type usageRow struct {
	dimensions []string
	sums       []float64
}

// sumGroups adds the answer's groups up over all buckets. Groups that differ only in how they say "unknown" become one.
func sumGroups(query usageQuery, groups []gateway.UsageGroup) ([]usageRow, error) {
	rows := map[string]usageRow{}
	for _, group := range groups {
		dimensions := dimensionsOf(query, group)
		row, ok := rows[rowKey(dimensions)]
		if !ok {
			row = usageRow{dimensions: dimensions, sums: make([]float64, len(query.measures))}
			rows[rowKey(dimensions)] = row
		}
		for i, measure := range query.measures {
			value, err := group.Measure(measure.name)
			if err != nil {
				return nil, err
			}
			row.sums[i] += value
		}
	}
	sorted := make([]usageRow, 0, len(rows))
	for _, row := range rows {
		sorted = append(sorted, row)
	}
	slices.SortFunc(sorted, func(a, b usageRow) int {
		return cmp.Or(cmp.Compare(b.sums[0], a.sums[0]), slices.Compare(a.dimensions, b.dimensions))
	})
	return sorted, nil
}

// topRows keeps the query's limit of rows, of those sorted by sumGroups, and says so if any are left out.
func topRows(query usageQuery, rows []usageRow) ([]usageRow, []data.Notice) {
	if query.Limit == 0 || len(rows) <= query.Limit {
		return rows, nil
	}
	return rows[:query.Limit], []data.Notice{{
		Severity: data.NoticeSeverityInfo,
		Text: fmt.Sprintf("Only the %d of %d groups with most %s are shown. Raise the query's limit to see more.",
			query.Limit, len(rows), strings.ToLower(query.measures[0].label)),
	}}
}

func dimensionsOf(query usageQuery, group gateway.UsageGroup) []string {
	values := make([]string, len(query.GroupBy))
	for i, dimension := range query.GroupBy {
		values[i] = group.Dimension(dimension)
	}
	return values
}

// rowKey joins the values of dimensions by a character that no name contains.
func rowKey(dimensions []string) string {
	return strings.Join(dimensions, "\x00")
}
