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

func TestWrongSettingsNameTheFieldAndKeepSecrets(t *testing.T) {
	for name, test := range map[string]struct {
		url, token, jsonData, want string
	}{
		"no URL":        {"  ", testToken, `{}`, "URL: set the gateway's address"},
		"no scheme":     {"localhost:4000", testToken, `{}`, "URL: the gateway's address must begin with http:// or https://"},
		"other scheme":  {"ftp://gw", testToken, `{}`, "URL: the gateway's address must begin with http:// or https://"},
		"no host":       {"http://", testToken, `{}`, "URL: the gateway's address must begin with http:// or https:// and name a host"},
		"not a URL":     {"http://gw:hunter2@[", testToken, `{}`, "URL: the gateway's address must begin"},
		"password":      {"http://admin:hunter2@gw", testToken, `{}`, "URL: leave out user name, password"},
		"query":         {"http://gw?token=hunter2", testToken, `{}`, "URL: leave out user name, password, query"},
		"no token":      {"http://gw", "\n", `{}`, "Admin token: set it in the data source's settings."},
		"broken JSON":   {"http://gw", testToken, `{`, "settings cannot be read"},
		"no CA in cert": {"http://gw", testToken, `{"tlsAuthWithCACert":true}`, "TLS: the certificates"},
	} {
		t.Run(name, func(t *testing.T) {
			datasource := newTestDatasource(t, backend.DataSourceInstanceSettings{
				URL:      test.url,
				JSONData: []byte(test.jsonData),
				DecryptedSecureJSONData: map[string]string{
					adminTokenKey: test.token,
					"tlsCACert":   "not a certificate",
				},
			})
			health, err := datasource.CheckHealth(context.Background(), nil)
			require.NoError(t, err)
			assert.Equal(t, backend.HealthStatusError, health.Status)
			assert.Contains(t, health.Message, test.want)
			assert.NotContains(t, health.Message, "hunter2")
			assert.NotContains(t, health.Message, testToken)

			response := query(t, datasource, `{"measures":["requests"]}`)
			assert.EqualError(t, response.Error, health.Message)
			assert.Equal(t, backend.StatusBadRequest, response.Status)
			assert.Equal(t, backend.ErrorSourceDownstream, response.ErrorSource)
		})
	}
}

func TestSettingsAreTidied(t *testing.T) {
	var path, authorization string
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		path, authorization = r.URL.Path, r.Header.Get("Authorization")
	}))
	t.Cleanup(server.Close)
	datasource := newTestDatasource(t, backend.DataSourceInstanceSettings{
		URL:                     " " + server.URL + "/gateway// ",
		JSONData:                []byte(`{"timeout":"soon"}`),
		DecryptedSecureJSONData: map[string]string{adminTokenKey: testToken + "\n"},
	})
	_, err := datasource.CheckHealth(context.Background(), nil)
	require.NoError(t, err)
	assert.Equal(t, "/gateway/api/v1/status", path)
	assert.Equal(t, "Bearer "+testToken, authorization)
}
