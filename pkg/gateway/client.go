// Package gateway is a client of LLM Gateway's admin API.
package gateway

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"

	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
)

// maxResponseBytes bounds what one answer may cost the plugin in memory; a bucketed group takes about 300 bytes.
const maxResponseBytes = 32 << 20

// Client calls one gateway with its admin token.
type Client struct {
	base  *url.URL
	token string
	http  *http.Client
}

// NewClient makes a client of the gateway at base. The http client brings timeouts, TLS and proxying.
func NewClient(base *url.URL, token string, httpClient *http.Client) *Client {
	withoutRedirects := *httpClient
	// A redirect is a wrong address to be told of, and following it could hand the token to another host.
	withoutRedirects.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &Client{base: base, token: token, http: &withoutRedirects}
}

// URL is the gateway's address, for messages.
func (c *Client) URL() string {
	return c.base.String()
}

// Close lets go of idle connections.
func (c *Client) Close() {
	c.http.CloseIdleConnections()
}

// get decodes the answer to a GET of an admin path into `into`. Every error it returns is an *Error.
func (c *Client) get(ctx context.Context, path string, query url.Values, into any) error {
	target := c.base.JoinPath(path)
	target.RawQuery = query.Encode()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, target.String(), nil)
	if err != nil {
		return c.transportError(err)
	}
	request.Header.Set("Accept", "application/json")
	request.Header.Set("Authorization", "Bearer "+c.token)

	response, err := c.http.Do(request)
	if err != nil {
		return c.transportError(err)
	}
	// Nothing is left to do about a body that does not close.
	defer func() { _ = response.Body.Close() }()

	body, err := io.ReadAll(httpclient.MaxBytesReader(response.Body, maxResponseBytes))
	if err != nil {
		return c.transportError(err)
	}
	if response.StatusCode != http.StatusOK {
		return c.responseError(response, body)
	}
	if !json.Valid(body) {
		return c.notAGateway(response.StatusCode)
	}
	if err := json.Unmarshal(body, into); err != nil {
		return contractError("The answer to %s cannot be read: %s.", path, err)
	}
	return nil
}
