package plugin

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

// eventsQueryType asks what happened: circuit breakers, budgets, reloads, alerts. It is made for annotations.
const eventsQueryType = "events"

// eventTypes are named in gateway/src/events/event.ts; a test keeps this list equal to it.
var eventTypes = []string{
	"breaker",
	"credential_refused",
	"config_reloaded",
	"budget_warning",
	"budget_exhausted",
	"budget_reset",
	"alert_firing",
	"alert_resolved",
	"redis_down",
	"redis_up",
	"store_down",
	"store_up",
}

// eventsQuery is an events query; src/datasource/types.ts is its other half.
type eventsQuery struct {
	// Types are those to keep; none keeps all.
	Types []string `json:"types"`
}

// queryEvents answers with the newest events of the time range, the oldest first, as annotations.
func (d *Datasource) queryEvents(ctx context.Context, query backend.DataQuery) (data.Frames, error) {
	var events eventsQuery
	if err := json.Unmarshal(query.JSON, &events); err != nil {
		return nil, userErrorf("The events query cannot be read: %w.", err)
	}
	for _, name := range events.Types {
		if !slices.Contains(eventTypes, name) {
			return nil, userErrorf("types: %q is unknown; use some of %s, or none for all.", name, strings.Join(eventTypes, ", "))
		}
	}
	request := gateway.EventsRequest{
		From:  query.TimeRange.From,
		To:    query.TimeRange.To,
		Types: unique(events.Types),
		Limit: gateway.MaxLimit,
	}
	response, err := d.client.Events(ctx, request)
	if err != nil {
		return nil, err
	}
	slices.Reverse(response.Events)
	frame := eventsTable(response.Events)
	frame.Meta.ExecutedQueryString = request.String()
	if response.NextCursor != "" {
		frame.Meta.Notices = append(frame.Meta.Notices, data.Notice{
			Severity: data.NoticeSeverityInfo,
			Text:     fmt.Sprintf("Only the newest %d events are shown. Choose types or a shorter time range.", len(response.Events)),
		})
	}
	if response.Partial {
		frame.Meta.Notices = append(frame.Meta.Notices, data.Notice{
			Severity: data.NoticeSeverityWarning,
			Text:     "The gateway's store is down: these are only the events that one replica remembers.",
		})
	}
	return data.Frames{frame}, nil
}

// eventsTable has the fields that Grafana reads annotations from.
func eventsTable(events []gateway.Event) *data.Frame {
	frame := data.NewFrame("events",
		column(events, "time", "Time", "", func(e gateway.Event) time.Time { return e.Time.UTC() }),
		column(events, "title", "Title", "", eventTitle),
		column(events, "text", "Text", "", eventText),
		// Grafana takes a text for tags with commas between.
		column(events, "tags", "Tags", "", func(e gateway.Event) string { return strings.Join(eventTags(e), ",") }),
		column(events, "type", "Type", "", func(e gateway.Event) string { return e.Type }),
		column(events, "id", "Id", "", func(e gateway.Event) string { return e.ID }),
	)
	return frame.SetMeta(&data.FrameMeta{Type: data.FrameTypeTable, PreferredVisualization: data.VisTypeTable})
}
