package plugin

import (
	"context"
	"flag"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/require"
)

const testToken = "lgw-admin-token-of-the-test"

// update rewrites the golden frames: go test ./pkg/plugin -update
var update = flag.Bool("update", false, "write the golden files in testdata")

// newTestDatasource makes an instance as Grafana does.
func newTestDatasource(t *testing.T, settings backend.DataSourceInstanceSettings) *Datasource {
	t.Helper()
	if settings.JSONData == nil {
		settings.JSONData = []byte(`{}`)
	}
	settings.Type, settings.UID, settings.Name = "llmgateway-datasource", "test", "LLM Gateway"
	instance, err := NewDatasource(context.Background(), settings)
	require.NoError(t, err)
	datasource := instance.(*Datasource)
	t.Cleanup(datasource.Dispose)
	return datasource
}

// datasourceOf is a data source whose gateway is the handler.
func datasourceOf(t *testing.T, handler http.HandlerFunc) *Datasource {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return newTestDatasource(t, backend.DataSourceInstanceSettings{
		URL:                     server.URL,
		DecryptedSecureJSONData: map[string]string{adminTokenKey: testToken},
	})
}

// answerFile answers every request with a file of testdata and records the last request.
func answerFile(t *testing.T, name string, got *http.Request) http.HandlerFunc {
	t.Helper()
	body, err := os.ReadFile("testdata/" + name)
	require.NoError(t, err)
	return func(w http.ResponseWriter, r *http.Request) {
		*got = *r
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(body)
	}
}

// query runs one query over 10:00 to 12:30 with half-hour steps.
func query(t *testing.T, datasource *Datasource, queryJSON string) backend.DataResponse {
	t.Helper()
	return queryAs(t, datasource, usageQueryType, queryJSON)
}

func queryAs(t *testing.T, datasource *Datasource, queryType, queryJSON string) backend.DataResponse {
	t.Helper()
	response, err := datasource.QueryData(context.Background(), &backend.QueryDataRequest{
		Queries: []backend.DataQuery{{
			RefID:         "A",
			QueryType:     queryType,
			Interval:      30 * time.Minute,
			MaxDataPoints: 100,
			TimeRange: backend.TimeRange{
				From: time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC),
				To:   time.Date(2026, 11, 21, 12, 30, 0, 0, time.UTC),
			},
			JSON: []byte(queryJSON),
		}},
	})
	require.NoError(t, err)
	require.Len(t, response.Responses, 1)
	return response.Responses["A"]
}
