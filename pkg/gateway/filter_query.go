package gateway

import (
	"net/url"
	"strconv"
	"time"
)

// filterQuery is the values allowed for each dimension, as parameters.
func filterQuery(filters map[string][]string) url.Values {
	query := url.Values{}
	for dimension, values := range filters {
		for _, value := range values {
			// The ledger has no value where we show one that says so.
			if value == UnknownValue {
				value = ""
			}
			query.Add(dimension, value)
		}
	}
	return query
}

func setRange(query url.Values, from, to time.Time) {
	query.Set("from", strconv.FormatInt(from.UnixMilli(), 10))
	query.Set("to", strconv.FormatInt(to.UnixMilli(), 10))
}
