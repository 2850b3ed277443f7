package plugin

import (
	"encoding/base64"
	"errors"
	"net/url"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/live"
)

// livePath is where live requests are in the data source's channels. Filters follow it in the path, so that a channel
// says all by itself: it outlives a restart of the plugin, and those who watch the same share one stream.
const livePath = "requests"

// maxChannel is the longest channel that Grafana takes.
const maxChannel = 160

// liveChannel is the channel of requests that pass the filters.
func liveChannel(uid string, filters map[string][]string) (string, error) {
	path := livePath
	if len(filters) > 0 {
		// Of equal filters it is the same: names are sorted.
		path += "/" + base64.RawURLEncoding.EncodeToString([]byte(url.Values(filters).Encode()))
	}
	channel := live.Channel{Scope: live.ScopeDatasource, Namespace: uid, Path: path}
	if length := len(channel.String()); length > maxChannel {
		return "", userErrorf("filters: they are too long for a live stream, by about %d characters. Choose fewer values; "+
			"for a variable's \"All\", give the variable the custom all value .* , which sets no filter.",
			(length-maxChannel)*3/4+1)
	}
	return channel.String(), nil
}

var errUnknownChannel = errors.New("there is no such channel of live requests")

// liveFilters are the filters that a channel's path says.
func liveFilters(path string) (map[string][]string, error) {
	if path == livePath {
		return nil, nil
	}
	encoded, ok := strings.CutPrefix(path, livePath+"/")
	if !ok {
		return nil, errUnknownChannel
	}
	decoded, err := base64.RawURLEncoding.DecodeString(encoded)
	if err != nil {
		return nil, errUnknownChannel
	}
	filters, err := url.ParseQuery(string(decoded))
	if err != nil || len(filters) == 0 {
		return nil, errUnknownChannel
	}
	for dimension := range filters {
		if checkDimension("filters", dimension) != nil {
			return nil, errUnknownChannel
		}
	}
	return filters, nil
}
