package gateway

import (
	"context"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestErrorAnswers(t *testing.T) {
	const jsonType, htmlType = "application/json", "text/html"
	const body = `{"error":{"message":"\"colour\" is not a dimension.","type":"invalid_request_error","param":"group_by","code":"unknown_dimension"}}`
	for name, test := range map[string]struct {
		code              int
		contentType, body string
		message           string
		status            backend.Status
		source            backend.ErrorSource
	}{
		"refused parameter": {400, jsonType, body,
			`The gateway refused the request: "colour" is not a dimension. (parameter group_by)`, 400, "downstream"},
		"refused parameter, named": {400, jsonType, `{"error":{"message":"from must be before to.","param":"from"}}`,
			"The gateway refused the request: from must be before to.", 400, "downstream"},
		"refused token":        {401, jsonType, `{"error":{"message":"Wrong token."}}`, refusedToken, 401, "downstream"},
		"another site's login": {401, jsonType, `{"message":"Unauthorized"}`, "does not look like LLM Gateway", 502, "downstream"},
		"unknown path": {404, jsonType, `{"error":{"message":"No such path."}}`,
			"The gateway refused the request: No such path.", 404, "downstream"},
		"gateway failed": {503, jsonType, `{"error":{"message":"The database is down."}}`,
			"The gateway failed (503 Service Unavailable): The database is down.", 503, "downstream"},
		"proxy failed":        {502, htmlType, "<h1>Bad Gateway</h1>", "answered 502 Bad Gateway.", 502, "downstream"},
		"web page, not found": {404, htmlType, "<h1>Not found</h1>", "does not look like LLM Gateway", 502, "downstream"},
		"too many values":     {431, "", "", "choose fewer filter values", 431, "plugin"},
		"web page":            {200, htmlType, "<html>", "does not look like LLM Gateway", 502, "downstream"},
		"other JSON":          {200, jsonType, `{"groups":7}`, "may be of different versions", 502, "plugin"},
	} {
		t.Run(name, func(t *testing.T) {
			client := serve(t, "", answer(test.code, test.contentType, test.body))
			_, err := client.Usage(context.Background(), UsageRequest{})
			var got *Error
			require.ErrorAs(t, err, &got)
			assert.Contains(t, got.Message, test.message)
			assert.Equal(t, test.status, got.Status)
			assert.Equal(t, test.source, got.Source)
		})
	}
}

func TestStatusOfSomethingElse(t *testing.T) {
	for name, handler := range map[string]struct {
		code int
		body string
	}{
		"another API's 404":   {404, `{"error":{"message":"Invalid URL (GET /v1/api/v1/status)"}}`},
		"JSON without fields": {200, `{}`},
		"a web page":          {200, `<!doctype html>`},
	} {
		t.Run(name, func(t *testing.T) {
			client := serve(t, "/v1", answer(handler.code, "", handler.body))
			assert.Equal(t, "What answers at "+client.URL()+" does not look like LLM Gateway. "+
				"Check the URL: it is the address of the gateway itself, such as http://localhost:4000, "+
				"without /v1 unless a proxy adds that path.", failure(t, client).Message)
		})
	}
}
