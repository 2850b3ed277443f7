package plugin

// kindSum is the kind of measures that add up over groups and buckets. Of others, means and quantiles, there is no
// value where there were no requests.
const kindSum = "sum"

// usageMeasure is something the ledger tells of a group of requests, with its unit in Grafana.
type usageMeasure struct {
	name, label, unit, kind string
}

func (m usageMeasure) adds() bool {
	return m.kind == kindSum
}

// The ledger's measures and dimensions. They are named in catalogue/src/usage.ts; a test keeps these lists equal to it.
var (
	usageMeasures = []usageMeasure{
		{"requests", "Requests", "short", "sum"},
		{"errors", "Errors", "short", "sum"},
		{"aborted", "Aborted", "short", "sum"},
		{"input_tokens", "Input tokens", "short", "sum"},
		{"cached_input_tokens", "Cached input tokens", "short", "sum"},
		{"cache_write_tokens", "Cache write tokens", "short", "sum"},
		{"audio_input_tokens", "Audio input tokens", "short", "sum"},
		{"output_tokens", "Output tokens", "short", "sum"},
		{"reasoning_tokens", "Reasoning tokens", "short", "sum"},
		{"audio_output_tokens", "Audio output tokens", "short", "sum"},
		{"total_tokens", "Total tokens", "short", "sum"},
		{"cost_usd", "Cost", "currencyUSD", "sum"},
		{"saved_usd", "Saved by the cache", "currencyUSD", "sum"},
		{"unpriced_requests", "Unpriced requests", "short", "sum"},
		{"avg_duration_ms", "Mean duration", "ms", "mean"},
		{"avg_first_token_ms", "Mean time to first token", "ms", "mean"},
		{"p50_duration_ms", "Median duration", "ms", "quantile"},
		{"p95_duration_ms", "Duration, 95th percentile", "ms", "quantile"},
		{"p99_duration_ms", "Duration, 99th percentile", "ms", "quantile"},
		{"p95_first_token_ms", "Time to first token, 95th percentile", "ms", "quantile"},
	}
	usageDimensions = []string{
		"model",
		"provider",
		"key",
		"team",
		"user",
		"feature",
		"environment",
		"status",
		"error_type",
		"streaming",
		"cache",
		"served_model",
		"deployment",
		"operation",
	}
)

// tagPrefix begins a dimension that is a tag of requests, as in tag:project.
const tagPrefix = "tag:"

func measureNamed(name string) (usageMeasure, bool) {
	for _, measure := range usageMeasures {
		if measure.name == name {
			return measure, true
		}
	}
	return usageMeasure{}, false
}

func measureNames() []string {
	names := make([]string, len(usageMeasures))
	for i, measure := range usageMeasures {
		names[i] = measure.name
	}
	return names
}
