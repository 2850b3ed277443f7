package plugin

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

// requestsLogs is requests as log lines of Grafana's data plane contract, for Explore and the logs panel.
func requestsLogs(requests []gateway.Request) *data.Frame {
	frame := data.NewFrame("requests",
		column(requests, "timestamp", "Time", "", func(r gateway.Request) time.Time { return r.Time.UTC() }),
		column(requests, "body", "Request", "", logLine),
		column(requests, "severity", "Severity", "", severity),
		column(requests, "id", "Id", "", func(r gateway.Request) string { return r.ID }),
		column(requests, "labels", "Labels", "", logLabels),
	)
	return frame.SetMeta(&data.FrameMeta{
		Type:                   data.FrameTypeLogLines,
		TypeVersion:            data.FrameTypeVersion{0, 0},
		PreferredVisualization: data.VisTypeLogs,
	})
}

// severity is the log level of how a request ended. A client that left is none of the gateway's errors.
func severity(request gateway.Request) string {
	switch request.Status {
	case "success":
		return "info"
	case "aborted":
		return "warning"
	default:
		return "error"
	}
}

// logLine is what one wants to read of a request first.
func logLine(request gateway.Request) string {
	words := []string{request.Model}
	if request.Deployment != nil {
		words = append(words, "→ "+*request.Deployment)
	}
	words = append(words, strconv.FormatInt(request.Code, 10))
	if request.ErrorType != nil {
		words = append(words, *request.ErrorType)
	}
	words = append(words, fmt.Sprintf("%.0f ms", request.DurationMs))
	if request.Attempts > 1 {
		words = append(words, fmt.Sprintf("%d attempts", request.Attempts))
	}
	if request.InputTokens+request.OutputTokens > 0 {
		words = append(words, fmt.Sprintf("%d+%d tokens", request.InputTokens, request.OutputTokens))
	}
	if request.CostUSD != nil {
		words = append(words, "$"+strconv.FormatFloat(*request.CostUSD, 'f', -1, 64))
	}
	if request.Cache == "hit" {
		words = append(words, "from the cache")
	}
	return strings.Join(words, " ")
}

// logLabels are the ledger's dimensions of a request, as far as they are known, and its tags.
func logLabels(request gateway.Request) json.RawMessage {
	labels := map[string]string{
		"key":       request.Key,
		"model":     request.Model,
		"status":    request.Status,
		"streaming": strconv.FormatBool(request.Streaming),
		"cache":     request.Cache,
	}
	for name, value := range map[string]*string{
		"team": request.Team, "user": request.User, "served_model": request.ServedModel, "provider": request.Provider,
		"deployment": request.Deployment, "error_type": request.ErrorType, "trace_id": request.TraceID,
	} {
		if value != nil {
			labels[name] = *value
		}
	}
	for name, value := range request.Tags {
		// As the query editor names them as a dimension.
		labels[tagPrefix+name] = value
	}
	// Texts by name are always JSON.
	encoded, _ := json.Marshal(labels)
	return encoded
}
