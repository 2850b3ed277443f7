package plugin

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

// healthDetails is what the health check tells besides its message. Grafana's settings page shows verboseMessage.
type healthDetails struct {
	URL            string `json:"url,omitempty"`
	HTTPStatus     int    `json:"httpStatus,omitempty"`
	VerboseMessage string `json:"verboseMessage,omitempty"`
	Version        string `json:"version,omitempty"`
	StartedAt      string `json:"startedAt,omitempty"`
	Models         *int   `json:"models,omitempty"`
	Providers      *int   `json:"providers,omitempty"`
}

// CheckHealth answers "Save & test": does a gateway answer, and does it take the token?
func (d *Datasource) CheckHealth(ctx context.Context, _ *backend.CheckHealthRequest) (*backend.CheckHealthResult, error) {
	if d.settingsErr != nil {
		return healthResult(backend.HealthStatusError, d.settingsErr.Error(), healthDetails{})
	}
	status, err := d.client.Status(ctx)
	if err != nil {
		return healthResult(backend.HealthStatusError, err.Error(), failureDetails(d.client.URL(), err))
	}
	message := fmt.Sprintf("Connected to LLM Gateway %s: %s, %s.",
		status.Version, count(status.Models, "model"), count(status.Providers, "provider"))
	return healthResult(backend.HealthStatusOk, message, healthDetails{
		URL:       d.client.URL(),
		Version:   status.Version,
		StartedAt: status.StartedAt.Format("2006-01-02T15:04:05.000Z07:00"),
		Models:    &status.Models,
		Providers: &status.Providers,
	})
}

func failureDetails(url string, err error) healthDetails {
	details := healthDetails{URL: url}
	if failure, ok := errors.AsType[*gateway.Error](err); ok {
		details.HTTPStatus = failure.HTTPStatus
		if failure.Cause != nil {
			details.VerboseMessage = failure.Cause.Error()
		}
	}
	return details
}

func healthResult(status backend.HealthStatus, message string, details healthDetails) (*backend.CheckHealthResult, error) {
	encoded, err := json.Marshal(details)
	if err != nil {
		return nil, fmt.Errorf("encoding the health check's details: %w", err)
	}
	return &backend.CheckHealthResult{Status: status, Message: message, JSONDetails: encoded}, nil
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
