package plugin

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

// eventTitle is what happened, in a few words.
func eventTitle(event gateway.Event) string {
	switch event.Type {
	case "breaker":
		return fmt.Sprintf("Circuit breaker of %s: %s", place(event), strings.ReplaceAll(event.To, "_", " "))
	case "credential_refused":
		return fmt.Sprintf("%s refused the credential", place(event))
	case "config_reloaded":
		return "Configuration reloaded"
	case "budget_warning":
		return fmt.Sprintf("Budget %s: %s used", event.Budget, share(event))
	case "budget_exhausted":
		return fmt.Sprintf("Budget %s is spent", event.Budget)
	case "budget_reset":
		return fmt.Sprintf("Budget %s began anew", event.Budget)
	case "alert_firing":
		return fmt.Sprintf("Alert %s is firing", event.Alert)
	case "alert_resolved":
		return fmt.Sprintf("Alert %s is resolved", event.Alert)
	case "redis_down":
		return "Redis is down"
	case "redis_up":
		return "Redis is back"
	case "store_down":
		return "The store is down"
	case "store_up":
		return "The store is back"
	default:
		return event.Type
	}
}

// eventText is what is to be known of it besides; it may be empty.
func eventText(event gateway.Event) string {
	switch event.Type {
	case "breaker", "credential_refused":
		if event.Followed {
			return event.Reason + " (found by another replica)"
		}
		return event.Reason
	case "config_reloaded":
		if len(event.RestartNeeded) > 0 {
			return "Restart the gateway for changes of: " + strings.Join(event.RestartNeeded, ", ")
		}
		return ""
	case "budget_warning", "budget_exhausted", "budget_reset":
		return budgetText(event)
	case "alert_firing", "alert_resolved":
		return event.Summary
	default:
		return event.Reason
	}
}

func budgetText(event gateway.Event) string {
	text := fmt.Sprintf("%s %s: ", event.Subject.Kind, event.Subject.Value)
	if event.Used != nil {
		text += amount(*event.Used, event.Unit) + " of "
	}
	text += amount(event.Limit, event.Unit)
	if event.Type == "budget_exhausted" && event.Hard {
		text += "; requests are refused"
	}
	return text
}

// eventTags are the event's type and what it is about.
func eventTags(event gateway.Event) []string {
	tags := []string{event.Type}
	for _, tag := range []string{event.Provider, event.Budget, event.Alert, event.Severity} {
		// A comma would make two of it.
		if tag != "" {
			tags = append(tags, strings.ReplaceAll(tag, ",", " "))
		}
	}
	return tags
}

func place(event gateway.Event) string {
	return cmp.Or(event.Deployment, event.Provider)
}

func share(event gateway.Event) string {
	if event.Threshold == nil {
		return "much"
	}
	return strconv.FormatFloat(*event.Threshold*100, 'f', -1, 64) + " %"
}

func amount(value float64, unit string) string {
	if unit == "usd" {
		return "$" + strconv.FormatFloat(value, 'f', -1, 64)
	}
	return strconv.FormatFloat(value, 'f', -1, 64) + " " + unit
}
