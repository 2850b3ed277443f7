package gateway

import (
	"context"
	"net/http"
	"time"
)

// Health is how the gateway's providers stand now, on the replica that answers.
type Health struct {
	Providers []ProviderHealth `json:"providers"`
}

// ProviderHealth is what the last call to a provider came to.
type ProviderHealth struct {
	Name string `json:"name"`
	Type string `json:"type"`
	// Status is unknown, healthy, failing or disabled.
	Status string `json:"status"`
	// Since is when the status began.
	Since time.Time `json:"since"`
	// Reason is the type of the last call's error while the provider is failing.
	Reason string `json:"reason"`
}

// Health asks how the providers stand. A gateway that takes no traffic now tells it too.
func (c *Client) Health(ctx context.Context) (Health, error) {
	var health Health
	err := c.get(ctx, "health", nil, &health, http.StatusServiceUnavailable)
	if err == nil && health.Providers == nil {
		return health, contractError("The answer to health has no providers.")
	}
	return health, err
}
