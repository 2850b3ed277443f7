package plugin

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func checkHealth(t *testing.T, datasource *Datasource) *backend.CheckHealthResult {
	t.Helper()
	result, err := datasource.CheckHealth(context.Background(), &backend.CheckHealthRequest{})
	require.NoError(t, err)
	assert.NotContains(t, result.Message+string(result.JSONDetails), testToken)
	return result
}

func TestHealthy(t *testing.T) {
	for body, want := range map[string]string{
		`{"version":"0.1.0","started_at":"2026-11-21T10:00:00.000Z","models":3,"providers":2}`: "Connected to LLM Gateway 0.1.0: 3 models, 2 providers.",
		`{"version":"0.2.0","started_at":"2026-11-21T10:00:00.000Z","models":1,"providers":1}`: "Connected to LLM Gateway 0.2.0: 1 model, 1 provider.",
		`{"version":"0.2.0","started_at":"2026-11-21T10:00:00.000Z","models":0,"providers":0}`: "Connected to LLM Gateway 0.2.0: 0 models, 0 providers.",
	} {
		result := checkHealth(t, datasourceOf(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(body)) }))
		assert.Equal(t, want, result.Message)
		assert.Equal(t, backend.HealthStatusOk, result.Status)
	}
}

func TestHealthDetails(t *testing.T) {
	datasource := datasourceOf(t, func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte(`{"version":"0.1.0","started_at":"2026-11-21T10:00:00.000Z","models":0,"providers":2}`))
	})
	assert.JSONEq(t, `{"url":"`+datasource.client.URL()+`","version":"0.1.0","startedAt":"2026-11-21T10:00:00.000Z","models":0,"providers":2}`,
		string(checkHealth(t, datasource).JSONDetails))
}

func TestUnhealthy(t *testing.T) {
	for name, test := range map[string]struct {
		handler http.HandlerFunc
		want    string
		details string
	}{
		"refused token": {
			func(w http.ResponseWriter, _ *http.Request) {
				w.WriteHeader(http.StatusUnauthorized)
				_, _ = w.Write([]byte(`{"error":{"message":"Wrong admin token."}}`))
			},
			"The gateway refused the admin token. Set the right one in the data source's settings. " +
				"It is the value of LLM_GATEWAY_ADMIN_TOKEN, or the content of secrets/admin-token in the gateway's data dir",
			`"httpStatus":401`,
		},
		"another web site": {http.NotFound, "does not look like LLM Gateway. Check the URL", `"httpStatus":404`},
		"a web page": {
			func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("<html>")) },
			"does not look like LLM Gateway. Check the URL", `"httpStatus":200`,
		},
		"another API": {
			func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(`{"status":"ok"}`)) },
			"does not look like LLM Gateway. Check the URL", `"httpStatus":200`,
		},
		"unreadable status": {
			func(w http.ResponseWriter, _ *http.Request) {
				_, _ = w.Write([]byte(`{"version":"1","models":"many"}`))
			},
			"may be of different versions", `"url"`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			result := checkHealth(t, datasourceOf(t, test.handler))
			assert.Equal(t, backend.HealthStatusError, result.Status)
			assert.Contains(t, result.Message, test.want)
			assert.Contains(t, string(result.JSONDetails), test.details)
		})
	}
}

func TestUnreachable(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	server.Close()
	result := checkHealth(t, newTestDatasource(t, backend.DataSourceInstanceSettings{
		URL:                     server.URL,
		DecryptedSecureJSONData: map[string]string{adminTokenKey: testToken},
	}))
	assert.Contains(t, result.Message, "Cannot reach the gateway at "+server.URL+": connection refused. "+
		"Is it running, and is the URL reachable from the Grafana server?")
	assert.Contains(t, string(result.JSONDetails), `"verboseMessage":"dial tcp`)
}

func TestTimeoutOfTheSettings(t *testing.T) {
	release := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-release }))
	t.Cleanup(server.Close)
	t.Cleanup(func() { close(release) })
	result := checkHealth(t, newTestDatasource(t, backend.DataSourceInstanceSettings{
		URL:                     server.URL,
		JSONData:                []byte(`{"timeout":1}`),
		DecryptedSecureJSONData: map[string]string{adminTokenKey: testToken},
	}))
	assert.Contains(t, result.Message, "did not answer in time")
}
