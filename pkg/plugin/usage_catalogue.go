package plugin

// usageMeasure is something the ledger sums, with its unit in Grafana.
type usageMeasure struct {
	name, label, unit string
}

// The ledger's measures and dimensions. They are named in catalogue/src/usage.ts; a test keeps these lists equal to it.
var (
	usageMeasures = []usageMeasure{
		{"requests", "Requests", "short"},
		{"errors", "Errors", "short"},
		{"aborted", "Aborted", "short"},
		{"input_tokens", "Input tokens", "short"},
		{"cached_input_tokens", "Cached input tokens", "short"},
		{"output_tokens", "Output tokens", "short"},
		{"reasoning_tokens", "Reasoning tokens", "short"},
		{"total_tokens", "Total tokens", "short"},
		{"cost_usd", "Cost", "currencyUSD"},
		{"unpriced_requests", "Unpriced requests", "short"},
	}
	usageDimensions = []string{"model", "provider", "key", "team", "user", "status", "error_type", "streaming"}
)

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
