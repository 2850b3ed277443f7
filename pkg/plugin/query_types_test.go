package plugin

import (
	"context"
	"net/http"
	"os"
	"regexp"
	"testing"

	"github.com/grafana/dataplane/sdata/numeric"
	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/experimental"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each case asks a gateway that answers files of testdata by path, and compares the frames with testdata/<name>.jsonc.
var queryCases = []struct {
	name, queryType, query string
	answers                map[string]string
	// requests are those that reach the gateway, in order.
	requests []string
}{
	{"requests_table", "requests", `{"filters":[{"dimension":"team","values":["search","none"]},{"dimension":"tag:project","values":["x"]}],"minDurationMs":0.5,"minCostUsd":0.00000025}`,
		map[string]string{"/api/v1/requests": "requests_two.json"},
		[]string{"/api/v1/requests?from=1795255200000&limit=100&min_cost_usd=0.00000025&min_duration_ms=0.5&tag%3Aproject=x&team=search&team=&to=1795264200000"}},
	{"requests_none", "requests", `{"limit":5,"search":"4BF92F"}`,
		map[string]string{"/api/v1/requests": "requests_none.json"},
		[]string{"/api/v1/requests?from=1795255200000&limit=5&q=4bf92f&to=1795264200000"}},
	{"requests_logs", "requests", `{"format":"logs","search":" req_019aa5f1-0001 "}`,
		map[string]string{"/api/v1/requests": "requests_two.json"},
		[]string{"/api/v1/requests?limit=100&q=req_019aa5f1-0001"}},
	{"values", "values", `{"dimension":"team","filters":[{"dimension":"model","values":["gpt-4o"]}]}`,
		map[string]string{"/api/v1/usage": "values_team.json"},
		[]string{"/api/v1/usage?from=1795255200000&group_by=team&limit=1000&measures=requests&model=gpt-4o&to=1795264200000"}},
	{"providers", "providers", `{}`,
		map[string]string{"/health": "health.json", "/api/v1/deployments": "deployments.json"},
		[]string{"/health", "/api/v1/deployments"}},
	{"deployments", "providers", `{"level":"deployment"}`,
		map[string]string{"/health": "health.json", "/api/v1/deployments": "deployments.json"},
		[]string{"/health", "/api/v1/deployments"}},
	{"budgets", "budgets", `{}`,
		map[string]string{"/api/v1/budgets": "budgets.json"},
		[]string{"/api/v1/budgets?limit=5000"}},
	{"events", "events", `{"types":["breaker","breaker","store_down"]}`,
		map[string]string{"/api/v1/events": "events.json"},
		[]string{"/api/v1/events?from=1795255200000&limit=1000&order=desc&to=1795264200000&type=breaker%2Cstore_down"}},
	{"live", "live", `{"filters":[{"dimension":"team","values":["search"]}]}`,
		map[string]string{"/api/v1/requests": "requests_two.json"},
		[]string{"/api/v1/requests?from=1795255200000&limit=100&team=search&to=1795264200000"}},
}

func TestFramesOfEachQueryType(t *testing.T) {
	for _, test := range queryCases {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			response := queryAs(t, datasourceOf(t, answerFiles(t, test.answers, &got)), test.queryType, test.query)
			require.NoError(t, response.Error)
			assert.Equal(t, test.requests, got)
			experimental.CheckGoldenJSONResponse(t, "testdata", "query_"+test.name, &response, *update)
		})
	}
}

// answerFiles answers with a file for each path and records the requests. /health answers as a gateway that is not ready.
func answerFiles(t *testing.T, files map[string]string, got *[]string) http.HandlerFunc {
	t.Helper()
	bodies := map[string][]byte{}
	for path, name := range files {
		body, err := os.ReadFile("testdata/" + name)
		require.NoError(t, err)
		bodies[path] = body
	}
	return func(w http.ResponseWriter, r *http.Request) {
		*got = append(*got, r.URL.RequestURI())
		body, ok := bodies[r.URL.Path]
		if !ok {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		if r.URL.Path == "/health" {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
		_, _ = w.Write(body)
	}
}

func TestWrongQueriesNameTheField(t *testing.T) {
	for _, test := range []struct{ queryType, query, want string }{
		{"requests", `{"format":"time_series"}`, `format: "time_series" is unknown; use "table" or "logs".`},
		{"requests", `{"limit":1001}`, "limit: 1001 is not possible; use 1 to 1000 requests"},
		{"requests", `{"limit":-1}`, "limit: -1 is not possible"},
		{"requests", `{"minCostUsd":-1}`, "minCostUsd: -1 is not possible"},
		{"requests", `{"minDurationMs":-1}`, "minDurationMs: -1 is not possible"},
		{"requests", `{"search":"why"}`, `search: "why" is neither the beginning of a request id`},
		{"requests", `{"filters":[{"dimension":"limit","values":["1"]}]}`, `filters: "limit" is not a dimension`},
		{"requests", `{"limit":"many"}`, "The requests query cannot be read:"},
		{"values", `{}`, `dimension: "" is not a dimension; use one of model,`},
		{"values", `{"dimension":"team","filters":[{"dimension":"to"}]}`, `filters: "to" is not a dimension`},
		{"values", `[]`, "The values query cannot be read:"},
		{"providers", `{"level":"model"}`, `level: "model" is unknown; use "provider" or "deployment".`},
		{"providers", `[]`, "The providers query cannot be read:"},
		{"events", `{"types":["party"]}`, `types: "party" is unknown; use some of breaker,`},
		{"events", `{"types":"breaker"}`, "The events query cannot be read:"},
		{"live", `{"filters":[{"dimension":"cursor","values":["1"]}]}`, `filters: "cursor" is not a dimension`},
		{"live", `{"filters":7}`, "The live query cannot be read:"},
		{"live", `{"filters":[{"dimension":"model","values":["gpt-4o-2024-11-20","claude-sonnet-4-5-20250929","gemini-2.5-flash-lite-preview","o3-deep-research"]}]}`,
			"filters: they are too long for a live stream"},
	} {
		t.Run(test.want, func(t *testing.T) {
			var got []string
			response := queryAs(t, datasourceOf(t, answerFiles(t, nil, &got)), test.queryType, test.query)
			require.ErrorContains(t, response.Error, test.want)
			assert.Equal(t, backend.StatusBadRequest, response.Status)
			assert.Equal(t, backend.ErrorSourceDownstream, response.ErrorSource)
			assert.Empty(t, got, "a wrong query must not reach the gateway")
		})
	}
}

func TestAnswersThatAreNotWhatTheyShouldBe(t *testing.T) {
	for queryType, body := range map[string]string{
		"requests":  `{"requests":[{"model":"gpt-4o"}]}`,
		"providers": `{"status":"ok"}`,
		"budgets":   `{}`,
		"events":    `{"events":[{"type":"breaker"}]}`,
		"values":    `{"groups":[{"team":"search"}]}`,
	} {
		t.Run(queryType, func(t *testing.T) {
			response := queryAs(t, datasourceOf(t, func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(body)) }),
				queryType, `{"dimension":"team"}`)
			require.ErrorContains(t, response.Error, "may be of different versions")
			assert.Equal(t, backend.ErrorSourcePlugin, response.ErrorSource)
		})
	}
}

// An alert rule takes one number for each set of labels; this is the reader that Grafana uses.
func TestAlertRulesReadTheShareOfBudgets(t *testing.T) {
	var got []string
	datasource := datasourceOf(t, answerFiles(t, map[string]string{"/api/v1/budgets": "budgets.json"}, &got))
	response, err := datasource.QueryData(context.Background(), &backend.QueryDataRequest{
		Headers: map[string]string{fromAlertHeader: "true"},
		Queries: []backend.DataQuery{{RefID: "A", QueryType: budgetsQueryType, JSON: []byte(`{}`)}},
	})
	require.NoError(t, err)
	require.NoError(t, response.Responses["A"].Error)
	reader, err := numeric.CollectionReaderFromFrames(response.Responses["A"].Frames)
	require.NoError(t, err)
	collection, err := reader.GetCollection(false)
	require.NoError(t, err)
	require.NoError(t, collection.Warning)
	shares := map[string]float64{}
	for _, ref := range collection.Refs {
		assert.Equal(t, "share_used", ref.GetMetricName())
		share, _, err := ref.NullableFloat64Value()
		require.NoError(t, err)
		shares[ref.GetLabels().String()] = *share
	}
	assert.Equal(t, map[string]float64{
		"budget=teams, kind=team, subject=search, unit=usd": 0.85,
		"budget=teams, kind=team, subject=ads, unit=usd":    0,
	}, shares)
}

// The gateway's list is TypeScript; this is where Go's copy of its names is held to it.
func TestEventTypesAreTheGateways(t *testing.T) {
	source, err := os.ReadFile("../../gateway/src/events/event.ts")
	require.NoError(t, err)
	list := regexp.MustCompile(`GATEWAY_EVENT_TYPES = \[([^\]]*)\]`).FindSubmatch(source)
	require.NotNil(t, list)
	var types []string
	for _, match := range regexp.MustCompile(`'([^']+)'`).FindAllSubmatch(list[1], -1) {
		types = append(types, string(match[1]))
	}
	assert.Equal(t, types, eventTypes)
}
