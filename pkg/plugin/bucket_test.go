package plugin

import (
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/assert"
)

func TestBucketFor(t *testing.T) {
	for name, test := range map[string]struct {
		length, interval time.Duration
		maxDataPoints    int64
		want             time.Duration
	}{
		"the interval, when it is a step":          {time.Hour, 15 * time.Second, 1000, 15 * time.Second},
		"rounded up to a step":                     {time.Hour, 20 * time.Second, 1000, 30 * time.Second},
		"at least a second":                        {time.Minute, 50 * time.Millisecond, 1000, time.Second},
		"a second for no range at all":             {0, 0, 0, time.Second},
		"within the data points":                   {6 * time.Hour, 10 * time.Second, 100, 5 * time.Minute},
		"an alert rule's defaults over a day":      {day, time.Second, 43_200, 10 * time.Second},
		"the gateway's limit, without data points": {11_000 * time.Second, time.Second, 0, 2 * time.Second},
		"just within the gateway's limit":          {10_999 * time.Second, time.Second, 0, time.Second},
		"years":                                    {20 * 365 * day, time.Second, 10, 730 * day},
	} {
		t.Run(name, func(t *testing.T) {
			timeRange := backend.TimeRange{From: time.UnixMilli(0), To: time.UnixMilli(0).Add(test.length)}
			got := bucketFor(timeRange, test.interval, test.maxDataPoints)
			assert.Equal(t, test.want, got)
			assert.LessOrEqual(t, int64(test.length/got)+1, int64(maxBuckets))
		})
	}
}

func TestBucketStart(t *testing.T) {
	moment := time.Date(2026, 11, 21, 10, 44, 59, 999, time.FixedZone("", 3600))
	assert.Equal(t, time.Date(2026, 11, 21, 9, 30, 0, 0, time.UTC), bucketStart(moment, 30*time.Minute))
	assert.Equal(t, time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC), bucketStart(moment, day))
}
