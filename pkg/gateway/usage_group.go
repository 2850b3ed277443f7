package gateway

import (
	"strconv"
	"time"
)

// UnknownValue stands for a dimension that the gateway does not know of a request, such as the team of a key without one.
const UnknownValue = "none"

// UsageGroup is one group of the ledger's answer: its dimensions and measures by name, and the start of its bucket.
type UsageGroup map[string]any

// Time is the start of the group's bucket.
func (g UsageGroup) Time() (time.Time, error) {
	text, ok := g["time"].(string)
	if !ok {
		return time.Time{}, contractError("A group of the usage answer has no time.")
	}
	start, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return time.Time{}, contractError("The time %q of the usage answer is not ISO 8601.", text)
	}
	return start, nil
}

// Dimension is the group's value of a dimension as text.
func (g UsageGroup) Dimension(name string) string {
	switch value := g[name].(type) {
	case string:
		if value != "" {
			return value
		}
	case bool:
		return strconv.FormatBool(value)
	case float64:
		return strconv.FormatFloat(value, 'f', -1, 64)
	}
	return UnknownValue
}

// Measure is the group's value of a measure that adds up. One that is absent is an error: a zero would be a made-up
// number.
func (g UsageGroup) Measure(name string) (float64, error) {
	value, ok := g[name].(float64)
	if !ok {
		return 0, contractError("The usage answer has no number %q.", name)
	}
	return value, nil
}

// OptionalMeasure is the group's value of a mean or a quantile; nil where there is nothing to take it of.
func (g UsageGroup) OptionalMeasure(name string) (*float64, error) {
	if value, ok := g[name]; ok && value == nil {
		return nil, nil
	}
	value, err := g.Measure(name)
	return &value, err
}
