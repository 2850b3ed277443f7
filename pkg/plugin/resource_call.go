package plugin

import (
	"bytes"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// resourceMethods are those that the admin API knows.
var resourceMethods = []string{
	http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete,
}

// liveResource is a stream that never ends; the live query is the way to it.
const liveResource = "requests/live"

// resourceCall is a call that is safe to pass on.
type resourceCall struct {
	method string
	// path is decoded once, as the gateway reads it.
	path string
	// escapedPath is the same, URL-encoded: a name may have a / in it.
	escapedPath string
	query       string
	// body is nil where there is none, or one that says nothing.
	body []byte
}

// readResourceCall takes a call apart, or says why it is not passed on.
func readResourceCall(request *backend.CallResourceRequest) (resourceCall, *backend.CallResourceResponse) {
	call := resourceCall{method: request.Method, body: request.Body}
	if !slices.Contains(resourceMethods, call.method) {
		return call, refusal(http.StatusMethodNotAllowed, "method_not_allowed", fmt.Sprintf("%s is not a method of the admin API.", printable(call.method)))
	}
	if len(call.body) > maxResourceBytes {
		return call, refusal(http.StatusRequestEntityTooLarge, "body_too_large",
			fmt.Sprintf("The body has %d bytes; at most %d are passed on.", len(call.body), maxResourceBytes))
	}
	// The URL is what the caller wrote; the path alone has lost which slashes were encoded.
	parsed, err := url.Parse(request.URL)
	if err != nil || parsed.Host != "" || parsed.Scheme != "" {
		return call, ambiguousPath()
	}
	call.escapedPath, call.query = strings.TrimPrefix(parsed.EscapedPath(), "/"), parsed.RawQuery
	call.path = strings.TrimPrefix(parsed.Path, "/")
	if !isPlain(call.path) || !isPlain(request.Path) {
		return call, ambiguousPath()
	}
	if call.path == liveResource {
		return call, refusal(http.StatusBadRequest, "not_a_resource", "Live requests are a stream: use a query of the type live.")
	}
	// Pages send {} for "no body".
	if trimmed := bytes.TrimSpace(call.body); len(trimmed) == 0 || string(trimmed) == "{}" || string(trimmed) == "null" {
		call.body = nil
	}
	return call, nil
}

var encodedByte = regexp.MustCompile(`%[0-9A-Fa-f]{2}`)

// isPlain is whether all who read a path, however often they decode it, understand the same by it: nothing climbs out
// of /api/v1, and nothing is left out.
func isPlain(path string) bool {
	for {
		if strings.ContainsFunc(path, func(r rune) bool { return unicode.IsControl(r) || r == unicode.ReplacementChar || r == '\\' }) {
			return false
		}
		segments := strings.Split(strings.TrimPrefix(path, "/"), "/")
		if slices.ContainsFunc(segments, func(segment string) bool { return segment == "" || segment == "." || segment == ".." }) {
			return false
		}
		// A % that encodes nothing is one of the name.
		decoded := encodedByte.ReplaceAllStringFunc(path, func(encoded string) string {
			unescaped, _ := url.PathUnescape(encoded)
			return unescaped
		})
		if decoded == path {
			return true
		}
		path = decoded
	}
}

func ambiguousPath() *backend.CallResourceResponse {
	return refusal(http.StatusBadRequest, "ambiguous_path",
		"The path must name something of the admin API, such as keys/ci, without segments that are empty, . or .., and without control characters.")
}

// printable keeps a text from breaking out of the header or the message that it is put into.
func printable(text string) string {
	cleaned := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
	return strings.TrimSpace(cleaned)
}
