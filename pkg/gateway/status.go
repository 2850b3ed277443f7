package gateway

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// Status is what the gateway says of itself.
type Status struct {
	Version   string    `json:"version"`
	StartedAt time.Time `json:"started_at"`
	Models    int       `json:"models"`
	Providers int       `json:"providers"`
}

// Status asks the gateway who it is, now.
func (c *Client) Status(ctx context.Context) (Status, error) {
	var status Status
	err := c.get(WithoutCache(ctx), "api/v1/status", nil, &status)
	// Every gateway has this path, so whoever does not know it is something else, however well it says so.
	if failure, ok := errors.AsType[*Error](err); ok && failure.HTTPStatus == http.StatusNotFound {
		return Status{}, c.notAGateway(http.StatusNotFound)
	}
	if err != nil {
		return Status{}, err
	}
	if status.Version == "" {
		return Status{}, c.notAGateway(http.StatusOK)
	}
	return status, nil
}
