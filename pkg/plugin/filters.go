package plugin

import (
	"slices"
	"strings"
)

// filters keep requests that pass each of them; src/datasource/types.ts is their other half.
type filters []filter

// filter keeps requests whose dimension has one of the values. Without values it keeps all.
type filter struct {
	Dimension string   `json:"dimension"`
	Values    []string `json:"values"`
}

func (f filters) check() error {
	for _, filter := range f {
		if err := checkDimension("filters", filter.Dimension); err != nil {
			return err
		}
	}
	return nil
}

// values are those allowed for each filtered dimension.
func (f filters) values() map[string][]string {
	values := map[string][]string{}
	for _, filter := range f {
		if len(filter.Values) > 0 {
			values[filter.Dimension] = unique(append(values[filter.Dimension], filter.Values...))
		}
	}
	return values
}

// checkDimension also keeps a filter from passing for another parameter of the request, such as "from".
func checkDimension(field, dimension string) error {
	if slices.Contains(usageDimensions, dimension) {
		return nil
	}
	// The gateway's parameter separates dimensions by commas.
	if tag, ok := strings.CutPrefix(dimension, tagPrefix); ok && tag != "" && !strings.Contains(tag, ",") {
		return nil
	}
	return userErrorf("%s: %q is not a dimension; use one of %s, or %s<name> for a tag.",
		field, dimension, strings.Join(usageDimensions, ", "), tagPrefix)
}
