package plugin

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

// adminTokenKey is the token's name in secureJsonData.
const adminTokenKey = "adminToken"

// newClient makes the gateway's client from a data source's settings, or says which of them to mend.
func newClient(ctx context.Context, instance backend.DataSourceInstanceSettings) (*gateway.Client, error) {
	base, err := parseURL(instance.URL)
	if err != nil {
		return nil, err
	}
	// A token read from a file usually ends with a line break, which no header may contain.
	token := strings.TrimSpace(instance.DecryptedSecureJSONData[adminTokenKey])
	if token == "" {
		return nil, errors.New("Admin token: set it in the data source's settings. " + gateway.TokenHint)
	}
	options, err := instance.HTTPClientOptions(ctx)
	if err != nil {
		return nil, fmt.Errorf("The data source's settings cannot be read: %w.", err)
	}
	// The SDK takes a timeout of 0, or one that is not a number, for "wait for ever".
	if options.Timeouts.Timeout <= 0 {
		options.Timeouts.Timeout = httpclient.DefaultTimeoutOptions.Timeout
	}
	client, err := httpclient.New(options)
	if err != nil {
		return nil, fmt.Errorf("TLS: the certificates in the data source's settings cannot be used: %w.", err)
	}
	return gateway.NewClient(base, token, client), nil
}

func parseURL(text string) (*url.URL, error) {
	const example = "such as http://localhost:4000"
	text = strings.TrimRight(strings.TrimSpace(text), "/")
	if text == "" {
		return nil, fmt.Errorf("URL: set the gateway's address in the data source's settings, %s.", example)
	}
	parsed, err := url.Parse(text)
	if err != nil || parsed.Host == "" || (parsed.Scheme != "http" && parsed.Scheme != "https") {
		// The text itself is left out: it might hold a password.
		return nil, fmt.Errorf("URL: the gateway's address must begin with http:// or https:// and name a host, %s.", example)
	}
	if parsed.User != nil || parsed.RawQuery != "" || parsed.Fragment != "" {
		return nil, fmt.Errorf("URL: leave out user name, password, query and fragment; the gateway's address is enough, %s.", example)
	}
	return parsed, nil
}
