package gateway

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// closedPort is the address of a server that is gone.
func closedPort(t *testing.T) string {
	t.Helper()
	server := httptest.NewServer(http.NotFoundHandler())
	server.Close()
	return server.URL
}

func TestConnectionRefused(t *testing.T) {
	address := closedPort(t)
	got := failure(t, clientOf(t, address, http.DefaultClient))
	assert.Equal(t, "Cannot reach the gateway at "+address+": connection refused. "+
		"Is it running, and is the URL reachable from the Grafana server? "+
		"If Grafana runs in a container, 127.0.0.1 is that container itself.", got.Message)
	assert.Equal(t, backend.StatusBadGateway, got.Status)
	assert.Equal(t, backend.ErrorSourceDownstream, got.Source)
}

func TestLoopbackHintIsForLoopbackAddresses(t *testing.T) {
	for address, hinted := range map[string]bool{
		"http://localhost:4000": true, "http://[::1]:4000": true, "http://127.0.0.1": true,
		"http://gateway:4000": false, "http://10.0.0.7": false,
	} {
		assert.Equal(t, hinted, clientOf(t, address, http.DefaultClient).loopbackHint() != "", address)
	}
}

// failingTransport fails as a network would.
type failingTransport struct{ err error }

func (f failingTransport) RoundTrip(*http.Request) (*http.Response, error) { return nil, f.err }

func TestUnknownHost(t *testing.T) {
	dns := &net.OpError{Op: "dial", Net: "tcp", Err: &net.DNSError{Err: "no such host", Name: "gatway", IsNotFound: true}}
	got := failure(t, clientOf(t, "http://gatway:4000", &http.Client{Transport: failingTransport{dns}}))
	assert.Equal(t, `Cannot find the host "gatway" of the gateway's URL http://gatway:4000. `+
		"Is it spelled right, and can the Grafana server resolve it?", got.Message)
}

func TestOtherNetworkError(t *testing.T) {
	got := failure(t, clientOf(t, "http://gw", &http.Client{Transport: failingTransport{errors.New("network is unreachable")}}))
	assert.Equal(t, "Cannot reach the gateway at http://gw: network is unreachable. "+
		"Is the URL reachable from the Grafana server?", got.Message)
}

func TestTimeout(t *testing.T) {
	release := make(chan struct{})
	client := serve(t, "", func(http.ResponseWriter, *http.Request) { <-release })
	t.Cleanup(func() { close(release) })
	client.http.Timeout = 20 * time.Millisecond
	got := failure(t, client)
	assert.Contains(t, got.Message, "did not answer in time.")
	assert.Equal(t, backend.StatusTimeout, got.Status)
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	client := serve(t, "", func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	})
	_, err := client.Status(ctx)
	require.ErrorIs(t, err, context.Canceled)
	assert.EqualError(t, err, "The request to the gateway was cancelled.")
}

func TestUntrustedCertificate(t *testing.T) {
	server := httptest.NewTLSServer(http.NotFoundHandler())
	t.Cleanup(server.Close)
	got := failure(t, clientOf(t, server.URL, http.DefaultClient))
	assert.Contains(t, got.Message, "is not trusted")
	assert.Contains(t, got.Message, "Add its CA certificate")
}

func TestTLSToPlainHTTP(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	t.Cleanup(server.Close)
	got := failure(t, clientOf(t, strings.Replace(server.URL, "http:", "https:", 1), http.DefaultClient))
	assert.Contains(t, got.Message, "begin its URL with http://")
}
