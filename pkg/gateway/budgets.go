package gateway

import (
	"context"
	"net/url"
	"time"
)

// maxBudgetPages bounds the budgets that are read: so many pages of budgetPage.
const (
	maxBudgetPages = 4
	budgetPage     = "5000"
)

// Budget is a budget and where it stands for each of its subjects.
type Budget struct {
	Name        string           `json:"name"`
	LimitUSD    *float64         `json:"limit_usd"`
	LimitTokens *float64         `json:"limit_tokens"`
	Standings   []BudgetStanding `json:"standings"`
}

// BudgetStanding is where a budget stands for one of its subjects; amounts are in the unit.
type BudgetStanding struct {
	Subject struct {
		Kind  string `json:"kind"`
		Value string `json:"value"`
	} `json:"subject"`
	// Unit is usd or tokens.
	Unit      string    `json:"unit"`
	Limit     float64   `json:"limit"`
	Used      float64   `json:"used"`
	Reserved  float64   `json:"reserved"`
	Remaining float64   `json:"remaining"`
	ResetsAt  time.Time `json:"resets_at"`
}

// Budgets asks for all budgets. Of a budget's subjects the gateway tells the hundred that are nearest to their limit.
func (c *Client) Budgets(ctx context.Context) ([]Budget, error) {
	var budgets []Budget
	query := url.Values{"limit": {budgetPage}}
	for range maxBudgetPages {
		var page struct {
			Budgets    []Budget `json:"budgets"`
			NextCursor string   `json:"next_cursor"`
		}
		if err := c.get(ctx, "api/v1/budgets", query, &page); err != nil {
			return nil, err
		}
		if page.Budgets == nil {
			return nil, contractError("The answer to budgets has no budgets.")
		}
		budgets = append(budgets, page.Budgets...)
		if page.NextCursor == "" {
			break
		}
		query.Set("cursor", page.NextCursor)
	}
	return budgets, nil
}
