package plugin

import (
	"cmp"
	"slices"
	"time"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

// standing is how a provider or a deployment stands now.
type standing struct {
	name, kind, provider, model string
	// status of a provider is unknown, healthy, failing or disabled; of a deployment ready, not_ready or disabled.
	status string
	// since is zero for a deployment that is disabled.
	since  time.Time
	reason string
	// breaker is closed, half_open or open; empty for a provider without deployments.
	breaker string
	// active is how many calls are under way.
	active           int64
	requests, tokens *gateway.RateLimit
}

// breakerOrder is from good to bad.
var breakerOrder = []string{"", "closed", "half_open", "open"}

// providerStandings tells of each provider what its last call came to and, of its deployments, the worst breaker, all
// calls under way, and the rate limit of which the least is left.
func providerStandings(providers []gateway.ProviderHealth, deployments []gateway.Deployment) []standing {
	standings := make([]standing, len(providers))
	for i, provider := range providers {
		standings[i] = standing{
			name: provider.Name, kind: provider.Type, provider: provider.Name,
			status: provider.Status, since: provider.Since, reason: provider.Reason,
		}
		// A deployment is in the answer once for each model that it serves, with calls of its own.
		for _, deployment := range deployments {
			if deployment.Provider == provider.Name {
				standings[i].add(deployment)
			}
		}
	}
	slices.SortFunc(standings, func(a, b standing) int { return cmp.Compare(a.name, b.name) })
	return standings
}

func (s *standing) add(deployment gateway.Deployment) {
	if slices.Index(breakerOrder, deployment.Breaker) > slices.Index(breakerOrder, s.breaker) {
		s.breaker = deployment.Breaker
	}
	s.active += deployment.InFlight
	s.requests = tighter(s.requests, deployment.Headroom.Requests)
	s.tokens = tighter(s.tokens, deployment.Headroom.Tokens)
}

// tighter is the limit of which the smaller share is left.
func tighter(a, b *gateway.RateLimit) *gateway.RateLimit {
	if a == nil || b == nil {
		return cmp.Or(a, b)
	}
	if b.Remaining*a.Limit < a.Remaining*b.Limit {
		return b
	}
	return a
}

func deploymentStandings(providers []gateway.ProviderHealth, deployments []gateway.Deployment) []standing {
	kinds := map[string]string{}
	for _, provider := range providers {
		kinds[provider.Name] = provider.Type
	}
	standings := make([]standing, len(deployments))
	for i, deployment := range deployments {
		standings[i] = standing{
			name: deployment.Name, kind: kinds[deployment.Provider], provider: deployment.Provider, model: deployment.Model,
			status: deployment.Status, since: deployment.BreakerSince, reason: deployment.Reason,
			breaker: deployment.Breaker, active: deployment.InFlight,
			requests: deployment.Headroom.Requests, tokens: deployment.Headroom.Tokens,
		}
	}
	slices.SortFunc(standings, func(a, b standing) int {
		return cmp.Or(cmp.Compare(a.name, b.name), cmp.Compare(a.model, b.model))
	})
	return standings
}
