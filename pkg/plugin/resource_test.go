package plugin

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// forwarded is what reached the gateway.
type forwarded struct {
	method, uri, body, actor, authorization string
	header                                  http.Header
}

// recordCalls answers every call alike and records it.
func recordCalls(calls *[]forwarded, code int, header map[string]string, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		read, _ := io.ReadAll(r.Body)
		*calls = append(*calls, forwarded{r.Method, r.URL.RequestURI(), string(read),
			r.Header.Get("X-Llm-Gateway-Actor"), r.Header.Get("Authorization"), r.Header})
		for name, value := range header {
			w.Header().Set(name, value)
		}
		w.WriteHeader(code)
		_, _ = w.Write([]byte(body))
	}
}

// callResource calls as a user, nil for nobody; the answer is put together of its messages.
func callResource(t *testing.T, datasource *Datasource, user *backend.User, method, url, body string, header map[string][]string) *backend.CallResourceResponse {
	t.Helper()
	path, _, _ := strings.Cut(url, "?")
	var answer *backend.CallResourceResponse
	err := datasource.CallResource(context.Background(), &backend.CallResourceRequest{
		PluginContext: backend.PluginContext{User: user},
		Path:          path, URL: url, Method: method, Body: []byte(body), Headers: header,
	}, backend.CallResourceResponseSenderFunc(func(part *backend.CallResourceResponse) error {
		if answer == nil {
			answer = part
		} else {
			answer.Body = append(answer.Body, part.Body...)
		}
		return nil
	}))
	require.NoError(t, err)
	require.NotNil(t, answer)
	assert.NotContains(t, string(answer.Body), testToken)
	return answer
}

func userWith(role string) *backend.User {
	return &backend.User{Login: "ada", Role: role}
}

func TestRolesOfResources(t *testing.T) {
	for _, test := range []struct {
		method, url, body string
		// lowest is the lowest role that may.
		lowest string
	}{
		{"GET", "keys", "", "Viewer"},
		{"GET", "providers/openai/test", "", "Viewer"},
		{"HEAD", "keys", "", "Viewer"},
		{"POST", "providers/openai/test", "", "Editor"},
		{"POST", "providers/openai/test?model=gpt-4o", " {} ", "Editor"},
		{"POST", "providers/eu%2Fopenai/test", "", "Editor"},
		{"POST", "providers/openai/test", `{"base_url":"http://10.0.0.1"}`, "Admin"},
		{"POST", "providers/openai%2ftest", "", "Editor"},
		{"POST", "providers/openai%252ftest", "", "Admin"},
		{"POST", "providers/test", "", "Admin"},
		{"POST", "providers", `{"name":"x"}`, "Admin"},
		{"POST", "keys/providers/x/test", "", "Admin"},
		{"POST", "keys/ci/rotate", "", "Admin"},
		{"PUT", "providers/openai/test", "", "Admin"},
		{"DELETE", "providers/openai/test", "", "Admin"},
		{"POST", "keys", `{"name":"ci"}`, "Admin"},
		{"PUT", "keys/ci", `{}`, "Admin"},
		{"PATCH", "simulator/demo", `{}`, "Admin"},
		{"DELETE", "keys/ci", "", "Admin"},
		{"POST", "config/reload", "", "Admin"},
	} {
		allowed := map[string]bool{
			"Viewer": test.lowest == "Viewer", "Editor": test.lowest != "Admin", "Admin": true, "": false, "None": false, "admin": false,
		}
		for role, may := range allowed {
			t.Run(test.method+" "+test.url+" as "+role, func(t *testing.T) {
				var calls []forwarded
				datasource := datasourceOf(t, recordCalls(&calls, 200, nil, `{}`))
				answer := callResource(t, datasource, userWith(role), test.method, test.url, test.body, nil)
				if may {
					assert.Equal(t, 200, answer.Status)
					require.Len(t, calls, 1)
					assert.Equal(t, test.method, calls[0].method)
					assert.Equal(t, "/api/v1/"+test.url, calls[0].uri)
					return
				}
				assert.Equal(t, 403, answer.Status)
				assert.Contains(t, string(answer.Body), "This needs the role "+test.lowest+" in Grafana")
				assert.Empty(t, calls)
			})
		}
	}
}

func TestNobodyMayNothing(t *testing.T) {
	var calls []forwarded
	answer := callResource(t, datasourceOf(t, recordCalls(&calls, 200, nil, `{}`)), nil, "GET", "keys", "", nil)
	assert.Equal(t, 403, answer.Status)
	assert.Empty(t, calls)
}

func TestCallsThatAreNotPassedOn(t *testing.T) {
	for name, test := range map[string]struct {
		method, url, body string
		status            int
		code              string
	}{
		"dot segment":              {"GET", "keys/../../../metrics", "", 400, "ambiguous_path"},
		"encoded dots":             {"GET", "keys/%2e%2e/%2E%2E/metrics", "", 400, "ambiguous_path"},
		"half-encoded dots":        {"GET", "keys/.%2e/config", "", 400, "ambiguous_path"},
		"encoded slash and dots":   {"GET", "keys/..%2f..%2fmetrics", "", 400, "ambiguous_path"},
		"twice encoded":            {"GET", "keys/%252e%252e/metrics", "", 400, "ambiguous_path"},
		"thrice encoded":           {"GET", "keys/%25252e%25252e%25252fmetrics", "", 400, "ambiguous_path"},
		"beside a bad encoding":    {"GET", "keys/%25zz/%252e%252e", "", 400, "ambiguous_path"},
		"backslashes":              {"GET", `keys\..\..\metrics`, "", 400, "ambiguous_path"},
		"encoded backslashes":      {"GET", "keys/..%5c..%5cmetrics", "", 400, "ambiguous_path"},
		"single dot":               {"GET", "./keys", "", 400, "ambiguous_path"},
		"empty segment":            {"GET", "keys//ci", "", 400, "ambiguous_path"},
		"another host":             {"GET", "//evil.example/keys", "", 400, "ambiguous_path"},
		"another URL":              {"GET", "http://evil.example/keys", "", 400, "ambiguous_path"},
		"line break":               {"GET", "keys/a%0d%0ab", "", 400, "ambiguous_path"},
		"no UTF-8":                 {"GET", "keys/%ff", "", 400, "ambiguous_path"},
		"nothing":                  {"GET", "", "", 400, "ambiguous_path"},
		"bad encoding":             {"GET", "keys/%zz", "", 400, "ambiguous_path"},
		"stream":                   {"GET", "requests/live", "", 400, "not_a_resource"},
		"stream, encoded":          {"GET", "requests%2flive?team=x", "", 400, "not_a_resource"},
		"unknown method":           {"TRACE", "keys", "", 405, "method_not_allowed"},
		"lower-case method":        {"delete", "keys/ci", "", 405, "method_not_allowed"},
		"a body that is too large": {"POST", "keys", `"` + strings.Repeat("x", maxResourceBytes) + `"`, 413, "body_too_large"},
	} {
		t.Run(name, func(t *testing.T) {
			var calls []forwarded
			answer := callResource(t, datasourceOf(t, recordCalls(&calls, 200, nil, `{}`)), userWith("Admin"), test.method, test.url, test.body, nil)
			assert.Equal(t, test.status, answer.Status)
			assert.Contains(t, string(answer.Body), `"code":"`+test.code+`"`)
			assert.Empty(t, calls)
		})
	}
}

// Grafana tells the path decoded too; either alone is enough to refuse.
func TestTheDecodedPathIsCheckedToo(t *testing.T) {
	var calls []forwarded
	err := datasourceOf(t, recordCalls(&calls, 200, nil, `{}`)).CallResource(context.Background(), &backend.CallResourceRequest{
		PluginContext: backend.PluginContext{User: userWith("Admin")}, Path: "keys/../config", URL: "keys", Method: "GET",
	}, backend.CallResourceResponseSenderFunc(func(part *backend.CallResourceResponse) error {
		assert.Equal(t, 400, part.Status)
		return nil
	}))
	require.NoError(t, err)
	assert.Empty(t, calls)
}

func TestWhatIsPassedOn(t *testing.T) {
	var calls []forwarded
	datasource := datasourceOf(t, recordCalls(&calls, 201, map[string]string{
		"Content-Type": "application/json; charset=utf-8", "ETag": `"3"`, "Set-Cookie": "a=b", "Location": "/api/v1/keys/ci", "Authorization": "x",
	}, `{"name":"ci"}`))
	answer := callResource(t, datasource, &backend.User{Login: "ada\r\nX-Evil: 1", Role: "Admin"}, "PUT", "models/org%2Fmodel%2050%25?revision=2&q=a%26b",
		`{"a":1}`, map[string][]string{
			"If-Match": {`"2"`}, "Cookie": {"grafana_session=s"}, "Authorization": {"Bearer of-the-browser"},
			"X-Llm-Gateway-Actor": {"root"}, "X-Forwarded-For": {"1.2.3.4"},
		})
	require.Len(t, calls, 1)
	assert.Equal(t, "/api/v1/models/org%2Fmodel%2050%25?revision=2&q=a%26b", calls[0].uri)
	assert.Equal(t, `{"a":1}`, calls[0].body)
	assert.Equal(t, "ada  X-Evil: 1", calls[0].actor)
	assert.Equal(t, "Bearer "+testToken, calls[0].authorization)
	assert.Equal(t, `"2"`, calls[0].header.Get("If-Match"))
	assert.Equal(t, "application/json", calls[0].header.Get("Content-Type"))
	for _, name := range []string{"Cookie", "X-Forwarded-For", "X-Evil"} {
		assert.Empty(t, calls[0].header.Get(name), name)
	}
	assert.Equal(t, 201, answer.Status)
	assert.JSONEq(t, `{"name":"ci"}`, string(answer.Body))
	assert.Equal(t, map[string][]string{"Content-Type": {"application/json; charset=utf-8"}, "Etag": {`"3"`}}, answer.Headers)
}

func TestWhoCalls(t *testing.T) {
	for want, user := range map[string]backend.User{
		"ada":                {Login: "ada", Email: "ada@example.com", Role: "Viewer"},
		"ada@example.com":    {Email: "ada@example.com", Role: "Viewer"},
		"anonymous (Viewer)": {Role: "Viewer"},
		"Zoë":                {Login: "Zoë", Role: "Viewer"},
	} {
		var calls []forwarded
		callResource(t, datasourceOf(t, recordCalls(&calls, 200, nil, `{}`)), &user, "GET", "keys", "", nil)
		require.Len(t, calls, 1)
		assert.Equal(t, want, calls[0].actor)
	}
}

func TestErrorsOfTheGatewayAreHandedThrough(t *testing.T) {
	const body = `{"error":{"message":"There is one already.","type":"conflict","param":"name","code":"exists"}}`
	for _, code := range []int{400, 403, 404, 409, 412, 429, 503} {
		var calls []forwarded
		datasource := datasourceOf(t, recordCalls(&calls, code, map[string]string{"Retry-After": "5"}, body))
		answer := callResource(t, datasource, userWith("Admin"), "POST", "keys", `{"name":"ci"}`, nil)
		assert.Equal(t, code, answer.Status)
		assert.JSONEq(t, body, string(answer.Body))
		assert.Equal(t, []string{"5"}, answer.Headers["Retry-After"])
	}
}

func TestAnswersThatAreNotTheGateways(t *testing.T) {
	for name, test := range map[string]struct {
		code   int
		body   string
		status int
		want   string
	}{
		// A 401 would make Grafana's pages take the user's session for ended.
		"refused token": {401, `{"error":{"message":"Wrong token."}}`, 502, "gateway_token_refused"},
		"proxy's page":  {502, `<h1>Bad Gateway</h1>`, 502, "answered 502 Bad Gateway"},
		"redirect":      {302, ``, 502, "redirects to"},
		"other site":    {404, `<h1>Not found</h1>`, 502, "does not look like LLM Gateway"},
	} {
		t.Run(name, func(t *testing.T) {
			var calls []forwarded
			answer := callResource(t, datasourceOf(t, recordCalls(&calls, test.code, nil, test.body)), userWith("Viewer"), "GET", "keys", "", nil)
			assert.Equal(t, test.status, answer.Status)
			assert.Contains(t, string(answer.Body), test.want)
		})
	}
}

func TestResourcesOfWrongSettings(t *testing.T) {
	datasource := newTestDatasource(t, backend.DataSourceInstanceSettings{URL: "nowhere"})
	answer := callResource(t, datasource, userWith("Admin"), "GET", "keys", "", nil)
	assert.Equal(t, 400, answer.Status)
	assert.Contains(t, string(answer.Body), "URL: the gateway's address must begin with")
}

func TestLongAnswersComeWhole(t *testing.T) {
	var calls []forwarded
	long := `"` + strings.Repeat("x", 3*resourceChunk) + `"`
	answer := callResource(t, datasourceOf(t, recordCalls(&calls, 200, nil, long)), userWith("Viewer"), "GET", "requests/export", "", nil)
	assert.Equal(t, long, string(answer.Body))
}
