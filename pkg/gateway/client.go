// Package gateway is a client of LLM Gateway's admin API.
package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"slices"

	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
)

// maxResponseBytes bounds what one answer may cost the plugin in memory; a bucketed group takes about 300 bytes.
const maxResponseBytes = 32 << 20

// Client calls one gateway with its admin token.
type Client struct {
	base  *url.URL
	token string
	http  *http.Client
	// streams has no timeout over the whole of an answer.
	streams *http.Client
	answers *answers
}

// NewClient makes a client of the gateway at base. The http client brings timeouts, TLS and proxying.
func NewClient(base *url.URL, token string, httpClient *http.Client) *Client {
	withoutRedirects := *httpClient
	// A redirect is a wrong address to be told of, and following it could hand the token to another host.
	withoutRedirects.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	withoutTimeout := withoutRedirects
	withoutTimeout.Timeout = 0
	return &Client{base: base, token: token, http: &withoutRedirects, streams: &withoutTimeout, answers: newAnswers()}
}

// URL is the gateway's address, for messages.
func (c *Client) URL() string {
	return c.base.String()
}

// Close lets go of idle connections and of kept answers.
func (c *Client) Close() {
	c.answers.forget()
	c.http.CloseIdleConnections()
}

// get decodes the answer to a GET of a path into `into`; a status of 200, or one of alsoGood, is an answer. An equal
// question of the last seconds is not asked again, unless the context is WithoutCache. Every error it returns is an
// *Error.
func (c *Client) get(ctx context.Context, path string, query url.Values, into any, alsoGood ...int) error {
	target := c.base.JoinPath(path)
	target.RawQuery = query.Encode()
	ask := func(ctx context.Context) ([]byte, error) { return c.ask(ctx, target, alsoGood) }
	body, err := c.answers.get(ctx, target.String(), ask)
	if err != nil {
		return c.asError(err)
	}
	if err := json.Unmarshal(body, into); err != nil {
		return contractError("The answer to %s cannot be read: %s.", path, err)
	}
	return nil
}

// ask is one GET, and its answer if that is JSON.
func (c *Client) ask(ctx context.Context, target *url.URL, alsoGood []int) ([]byte, error) {
	request, err := c.newRequest(ctx, http.MethodGet, target.String(), nil)
	if err != nil {
		return nil, err
	}
	response, body, err := c.do(request)
	if err != nil {
		return nil, err
	}
	if response.StatusCode != http.StatusOK && (!slices.Contains(alsoGood, response.StatusCode) || gatewayMessage(body) != "") {
		return nil, c.responseError(response, body)
	}
	if !json.Valid(body) {
		return nil, c.notAGateway(response.StatusCode)
	}
	return body, nil
}

func (c *Client) newRequest(ctx context.Context, method, target string, body io.Reader) (*http.Request, error) {
	request, err := http.NewRequestWithContext(ctx, method, target, body)
	if err != nil {
		return nil, c.transportError(err)
	}
	request.Header.Set("Accept", "application/json")
	request.Header.Set("Authorization", "Bearer "+c.token)
	return request, nil
}

// do sends a request and reads the whole of its answer.
func (c *Client) do(request *http.Request) (*http.Response, []byte, error) {
	response, err := c.http.Do(request)
	if err != nil {
		return nil, nil, c.transportError(err)
	}
	// Nothing is left to do about a body that does not close.
	defer func() { _ = response.Body.Close() }()

	body, err := io.ReadAll(httpclient.MaxBytesReader(response.Body, maxResponseBytes))
	if err != nil {
		return nil, nil, c.transportError(err)
	}
	return response, body, nil
}

// asError is an error as this package returns it.
func (c *Client) asError(err error) *Error {
	if failure, ok := errors.AsType[*Error](err); ok {
		return failure
	}
	return c.transportError(err)
}
