package plugin

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
)

// roles of Grafana's organizations, each with all that those before it may.
var roles = []string{"Viewer", "Editor", "Admin"}

// checkRole refuses a call that needs a higher role than the user has.
func checkRole(user *backend.User, call resourceCall) *backend.CallResourceResponse {
	needed := neededRole(call)
	role := ""
	if user != nil {
		role = user.Role
	}
	if slices.Index(roles, role) >= slices.Index(roles, needed) {
		return nil
	}
	return refusal(http.StatusForbidden, "role_needed",
		fmt.Sprintf("This needs the role %s in Grafana; yours is %s. Ask an administrator of your Grafana organization.", needed, shownRole(role)))
}

// neededRole is Viewer to read, Editor to test a provider as it is, and Admin for all else. A test with a body calls a
// server of the caller's choice from the gateway's network, which only those may who could set it up.
func neededRole(call resourceCall) string {
	switch {
	case call.method == http.MethodGet || call.method == http.MethodHead:
		return "Viewer"
	case call.method == http.MethodPost && call.body == nil && isProviderTest(call.path):
		return "Editor"
	default:
		return "Admin"
	}
}

// isProviderTest is for providers/<name>/test; a name may have slashes in it.
func isProviderTest(path string) bool {
	name, ok := strings.CutPrefix(path, "providers/")
	if !ok {
		return false
	}
	name, ok = strings.CutSuffix(name, "/test")
	return ok && name != ""
}

func shownRole(role string) string {
	if role == "" {
		return "none"
	}
	return role
}
