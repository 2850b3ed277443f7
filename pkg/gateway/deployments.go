package gateway

import (
	"context"
	"time"
)

// Deployment is what answers for a model, and how it stands on the replica that answers.
type Deployment struct {
	// Model is what clients ask for.
	Model string `json:"model"`
	// Name is provider/model.
	Name     string `json:"deployment"`
	Provider string `json:"provider"`
	// Status is ready, not_ready or disabled; Reason says why it is not ready.
	Status string `json:"status"`
	Reason string `json:"reason"`
	// Breaker is closed, open or half_open, since BreakerSince; a deployment that is disabled has none.
	Breaker      string    `json:"breaker"`
	BreakerSince time.Time `json:"breaker_since"`
	InFlight     int64     `json:"in_flight"`
	Headroom     Headroom  `json:"headroom"`
	// ProviderStatus is unknown, healthy, failing or disabled.
	ProviderStatus string `json:"provider_status"`
}

// Headroom is a provider's own rate limits as it told them last; nil where it told none.
type Headroom struct {
	Requests *RateLimit `json:"requests"`
	Tokens   *RateLimit `json:"tokens"`
}

// RateLimit is a limit of a provider and what is left of it.
type RateLimit struct {
	Limit     float64 `json:"limit"`
	Remaining float64 `json:"remaining"`
}

// Deployments asks for all deployments of all models.
func (c *Client) Deployments(ctx context.Context) ([]Deployment, error) {
	var response struct {
		Deployments []Deployment `json:"deployments"`
	}
	if err := c.get(ctx, "api/v1/deployments", nil, &response); err != nil {
		return nil, err
	}
	if response.Deployments == nil {
		return nil, contractError("The answer to deployments has no deployments.")
	}
	return response.Deployments, nil
}
