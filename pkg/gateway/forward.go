package gateway

import (
	"bytes"
	"context"
	"net/http"
	"strings"
)

// ActorHeader names the person on whose behalf something is done, for the gateway's audit log.
const ActorHeader = "X-Llm-Gateway-Actor"

// ForwardRequest is a call of the admin API on behalf of someone.
type ForwardRequest struct {
	Method string
	// Path is what follows /api/v1/, URL-encoded.
	Path string
	// Query is URL-encoded.
	Query string
	// Header has the headers to send besides the client's own.
	Header http.Header
	// Body is JSON; none where it is empty.
	Body []byte
	// Actor is who asks.
	Actor string
}

// ForwardResponse is the gateway's own answer, whether good or bad.
type ForwardResponse struct {
	Status int
	Header http.Header
	Body   []byte
}

// Forward calls the admin API and hands its answer through. What is no answer of a gateway, such as a proxy's page or a
// refused token, is an *Error.
func (c *Client) Forward(ctx context.Context, forward ForwardRequest) (ForwardResponse, error) {
	target := strings.TrimRight(c.base.String(), "/") + "/api/v1/" + forward.Path
	if forward.Query != "" {
		target += "?" + forward.Query
	}
	request, err := c.newRequest(ctx, forward.Method, target, bytes.NewReader(forward.Body))
	if err != nil {
		return ForwardResponse{}, err
	}
	for name, values := range forward.Header {
		request.Header[name] = values
	}
	if len(forward.Body) > 0 {
		request.Header.Set("Content-Type", "application/json")
	}
	if forward.Actor != "" {
		request.Header.Set(ActorHeader, forward.Actor)
	}
	response, body, err := c.do(request)
	if forward.Method != http.MethodGet && forward.Method != http.MethodHead {
		c.answers.forget()
	}
	if err != nil {
		return ForwardResponse{}, err
	}
	code := response.StatusCode
	if code < 200 || code == http.StatusUnauthorized || (code >= 300 && code < 400) || (code >= 400 && gatewayMessage(body) == "") {
		return ForwardResponse{}, c.responseError(response, body)
	}
	return ForwardResponse{Status: code, Header: response.Header, Body: body}, nil
}
