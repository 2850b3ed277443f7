package plugin

import (
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

// requestsTable has a row for each request, in their order. It always has its columns: of no requests, too.
func requestsTable(requests []gateway.Request) *data.Frame {
	frame := data.NewFrame("requests",
		column(requests, "time", "Time", "", func(r gateway.Request) time.Time { return r.Time.UTC() }),
		column(requests, "id", "Request", "", func(r gateway.Request) string { return r.ID }),
		column(requests, "trace_id", "Trace", "", func(r gateway.Request) *string { return r.TraceID }),
		column(requests, "key", "Key", "", func(r gateway.Request) string { return r.Key }),
		column(requests, "team", "Team", "", func(r gateway.Request) *string { return r.Team }),
		column(requests, "user", "User", "", func(r gateway.Request) *string { return r.User }),
		column(requests, "model", "Model", "", func(r gateway.Request) string { return r.Model }),
		column(requests, "served_model", "Served model", "", func(r gateway.Request) *string { return r.ServedModel }),
		column(requests, "provider", "Provider", "", func(r gateway.Request) *string { return r.Provider }),
		column(requests, "deployment", "Deployment", "", func(r gateway.Request) *string { return r.Deployment }),
		column(requests, "status", "Status", "", func(r gateway.Request) string { return r.Status }),
		column(requests, "code", "Code", "", func(r gateway.Request) int64 { return r.Code }),
		column(requests, "error_type", "Error type", "", func(r gateway.Request) *string { return r.ErrorType }),
		column(requests, "streaming", "Streaming", "", func(r gateway.Request) bool { return r.Streaming }),
		column(requests, "cache", "Cache", "", func(r gateway.Request) string { return r.Cache }),
		column(requests, "attempts", "Attempts", "", func(r gateway.Request) int64 { return r.Attempts }),
		column(requests, "input_tokens", "Input tokens", "short", func(r gateway.Request) int64 { return r.InputTokens }),
		column(requests, "output_tokens", "Output tokens", "short", func(r gateway.Request) int64 { return r.OutputTokens }),
		column(requests, "cost_usd", "Cost", "currencyUSD", func(r gateway.Request) *float64 { return r.CostUSD }),
		column(requests, "price_source", "Price source", "", func(r gateway.Request) *string { return r.PriceSource }),
		column(requests, "duration_ms", "Duration", "ms", func(r gateway.Request) float64 { return r.DurationMs }),
		column(requests, "first_token_ms", "Time to first token", "ms", func(r gateway.Request) *float64 { return r.FirstTokenMs }),
	)
	return frame.SetMeta(&data.FrameMeta{Type: data.FrameTypeTable, PreferredVisualization: data.VisTypeTable})
}
