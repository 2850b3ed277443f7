package gateway

import (
	"fmt"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// Error says why the gateway has not answered, in words for whoever reads the panel or tests the data source.
type Error struct {
	// Status is what a query that fails with this error answers Grafana.
	Status backend.Status
	// Source tells Grafana's own metrics whose fault it is.
	Source backend.ErrorSource
	// HTTPStatus is what the gateway answered; 0 when it did not.
	HTTPStatus int
	// Message names the problem and what to do.
	Message string
	// Cause is the underlying error, if there is one.
	Cause error
}

func (e *Error) Error() string { return e.Message }
func (e *Error) Unwrap() error { return e.Cause }

// contractError is an answer that is JSON but not what the admin API promises: the plugin does not fit the gateway.
func contractError(format string, args ...any) *Error {
	return &Error{
		Status:  backend.StatusBadGateway,
		Source:  backend.ErrorSourcePlugin,
		Message: fmt.Sprintf(format, args...) + " The plugin and the gateway may be of different versions: update the older one.",
	}
}

// notAGateway is an answer from something that is not LLM Gateway.
func (c *Client) notAGateway(httpStatus int) *Error {
	hint := "Check the URL: it is the address of the gateway itself, such as http://localhost:4000"
	if c.base.Path != "" && c.base.Path != "/" {
		hint += fmt.Sprintf(", without %s unless a proxy adds that path", c.base.Path)
	}
	return &Error{
		Status:     backend.StatusBadGateway,
		Source:     backend.ErrorSourceDownstream,
		HTTPStatus: httpStatus,
		Message:    fmt.Sprintf("What answers at %s does not look like LLM Gateway. %s.", c.URL(), hint),
	}
}
