package plugin

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/grafana/grafana-plugin-sdk-go/backend"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

const (
	// maxResourceBytes is the largest body that is passed on.
	maxResourceBytes = 1 << 20
	// resourceChunk is how much of an answer goes in one message to Grafana.
	resourceChunk = 1 << 20
)

// Headers that are passed on to the gateway, and from it. No other is: neither the browser's cookies nor its name for
// whoever asks.
var (
	forwardedHeaders = []string{"If-Match"}
	answeredHeaders  = []string{"Content-Type", "Content-Disposition", "Etag", "Retry-After", "Cache-Control"}
)

// CallResource passes calls of the admin API on: a path keys/ci is /api/v1/keys/ci of the gateway. Who may do what is
// checked against the role that the user has in Grafana; the gateway's status and body are handed through.
func (d *Datasource) CallResource(ctx context.Context, request *backend.CallResourceRequest, sender backend.CallResourceResponseSender) error {
	if d.settingsErr != nil {
		return sender.Send(refusal(http.StatusBadRequest, "invalid_settings", d.settingsErr.Error()))
	}
	call, refused := readResourceCall(request)
	if refused != nil {
		return sender.Send(refused)
	}
	if refused := checkRole(request.PluginContext.User, call); refused != nil {
		return sender.Send(refused)
	}
	forward := gateway.ForwardRequest{
		Method: call.method,
		Path:   call.escapedPath,
		Query:  call.query,
		Header: http.Header{},
		Body:   call.body,
		Actor:  actorOf(request.PluginContext.User),
	}
	for _, name := range forwardedHeaders {
		if value := request.GetHTTPHeader(name); value != "" {
			forward.Header.Set(name, value)
		}
	}
	response, err := d.client.Forward(ctx, forward)
	if err != nil {
		return sender.Send(failedCall(err))
	}
	return sendAnswer(sender, response)
}

// sendAnswer hands an answer through, in as many messages as it takes.
func sendAnswer(sender backend.CallResourceResponseSender, answer gateway.ForwardResponse) error {
	headers := map[string][]string{}
	for _, name := range answeredHeaders {
		if values := answer.Header.Values(name); len(values) > 0 {
			headers[name] = values
		}
	}
	body := answer.Body
	first := body[:min(len(body), resourceChunk)]
	if err := sender.Send(&backend.CallResourceResponse{Status: answer.Status, Headers: headers, Body: first}); err != nil {
		return err
	}
	for body = body[len(first):]; len(body) > 0; {
		chunk := body[:min(len(body), resourceChunk)]
		if err := sender.Send(&backend.CallResourceResponse{Status: answer.Status, Body: chunk}); err != nil {
			return err
		}
		body = body[len(chunk):]
	}
	return nil
}

// failedCall answers for a gateway that did not. Its refusal of the data source's token is none of the user's session,
// which Grafana's pages would take a 401 for.
func failedCall(err error) *backend.CallResourceResponse {
	status, code := http.StatusInternalServerError, "plugin_error"
	if failure, ok := errors.AsType[*gateway.Error](err); ok {
		status, code = int(failure.Status), "gateway_failed"
		if failure.HTTPStatus == http.StatusUnauthorized {
			status, code = http.StatusBadGateway, "gateway_token_refused"
		}
	}
	return refusal(status, code, err.Error())
}

// actorOf names a user for the gateway's audit log.
func actorOf(user *backend.User) string {
	name := user.Login
	if name == "" {
		name = user.Email
	}
	if name == "" {
		return fmt.Sprintf("anonymous (%s)", user.Role)
	}
	return printable(name)
}
