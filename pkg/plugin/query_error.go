package plugin

import (
	"errors"
	"fmt"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

// invalidError is a mistake in a query or in the settings, for the user to mend.
type invalidError struct{ error }

func (e invalidError) Unwrap() error { return e.error }

func userError(err error) error {
	return invalidError{err}
}

func userErrorf(format string, args ...any) error {
	return invalidError{fmt.Errorf(format, args...)}
}

// errorResponse answers a failed query with the status and the source that Grafana counts and alerts on.
func errorResponse(err error) backend.DataResponse {
	response := backend.DataResponse{Error: err, Status: backend.StatusInternal, ErrorSource: backend.ErrorSourcePlugin}
	if failure, ok := errors.AsType[*gateway.Error](err); ok {
		response.Status, response.ErrorSource = failure.Status, failure.Source
	} else if _, ok := errors.AsType[invalidError](err); ok {
		// Grafana counts a user's mistake as downstream: no mending of the plugin would make it go away.
		response.Status, response.ErrorSource = backend.StatusBadRequest, backend.ErrorSourceDownstream
	}
	return response
}
