package gateway

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const testToken = "lgw-admin-token-of-the-test"

// serve starts a gateway that answers every request with the handler, and a client of it at a path.
func serve(t *testing.T, path string, handler http.HandlerFunc) *Client {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return clientOf(t, server.URL+path, server.Client())
}

func clientOf(t *testing.T, address string, httpClient *http.Client) *Client {
	t.Helper()
	base, err := url.Parse(address)
	require.NoError(t, err)
	return NewClient(base, testToken, httpClient)
}

// answer is a handler with one answer.
func answer(code int, contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		w.WriteHeader(code)
		_, _ = w.Write([]byte(body))
	}
}

// failure is the error of asking for the status, as *Error.
func failure(t *testing.T, client *Client) *Error {
	t.Helper()
	_, err := client.Status(context.Background())
	require.Error(t, err)
	var failure *Error
	require.ErrorAs(t, err, &failure)
	assert.NotContains(t, failure.Error(), testToken)
	return failure
}

func TestRequestCarriesTokenAndPath(t *testing.T) {
	var got *http.Request
	client := serve(t, "/llm", func(w http.ResponseWriter, r *http.Request) {
		got = r
		answer(200, "application/json", `{"version":"0.1.0"}`)(w, r)
	})
	_, err := client.Status(context.Background())
	require.NoError(t, err)
	assert.Equal(t, "/llm/api/v1/status", got.URL.Path)
	assert.Equal(t, "Bearer "+testToken, got.Header.Get("Authorization"))
	assert.Equal(t, "application/json", got.Header.Get("Accept"))
}

func TestRedirectIsReportedAndNotFollowed(t *testing.T) {
	followed := false
	client := serve(t, "", func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/login" {
			followed = true
		}
		http.Redirect(w, r, "/login", http.StatusFound)
	})
	assert.Contains(t, failure(t, client).Message, "redirects to /login. Set the gateway's own address")
	assert.False(t, followed)
}

func TestTooLargeAnswer(t *testing.T) {
	client := serve(t, "", answer(200, "application/json", `"`+strings.Repeat("x", maxResponseBytes)+`"`))
	got := failure(t, client)
	assert.Contains(t, got.Message, "too large. Choose a shorter time range")
	assert.EqualValues(t, 400, got.Status)
}
