package plugin

import (
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// maxBuckets is the most buckets that the gateway answers to one query.
const maxBuckets = 11_000

const day = 24 * time.Hour

// bucketSteps are the bucket lengths that read well on a time axis and fall on whole minutes, hours and days.
var bucketSteps = []time.Duration{
	time.Second, 2 * time.Second, 5 * time.Second, 10 * time.Second, 15 * time.Second, 30 * time.Second,
	time.Minute, 2 * time.Minute, 5 * time.Minute, 10 * time.Minute, 15 * time.Minute, 30 * time.Minute,
	time.Hour, 2 * time.Hour, 3 * time.Hour, 6 * time.Hour, 12 * time.Hour,
	day, 2 * day, 7 * day, 30 * day, 90 * day, 365 * day,
}

// bucketFor is the shortest step that is no shorter than the query's interval and keeps the range within both the
// query's data points and the gateway's limit.
func bucketFor(timeRange backend.TimeRange, interval time.Duration, maxDataPoints int64) time.Duration {
	// A range that is not aligned to the buckets touches one more of them.
	allowed := int64(maxBuckets - 1)
	if maxDataPoints > 0 {
		allowed = min(allowed, maxDataPoints)
	}
	needed := max(interval, timeRange.Duration()/time.Duration(allowed))
	for _, step := range bucketSteps {
		if step >= needed {
			return step
		}
	}
	longest := bucketSteps[len(bucketSteps)-1]
	return (needed + longest - 1) / longest * longest
}

// bucketStart is the start of the bucket that a moment falls in. The gateway counts buckets from 1970 too.
func bucketStart(moment time.Time, bucket time.Duration) time.Time {
	return time.Unix(0, moment.UnixNano()-moment.UnixNano()%int64(bucket)).UTC()
}
