// The backend of the "LLM Gateway" data source, run by Grafana as a child process.
package main

import (
	"os"

	"github.com/grafana/grafana-plugin-sdk-go/backend/datasource"
	"github.com/grafana/grafana-plugin-sdk-go/backend/log"

	"github.com/llmgateway/llm-gateway/pkg/plugin"
)

// pluginID is the id in src/datasource/plugin.json. It must stay a constant: the SDK's build sets a variable of this
// name to the app's id.
const pluginID = "llmgateway-datasource"

func main() {
	if err := datasource.Manage(pluginID, plugin.NewDatasource, datasource.ManageOpts{}); err != nil {
		log.DefaultLogger.Error("The data source's backend ended", "error", err)
		os.Exit(1)
	}
}
