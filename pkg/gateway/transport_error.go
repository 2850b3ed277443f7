package gateway

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"syscall"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
)

// statusClientClosedRequest is nginx's status for a client that left; nobody is there to read it.
const statusClientClosedRequest backend.Status = 499

// transportError explains a request that got no whole answer.
func (c *Client) transportError(err error) *Error {
	// http.Client's own wrapping repeats the method and the whole URL.
	if wrapped, ok := errors.AsType[*url.Error](err); ok {
		err = wrapped.Err
	}
	status, message := c.explainTransport(err)
	return &Error{Status: status, Source: backend.ErrorSourceDownstream, Message: message, Cause: err}
}

func (c *Client) explainTransport(err error) (backend.Status, string) {
	if errors.Is(err, context.Canceled) {
		return statusClientClosedRequest, "The request to the gateway was cancelled."
	}
	if errors.Is(err, httpclient.ErrResponseBodyTooLarge) {
		return backend.StatusBadRequest, "The gateway's answer is too large. " +
			"Choose a shorter time range, fewer dimensions to group by, or a longer min interval."
	}
	if dns, ok := errors.AsType[*net.DNSError](err); ok && !dns.IsTimeout {
		return backend.StatusBadGateway, fmt.Sprintf("Cannot find the host %q of the gateway's URL %s. "+
			"Is it spelled right, and can the Grafana server resolve it?", dns.Name, c.URL())
	}
	if netErr, ok := errors.AsType[net.Error](err); errors.Is(err, context.DeadlineExceeded) || (ok && netErr.Timeout()) {
		return backend.StatusTimeout, fmt.Sprintf("The gateway at %s did not answer in time. "+
			"Is the URL reachable from the Grafana server? "+
			"A slow query needs a shorter time range, or a longer timeout in the data source's settings.", c.URL())
	}
	if errors.Is(err, syscall.ECONNREFUSED) {
		return backend.StatusBadGateway, fmt.Sprintf("Cannot reach the gateway at %s: connection refused. "+
			"Is it running, and is the URL reachable from the Grafana server?%s", c.URL(), c.loopbackHint())
	}
	if errors.Is(err, http.ErrSchemeMismatch) {
		return backend.StatusBadGateway, fmt.Sprintf("The gateway at %s speaks plain HTTP: begin its URL with http://.", c.URL())
	}
	if certificate, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		return backend.StatusBadGateway, fmt.Sprintf("The TLS certificate of the gateway at %s is not trusted: %s. "+
			"Add its CA certificate in the data source's settings.", c.URL(), certificate.Err)
	}
	return backend.StatusBadGateway, fmt.Sprintf("Cannot reach the gateway at %s: %s. "+
		"Is the URL reachable from the Grafana server?", c.URL(), err)
}

// loopbackHint names the commonest cause of a refused connection in container setups.
func (c *Client) loopbackHint() string {
	host := c.base.Hostname()
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return ""
	}
	return fmt.Sprintf(" If Grafana runs in a container, %s is that container itself.", host)
}
