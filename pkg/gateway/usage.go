package gateway

import (
	"context"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// MaxLimit is the largest limit that the gateway takes.
const MaxLimit = 1_000

// UsageRequest asks the ledger for sums over a time range.
type UsageRequest struct {
	From, To time.Time
	GroupBy  []string
	// Measures are what is asked of each group; without any, the gateway answers those that it has at hand.
	Measures []string
	// Limit keeps the groups with most of the first measure; zero keeps all. It is at most MaxLimit.
	Limit int
	// Bucket is the length of a time bucket in whole seconds; zero asks for one sum over the range.
	Bucket time.Duration
	// Filters are the values allowed for a dimension.
	Filters map[string][]string
}

// UsageResponse is the ledger's answer.
type UsageResponse struct {
	Groups []UsageGroup `json:"groups"`
	Totals UsageGroup   `json:"totals"`
	// GroupCount is how many groups there are without the limit; zero where none was asked for.
	GroupCount int `json:"group_count"`
}

// Usage asks the gateway's ledger.
func (c *Client) Usage(ctx context.Context, request UsageRequest) (UsageResponse, error) {
	var response UsageResponse
	err := c.get(ctx, "api/v1/usage", request.query(), &response)
	return response, err
}

// String is the request as a URL, for the query inspector.
func (r UsageRequest) String() string {
	return "GET /api/v1/usage?" + r.query().Encode()
}

func (r UsageRequest) query() url.Values {
	query := filterQuery(r.Filters)
	setRange(query, r.From, r.To)
	if len(r.GroupBy) > 0 {
		query.Set("group_by", strings.Join(r.GroupBy, ","))
	}
	if len(r.Measures) > 0 {
		query.Set("measures", strings.Join(r.Measures, ","))
	}
	if r.Limit > 0 {
		query.Set("limit", strconv.Itoa(r.Limit))
	}
	if r.Bucket > 0 {
		query.Set("bucket", formatBucket(r.Bucket))
	}
	return query
}

// formatBucket writes a duration in the largest unit of the API that it is a whole number of.
func formatBucket(bucket time.Duration) string {
	const day = 24 * time.Hour
	for _, unit := range []struct {
		name   string
		length time.Duration
	}{{"d", day}, {"h", time.Hour}, {"m", time.Minute}} {
		if bucket%unit.length == 0 {
			return strconv.FormatInt(int64(bucket/unit.length), 10) + unit.name
		}
	}
	return strconv.FormatInt(int64(bucket/time.Second), 10) + "s"
}
