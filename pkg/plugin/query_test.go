package plugin

import (
	"context"
	"net/http"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestQueryTypeComesFromTheQueryOrItsJSON(t *testing.T) {
	for name, test := range map[string]struct{ queryType, json, want string }{
		"query":                 {"usage", `{"format":"table","measures":["requests"]}`, ""},
		"JSON alone":            {"", `{"queryType":"usage","format":"table","measures":["requests"]}`, ""},
		"left out":              {"", `{"format":"table","measures":["requests"]}`, ""},
		"unknown":               {"logs", `{}`, `queryType: "logs" is not a query of this data source; use one of budgets, events, live, providers, requests, usage, values.`},
		"unknown in the JSON":   {"", `{"queryType":"logs"}`, `queryType: "logs" is not a query of this data source; use one of budgets, events, live, providers, requests, usage, values.`},
		"not even JSON":         {"", `{`, "The query cannot be read: unexpected end of JSON input."},
		"no measure":            {"usage", `{}`, "measures: choose at least one of requests, errors,"},
		"unknown measure":       {"usage", `{"measures":["latency"]}`, `measures: "latency" is unknown; use one of requests,`},
		"unknown dimension":     {"usage", `{"measures":["requests"],"groupBy":["colour"]}`, `groupBy: "colour" is not a dimension; use one of model,`},
		"filter by a parameter": {"usage", `{"measures":["requests"],"filters":[{"dimension":"from","values":["0"]}]}`, `filters: "from" is not a dimension`},
		"unknown format":        {"usage", `{"format":"logs","measures":["requests"]}`, `format: "logs" is unknown; use "time_series" or "table".`},
		"negative limit":        {"usage", `{"limit":-1,"measures":["requests"]}`, "limit: -1 is negative"},
		"wrong JSON type":       {"usage", `{"measures":"requests"}`, "The usage query cannot be read:"},
	} {
		t.Run(name, func(t *testing.T) {
			var got http.Request
			response := queryAs(t, datasourceOf(t, answerFile(t, "usage_total.json", &got)), test.queryType, test.json)
			if test.want == "" {
				require.NoError(t, response.Error)
				assert.Equal(t, backend.StatusOK, response.Status)
				return
			}
			require.ErrorContains(t, response.Error, test.want)
			assert.Equal(t, backend.StatusBadRequest, response.Status)
			assert.Equal(t, backend.ErrorSourceDownstream, response.ErrorSource)
			assert.Nil(t, got.URL, "a wrong query must not reach the gateway")
		})
	}
}

func TestGatewayErrorsKeepStatusAndSource(t *testing.T) {
	for name, test := range map[string]struct {
		code   int
		body   string
		status backend.Status
		source backend.ErrorSource
	}{
		"refused":       {400, `{"error":{"message":"Too many buckets.","param":"bucket"}}`, 400, backend.ErrorSourceDownstream},
		"token":         {401, `{"error":{"message":"Wrong admin token."}}`, 401, backend.ErrorSourceDownstream},
		"down":          {503, `{"error":{"message":"The database is down."}}`, 503, backend.ErrorSourceDownstream},
		"contract":      {200, `{"groups":[],"totals":{}}`, 502, backend.ErrorSourcePlugin},
		"not a gateway": {200, `<html>`, 502, backend.ErrorSourceDownstream},
	} {
		t.Run(name, func(t *testing.T) {
			response := query(t, datasourceOf(t, func(w http.ResponseWriter, _ *http.Request) {
				w.WriteHeader(test.code)
				_, _ = w.Write([]byte(test.body))
			}), `{"format":"table","measures":["requests"]}`)
			require.Error(t, response.Error)
			assert.Equal(t, test.status, response.Status)
			assert.Equal(t, test.source, response.ErrorSource)
			assert.Empty(t, response.Frames)
		})
	}
}

func TestOneFailedQueryLeavesTheOthersWhole(t *testing.T) {
	var got http.Request
	response, err := datasourceOf(t, answerFile(t, "usage_total.json", &got)).QueryData(context.Background(), &backend.QueryDataRequest{
		Queries: []backend.DataQuery{
			{RefID: "A", QueryType: "usage", JSON: []byte(`{"format":"table","measures":["requests"]}`)},
			{RefID: "B", QueryType: "usage", JSON: []byte(`{}`)},
		},
	})
	require.NoError(t, err)
	require.NoError(t, response.Responses["A"].Error)
	require.Error(t, response.Responses["B"].Error)
}

func TestCancelledQueryStopsTheRequest(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	stopped := make(chan struct{})
	datasource := datasourceOf(t, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
		close(stopped)
	})
	response, err := datasource.QueryData(ctx, &backend.QueryDataRequest{
		Queries: []backend.DataQuery{{RefID: "A", JSON: []byte(`{"measures":["requests"]}`)}},
	})
	require.NoError(t, err)
	<-stopped
	require.ErrorIs(t, response.Responses["A"].Error, context.Canceled)
	assert.Equal(t, backend.ErrorSourceDownstream, response.Responses["A"].ErrorSource)
}
