package plugin

import (
	"net/http"
	"testing"

	"github.com/grafana/dataplane/sdata/numeric"
	"github.com/grafana/dataplane/sdata/timeseries"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Alert rules read frames by Grafana's data plane contract; these are the readers that Grafana uses.
func TestAlertRulesCanReadEveryFrame(t *testing.T) {
	series := map[string]int{
		"series_one_measure": 2, "series_two_measures": 4, "series_limited": 1,
		"series_total": 1, "series_total_without_requests": 1, "series_without_groups": 0, "series_mean": 2,
	}
	numbers := map[string]int{
		"table_by_model_and_team": 6, "table_limited": 4, "table_total": 3, "table_without_groups": 0, "table_top_of_many": 4,
	}
	for _, test := range usageCases {
		t.Run(test.name, func(t *testing.T) {
			var got http.Request
			response := query(t, datasourceOf(t, answerFile(t, test.answer, &got)), test.query)
			require.NoError(t, response.Error)
			if want, ok := series[test.name]; ok {
				reader, err := timeseries.CollectionReaderFromFrames(response.Frames)
				require.NoError(t, err)
				collection, err := reader.GetCollection(true)
				require.NoError(t, err)
				require.NoError(t, collection.Warning)
				assert.Len(t, collection.Refs, want)
				assert.Equal(t, want == 0, collection.NoData())
				return
			}
			reader, err := numeric.CollectionReaderFromFrames(response.Frames)
			require.NoError(t, err)
			collection, err := reader.GetCollection(false)
			require.NoError(t, err)
			require.NoError(t, collection.Warning)
			assert.Len(t, collection.Refs, numbers[test.name])
			assert.Equal(t, numbers[test.name] == 0, collection.NoData())
		})
	}
}
