package plugin

import (
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

// standingsTable has a row for each provider or deployment.
func standingsTable(standings []standing, deployments bool) *data.Frame {
	frame := data.NewFrame("providers").SetMeta(&data.FrameMeta{
		Type:                   data.FrameTypeTable,
		PreferredVisualization: data.VisTypeTable,
		ExecutedQueryString:    "GET /health and /api/v1/deployments",
	})
	frame.Fields = data.Fields{column(standings, "name", "Name", "", func(s standing) string { return s.name })}
	if deployments {
		frame.Fields = append(frame.Fields,
			column(standings, "provider", "Provider", "", func(s standing) string { return s.provider }),
			column(standings, "model", "Model", "", func(s standing) string { return s.model }))
	}
	frame.Fields = append(frame.Fields,
		column(standings, "type", "Type", "", func(s standing) string { return s.kind }),
		column(standings, "status", "Status", "", func(s standing) string { return s.status }),
		column(standings, "since", "Since", "", func(s standing) *time.Time { return knownTime(s.since) }),
		column(standings, "reason", "Reason", "", func(s standing) *string { return known(s.reason) }),
		column(standings, "breaker", "Circuit breaker", "", func(s standing) *string { return known(s.breaker) }),
		column(standings, "active", "Calls under way", "short", func(s standing) int64 { return s.active }),
		column(standings, "requests_limit", "Requests, limit", "short", func(s standing) *float64 { return limitOf(s.requests) }),
		column(standings, "requests_remaining", "Requests, remaining", "short", func(s standing) *float64 { return remainingOf(s.requests) }),
		column(standings, "tokens_limit", "Tokens, limit", "short", func(s standing) *float64 { return limitOf(s.tokens) }),
		column(standings, "tokens_remaining", "Tokens, remaining", "short", func(s standing) *float64 { return remainingOf(s.tokens) }),
	)
	return frame
}

func knownTime(at time.Time) *time.Time {
	if at.IsZero() {
		return nil
	}
	utc := at.UTC()
	return &utc
}

func limitOf(rate *gateway.RateLimit) *float64 {
	if rate == nil {
		return nil
	}
	return &rate.Limit
}

func remainingOf(rate *gateway.RateLimit) *float64 {
	if rate == nil {
		return nil
	}
	return &rate.Remaining
}
