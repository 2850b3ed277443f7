package gateway

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestUsageRequestAsURL(t *testing.T) {
	request := UsageRequest{
		From:     time.UnixMilli(1_000),
		To:       time.UnixMilli(61_500),
		GroupBy:  []string{"model", "team"},
		Bucket:   90 * time.Second,
		Measures: []string{"requests", "cost_usd"},
		Limit:    20,
		Filters:  map[string][]string{"model": {"gpt-4o", "org/model & more"}, "tag:project": {"none"}},
	}
	assert.Equal(t, "GET /api/v1/usage?bucket=90s&from=1000&group_by=model%2Cteam&limit=20&measures=requests%2Ccost_usd"+
		"&model=gpt-4o&model=org%2Fmodel+%26+more&tag%3Aproject=&to=61500", request.String())
	assert.Equal(t, "GET /api/v1/usage?from=1000&to=61500",
		UsageRequest{From: request.From, To: request.To}.String())
}

func TestFormatBucket(t *testing.T) {
	for want, bucket := range map[string]time.Duration{
		"1s": time.Second, "90s": 90 * time.Second, "5m": 5 * time.Minute, "1h": time.Hour, "36h": 36 * time.Hour, "7d": 168 * time.Hour,
	} {
		assert.Equal(t, want, formatBucket(bucket))
	}
}

func TestUsageGroup(t *testing.T) {
	var group UsageGroup
	require.NoError(t, json.Unmarshal([]byte(
		`{"time":"2026-11-21T10:00:00.000Z","model":"gpt-4o","team":null,"user":"","streaming":true,"status":200,"cost_usd":0.5,"avg_duration_ms":null}`), &group))
	for dimension, want := range map[string]string{
		"model": "gpt-4o", "team": UnknownValue, "user": UnknownValue, "key": UnknownValue, "streaming": "true", "status": "200",
	} {
		assert.Equal(t, want, group.Dimension(dimension), dimension)
	}
	cost, err := group.Measure("cost_usd")
	require.NoError(t, err)
	assert.Equal(t, 0.5, cost)
	_, err = group.Measure("requests")
	assert.ErrorContains(t, err, `The usage answer has no number "requests".`)
	mean, err := group.OptionalMeasure("avg_duration_ms")
	require.NoError(t, err)
	assert.Nil(t, mean)
	_, err = group.OptionalMeasure("p95_duration_ms")
	assert.ErrorContains(t, err, `no number "p95_duration_ms"`)

	start, err := group.Time()
	require.NoError(t, err)
	assert.Equal(t, time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC), start)
	_, err = UsageGroup{}.Time()
	assert.ErrorContains(t, err, "has no time")
	_, err = UsageGroup{"time": "noon"}.Time()
	assert.ErrorContains(t, err, `"noon"`)
}
