package plugin

import (
	"context"
	"encoding/json"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"
)

// providersQueryType asks how providers or deployments stand now.
const providersQueryType = "providers"

const (
	levelProvider   = "provider"
	levelDeployment = "deployment"
)

// providersQuery is a providers query; src/datasource/types.ts is its other half.
type providersQuery struct {
	Level string `json:"level"`
}

// queryProviders answers with how providers or deployments stand now on the replica that answers, whatever the time
// range is.
func (d *Datasource) queryProviders(ctx context.Context, query backend.DataQuery) (data.Frames, error) {
	var providers providersQuery
	if err := json.Unmarshal(query.JSON, &providers); err != nil {
		return nil, userErrorf("The providers query cannot be read: %w.", err)
	}
	if providers.Level != "" && providers.Level != levelProvider && providers.Level != levelDeployment {
		return nil, userErrorf("level: %q is unknown; use %q or %q.", providers.Level, levelProvider, levelDeployment)
	}
	health, err := d.client.Health(ctx)
	if err != nil {
		return nil, err
	}
	deployments, err := d.client.Deployments(ctx)
	if err != nil {
		return nil, err
	}
	standings := providerStandings(health.Providers, deployments)
	if providers.Level == levelDeployment {
		standings = deploymentStandings(health.Providers, deployments)
	}
	return data.Frames{standingsTable(standings, providers.Level == levelDeployment)}, nil
}
