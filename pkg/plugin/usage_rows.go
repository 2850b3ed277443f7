package plugin

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

// usageRow is one group over the whole range: the values of the query's dimensions and of its measures.
type usageRow struct {
	dimensions []string
	values     []*float64
}

// sumGroups adds the answer's groups up over all buckets. Groups that differ only in how they say "unknown" become one.
// Of means and quantiles, which do not add up, it keeps the largest.
func sumGroups(query usageQuery, groups []gateway.UsageGroup) ([]usageRow, error) {
	rows := map[string]usageRow{}
	for _, group := range groups {
		dimensions := dimensionsOf(query, group)
		row, ok := rows[rowKey(dimensions)]
		if !ok {
			row = usageRow{dimensions: dimensions, values: make([]*float64, len(query.measures))}
			rows[rowKey(dimensions)] = row
		}
		for i, measure := range query.measures {
			value, err := measure.of(group)
			if err != nil {
				return nil, err
			}
			row.values[i] = measure.join(row.values[i], value)
		}
	}
	sorted := make([]usageRow, 0, len(rows))
	for _, row := range rows {
		sorted = append(sorted, row)
	}
	slices.SortFunc(sorted, func(a, b usageRow) int {
		return cmp.Or(cmp.Compare(rank(b.values[0]), rank(a.values[0])), slices.Compare(a.dimensions, b.dimensions))
	})
	return sorted, nil
}

// of is the measure's value in a group.
func (m usageMeasure) of(group gateway.UsageGroup) (*float64, error) {
	if !m.adds() {
		return group.OptionalMeasure(m.name)
	}
	value, err := group.Measure(m.name)
	return &value, err
}

// join is what two values, either of which may be missing, are together.
func (m usageMeasure) join(a, b *float64) *float64 {
	if a == nil || b == nil {
		return cmp.Or(a, b)
	}
	joined := max(*a, *b)
	if m.adds() {
		joined = *a + *b
	}
	return &joined
}

// rank puts a group that has no value last.
func rank(value *float64) float64 {
	if value == nil {
		return math.Inf(-1)
	}
	return *value
}

// topRows keeps the query's limit of rows, of those sorted by sumGroups, and says so if any are left out. The gateway
// may have left some out already; then it says how many there are.
func topRows(query usageQuery, rows []usageRow, groupCount int) ([]usageRow, []data.Notice) {
	count := max(len(rows), groupCount)
	if query.Limit == 0 || count <= query.Limit {
		return rows, nil
	}
	kept := rows[:min(query.Limit, len(rows))]
	return kept, []data.Notice{{
		Severity: data.NoticeSeverityInfo,
		Text: fmt.Sprintf("Only the %d of %d groups with most %s are shown. Raise the query's limit to see more.",
			len(kept), count, strings.ToLower(query.measures[0].label)),
	}}
}

// measureField is a field of a measure's values. A sum always has a value; of what is no sum there may be none.
func measureField(measure usageMeasure, name string, labels data.Labels, values []*float64) *data.Field {
	if !measure.adds() {
		return data.NewField(name, labels, values)
	}
	sums := make([]float64, len(values))
	for i, value := range values {
		if value != nil {
			sums[i] = *value
		}
	}
	return data.NewField(name, labels, sums)
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
