package plugin

import (
	"context"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

// budgetsQueryType asks where the budgets stand now.
const budgetsQueryType = "budgets"

// budgetRow is a budget's standing for one of its subjects; nil if nobody has used it yet.
type budgetRow struct {
	budget   gateway.Budget
	standing *gateway.BudgetStanding
}

// queryBudgets answers with where each budget stands now for each of its subjects, whatever the time range is. An
// alert rule gets the share used alone, of those that are used: one number for each set of labels.
func (d *Datasource) queryBudgets(ctx context.Context, _ backend.DataQuery) (data.Frames, error) {
	budgets, err := d.client.Budgets(ctx)
	if err != nil {
		return nil, err
	}
	var rows []budgetRow
	for _, budget := range budgets {
		for _, standing := range budget.Standings {
			rows = append(rows, budgetRow{budget, &standing})
		}
		if len(budget.Standings) == 0 && !isOfAlertRule(ctx) {
			rows = append(rows, budgetRow{budget: budget})
		}
	}
	frame := newUsageFrame(data.FrameTypeNumericLong, data.VisTypeTable, nil)
	frame.Meta.ExecutedQueryString = "GET /api/v1/budgets"
	frame.Fields = data.Fields{
		column(rows, "budget", "Budget", "", func(r budgetRow) string { return r.budget.Name }),
		column(rows, "kind", "Kind", "", func(r budgetRow) string {
			return r.text(func(s gateway.BudgetStanding) string { return s.Subject.Kind })
		}),
		column(rows, "subject", "Subject", "", func(r budgetRow) string {
			return r.text(func(s gateway.BudgetStanding) string { return s.Subject.Value })
		}),
		column(rows, "unit", "Unit", "", budgetRow.unit),
	}
	share := column(rows, "share_used", "Share used", "percentunit", func(r budgetRow) *float64 { return r.number(shareUsed) })
	if isOfAlertRule(ctx) {
		frame.Fields = append(frame.Fields, share)
		return data.Frames{frame}, nil
	}
	frame.Fields = append(frame.Fields,
		column(rows, "limit", "Limit", "", budgetRow.limit),
		column(rows, "used", "Used", "", func(r budgetRow) *float64 {
			return r.number(func(s gateway.BudgetStanding) float64 { return s.Used })
		}),
		column(rows, "reserved", "Reserved", "", func(r budgetRow) *float64 {
			return r.number(func(s gateway.BudgetStanding) float64 { return s.Reserved })
		}),
		column(rows, "remaining", "Remaining", "", func(r budgetRow) *float64 {
			return r.number(func(s gateway.BudgetStanding) float64 { return s.Remaining })
		}),
		share,
		column(rows, "resets_at", "Resets at", "", budgetRow.resetsAt),
	)
	return data.Frames{frame}, nil
}

func (r budgetRow) text(of func(gateway.BudgetStanding) string) string {
	if r.standing == nil {
		return ""
	}
	return of(*r.standing)
}

func (r budgetRow) number(of func(gateway.BudgetStanding) float64) *float64 {
	if r.standing == nil {
		return nil
	}
	value := of(*r.standing)
	return &value
}

func (r budgetRow) unit() string {
	switch {
	case r.standing != nil:
		return r.standing.Unit
	case r.budget.LimitTokens != nil:
		return "tokens"
	default:
		return "usd"
	}
}

func (r budgetRow) limit() *float64 {
	switch {
	case r.standing != nil:
		return &r.standing.Limit
	case r.budget.LimitTokens != nil:
		return r.budget.LimitTokens
	default:
		return r.budget.LimitUSD
	}
}

func (r budgetRow) resetsAt() *time.Time {
	if r.standing == nil {
		return nil
	}
	at := r.standing.ResetsAt.UTC()
	return &at
}

// shareUsed counts what is reserved for requests under way as used: the gateway refuses by it.
func shareUsed(standing gateway.BudgetStanding) float64 {
	return (standing.Used + standing.Reserved) / standing.Limit
}
