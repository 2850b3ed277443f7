package plugin

import (
	"encoding/json"
	"slices"
	"strings"
)

const (
	formatTimeSeries = "time_series"
	formatTable      = "table"
)

// defaultSeriesLimit keeps a query grouped by, say, user from sending a browser ten thousand lines.
const defaultSeriesLimit = 100

// usageQuery is a usage query as the query editor saves it; src/datasource/types.ts is its other half.
type usageQuery struct {
	Format   string   `json:"format"`
	Measures []string `json:"measures"`
	GroupBy  []string `json:"groupBy"`
	Filters  filters  `json:"filters"`
	// Limit keeps the groups with most of the first measure; 0 keeps all rows of a table, 100 series of a graph.
	Limit int `json:"limit"`

	// measures are the catalogue's entries for Measures.
	measures []usageMeasure
}

// parseUsageQuery reads a query and names the field that is wrong.
func parseUsageQuery(raw json.RawMessage) (usageQuery, error) {
	var query usageQuery
	if err := json.Unmarshal(raw, &query); err != nil {
		return query, userErrorf("The usage query cannot be read: %w.", err)
	}
	if query.Format == "" {
		query.Format = formatTimeSeries
	}
	if query.Format != formatTimeSeries && query.Format != formatTable {
		return query, userErrorf("format: %q is unknown; use %q or %q.", query.Format, formatTimeSeries, formatTable)
	}
	if query.Limit < 0 {
		return query, userErrorf("limit: %d is negative; use the number of groups to keep, or 0 for the default.", query.Limit)
	}
	if query.Limit == 0 && query.Format == formatTimeSeries {
		query.Limit = defaultSeriesLimit
	}
	if len(query.Measures) == 0 {
		return query, userErrorf("measures: choose at least one of %s.", strings.Join(measureNames(), ", "))
	}
	query.Measures = unique(query.Measures)
	query.GroupBy = unique(query.GroupBy)
	for _, name := range query.Measures {
		measure, ok := measureNamed(name)
		if !ok {
			return query, userErrorf("measures: %q is unknown; use one of %s.", name, strings.Join(measureNames(), ", "))
		}
		query.measures = append(query.measures, measure)
	}
	for _, dimension := range query.GroupBy {
		if err := checkDimension("groupBy", dimension); err != nil {
			return query, err
		}
	}
	return query, query.Filters.check()
}

// unique drops repetitions and keeps the order of first appearance.
func unique(values []string) []string {
	kept := make([]string, 0, len(values))
	for _, value := range values {
		if !slices.Contains(kept, value) {
			kept = append(kept, value)
		}
	}
	return kept
}
