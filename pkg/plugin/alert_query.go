package plugin

import (
	"context"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

// fromAlertHeader marks the queries of alert rules.
const fromAlertHeader = "FromAlert"

type ofAlertRule struct{}

// withOrigin marks the queries of alert rules: they are not answered from what was kept for panels, and an answer must
// have one number for each set of labels.
func withOrigin(ctx context.Context, request *backend.QueryDataRequest) context.Context {
	// Grafana sends it by this name; what calls itself an HTTP header has a prefix.
	if request.Headers[fromAlertHeader] != "true" && request.GetHTTPHeader(fromAlertHeader) != "true" {
		return ctx
	}
	return context.WithValue(gateway.WithoutCache(ctx), ofAlertRule{}, true)
}

func isOfAlertRule(ctx context.Context) bool {
	return ctx.Value(ofAlertRule{}) != nil
}
