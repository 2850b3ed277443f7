package gateway

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// TokenHint tells where the admin token of a gateway is found.
const TokenHint = "It is the value of LLM_GATEWAY_ADMIN_TOKEN, or the content of secrets/admin-token " +
	"in the gateway's data dir (data/gateway for npm start)."

const refusedToken = "The gateway refused the admin token. Set the right one in the data source's settings. " + TokenHint

// errorBody is the shape of the gateway's errors.
type errorBody struct {
	Error struct {
		Message string `json:"message"`
		Param   string `json:"param"`
	} `json:"error"`
}

// responseError explains an answer other than 200.
func (c *Client) responseError(response *http.Response, body []byte) *Error {
	code := response.StatusCode
	message := gatewayMessage(body)
	switch {
	case code >= 300 && code < 400:
		message = fmt.Sprintf("%s redirects to %s. Set the gateway's own address as the URL in the data source's settings.",
			c.URL(), response.Header.Get("Location"))
	case message == "" && (code == http.StatusUnauthorized || code == http.StatusNotFound):
		// The gateway says why; this is another site's login or its "not found" page.
		return c.notAGateway(code)
	case code == http.StatusUnauthorized:
		message = refusedToken
	case code == http.StatusRequestURITooLong || code == http.StatusRequestHeaderFieldsTooLarge:
		message = "The query is too long for the gateway: choose fewer filter values. " +
			"For a variable's \"All\", give the variable the custom all value .* , which sets no filter."
	case message != "" && code < 500:
		message = "The gateway refused the request: " + message
	case message != "":
		message = fmt.Sprintf("The gateway failed (%s): %s", describe(code), message)
	default:
		message = fmt.Sprintf("The gateway at %s, or a proxy before it, answered %s.", c.URL(), describe(code))
	}
	return &Error{
		Status:     queryStatus(code),
		Source:     backend.ErrorSourceFromHTTPStatus(code),
		HTTPStatus: code,
		Message:    message,
	}
}

// gatewayMessage is the gateway's own explanation, which names the parameter it is about, or nothing.
func gatewayMessage(body []byte) string {
	var decoded errorBody
	// What is not the gateway's error shape has no message to pass on.
	if err := json.Unmarshal(body, &decoded); err != nil || decoded.Error.Message == "" {
		return ""
	}
	if strings.Contains(decoded.Error.Message, decoded.Error.Param) {
		return decoded.Error.Message
	}
	return fmt.Sprintf("%s (parameter %s)", decoded.Error.Message, decoded.Error.Param)
}

// queryStatus passes an error's status on; a redirect is an error of the gateway's address.
func queryStatus(code int) backend.Status {
	if code < 400 {
		return backend.StatusBadGateway
	}
	return backend.Status(code)
}

func describe(code int) string {
	if text := http.StatusText(code); text != "" {
		return fmt.Sprintf("%d %s", code, text)
	}
	return fmt.Sprint(code)
}
