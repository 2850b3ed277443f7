// Package plugin answers Grafana's queries, resource calls, live streams and health checks from an LLM Gateway.
package plugin

import (
	"context"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/instancemgmt"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

var (
	_ backend.QueryDataHandler      = (*Datasource)(nil)
	_ backend.CheckHealthHandler    = (*Datasource)(nil)
	_ backend.CallResourceHandler   = (*Datasource)(nil)
	_ backend.StreamHandler         = (*Datasource)(nil)
	_ instancemgmt.InstanceDisposer = (*Datasource)(nil)
)

// Datasource is one configured data source: one gateway.
type Datasource struct {
	// uid names the data source in the channels of Grafana Live.
	uid    string
	client *gateway.Client
	// settingsErr is what is wrong with the settings; client is nil then.
	settingsErr error
	// liveRetry is how long the first of a row of broken live streams is waited after.
	liveRetry time.Duration
}

// NewDatasource makes the instance for a data source's settings. Grafana makes a new one whenever they change.
//
// Wrong settings do not fail here, because Grafana would show "plugin error" and keep the reason to its log:
// they are kept, to be told by the health check and by each query.
func NewDatasource(ctx context.Context, instance backend.DataSourceInstanceSettings) (instancemgmt.Instance, error) {
	client, err := newClient(ctx, instance)
	return &Datasource{uid: instance.UID, client: client, settingsErr: err, liveRetry: firstLiveRetry}, nil
}

// Dispose is called when the settings have changed or the data source is gone.
func (d *Datasource) Dispose() {
	if d.client != nil {
		d.client.Close()
	}
}
