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
		From:    time.UnixMilli(1_000),
		To:      time.UnixMilli(61_500),
		GroupBy: []string{"model", "team"},
		Bucket:  90 * time.Second,
		Filters: map[string][]string{"model": {"gpt-4o", "org/model & more"}},
	}
	assert.Equal(t, "GET /api/v1/usage?bucket=90s&from=1000&group_by=model%2Cteam"+
		"&model=gpt-4o&model=org%2Fmodel+%26+more&to=61500", request.String())
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
		`{"time":"2026-11-21T10:00:00.000Z","model":"gpt-4o","team":null,"user":"","streaming":true,"status":200,"cost_usd":0.5}`), &group))
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

	start, err := group.Time()
	require.NoError(t, err)
	assert.Equal(t, time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC), start)
	_, err = UsageGroup{}.Time()
	assert.ErrorContains(t, err, "has no time")
	_, err = UsageGroup{"time": "noon"}.Time()
	assert.ErrorContains(t, err, `"noon"`)
}
