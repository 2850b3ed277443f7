package plugin

import (
	"net/http"
	"testing"

	"github.com/grafana/grafana-plugin-sdk-go/experimental"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each case asks a gateway that answers a file of testdata, and compares the frames with testdata/<case>.jsonc.
var usageCases = []struct {
	name, answer, query, request string
}{
	{"table_by_model_and_team", "usage_by_model_and_team.json",
		`{"format":"table","measures":["requests","cost_usd"],"groupBy":["model","team"]}`,
		"from=1795255200000&group_by=model%2Cteam&measures=requests%2Ccost_usd&to=1795264200000"},
	{"table_limited", "usage_by_model_and_team.json",
		`{"format":"table","measures":["cost_usd","requests"],"groupBy":["model","team"],"limit":2}`,
		"from=1795255200000&group_by=model%2Cteam&limit=2&measures=cost_usd%2Crequests&to=1795264200000"},
	{"table_total", "usage_total.json",
		`{"format":"table","measures":["requests","total_tokens","cost_usd"],"filters":[{"dimension":"model","values":["gpt-4o","gpt-4o-mini"]},{"dimension":"team","values":[]}]}`,
		"from=1795255200000&measures=requests%2Ctotal_tokens%2Ccost_usd&model=gpt-4o&model=gpt-4o-mini&to=1795264200000"},
	{"table_without_groups", "usage_nothing.json",
		`{"format":"table","measures":["requests"],"groupBy":["model"]}`,
		"from=1795255200000&group_by=model&measures=requests&to=1795264200000"},
	{"series_one_measure", "usage_buckets_by_model.json",
		`{"format":"time_series","measures":["cost_usd"],"groupBy":["model"]}`,
		"bucket=30m&from=1795255200000&group_by=model&limit=100&measures=cost_usd&to=1795264200000"},
	{"series_two_measures", "usage_buckets_by_model.json",
		`{"format":"time_series","measures":["requests","cost_usd"],"groupBy":["model"]}`,
		"bucket=30m&from=1795255200000&group_by=model&limit=100&measures=requests%2Ccost_usd&to=1795264200000"},
	{"series_limited", "usage_buckets_by_model.json",
		`{"format":"time_series","measures":["requests"],"groupBy":["model"],"limit":1}`,
		"bucket=30m&from=1795255200000&group_by=model&limit=1&measures=requests&to=1795264200000"},
	{"series_total", "usage_buckets_total.json",
		`{"measures":["requests"]}`,
		"bucket=30m&from=1795255200000&measures=requests&to=1795264200000"},
	{"series_total_without_requests", "usage_nothing.json",
		`{"measures":["requests"]}`,
		"bucket=30m&from=1795255200000&measures=requests&to=1795264200000"},
	{"series_without_groups", "usage_nothing.json",
		`{"measures":["requests"],"groupBy":["model"]}`,
		"bucket=30m&from=1795255200000&group_by=model&limit=100&measures=requests&to=1795264200000"},
	{"table_top_of_many", "usage_top.json",
		`{"format":"table","measures":["p95_duration_ms","requests"],"groupBy":["tag:project"],"limit":2,"filters":[{"dimension":"tag:stage","values":["prod"]}]}`,
		"from=1795255200000&group_by=tag%3Aproject&limit=2&measures=p95_duration_ms%2Crequests&tag%3Astage=prod&to=1795264200000"},
	{"series_mean", "usage_buckets_mean.json",
		`{"measures":["avg_first_token_ms"],"groupBy":["model"]}`,
		"bucket=30m&from=1795255200000&group_by=model&limit=100&measures=avg_first_token_ms&to=1795264200000"},
}

func TestUsageFrames(t *testing.T) {
	for _, test := range usageCases {
		t.Run(test.name, func(t *testing.T) {
			var got http.Request
			response := query(t, datasourceOf(t, answerFile(t, test.answer, &got)), test.query)
			require.NoError(t, response.Error)
			assert.Equal(t, "/api/v1/usage", got.URL.Path)
			assert.Equal(t, test.request, got.URL.RawQuery)
			experimental.CheckGoldenJSONResponse(t, "testdata", test.name, &response, *update)
		})
	}
}
