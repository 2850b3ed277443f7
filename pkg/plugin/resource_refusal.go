package plugin

import (
	"encoding/json"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// refusal is an error of the plugin in the shape of the gateway's own, so that pages read one shape. Grafana's own
// error toasts show `message`.
func refusal(status int, code, message string) *backend.CallResourceResponse {
	// Texts are always JSON.
	body, _ := json.Marshal(map[string]any{
		"message": message,
		"error":   map[string]any{"message": message, "type": "plugin_error", "param": nil, "code": code},
	})
	return &backend.CallResourceResponse{
		Status:  status,
		Headers: map[string][]string{"Content-Type": {"application/json"}},
		Body:    body,
	}
}
