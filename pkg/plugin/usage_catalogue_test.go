package plugin

import (
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The catalogue is TypeScript; this is where Go's copy of its names is held to it.
func TestMeasuresAndDimensionsAreTheCatalogues(t *testing.T) {
	source, err := os.ReadFile("../../catalogue/src/usage.ts")
	require.NoError(t, err)

	list := regexp.MustCompile(`USAGE_DIMENSIONS = \[([^\]]*)\]`).FindSubmatch(source)
	require.NotNil(t, list, "USAGE_DIMENSIONS not found")
	var dimensions []string
	for _, match := range regexp.MustCompile(`'([^']+)'`).FindAllSubmatch(list[1], -1) {
		dimensions = append(dimensions, string(match[1]))
	}
	assert.Equal(t, dimensions, usageDimensions)

	var measures []usageMeasure
	for _, match := range regexp.MustCompile(`name: '([^']+)', label: '([^']+)', unit: '([^']+)', kind: '([^']+)'`).FindAllSubmatch(source, -1) {
		measures = append(measures, usageMeasure{string(match[1]), string(match[2]), string(match[3]), string(match[4])})
	}
	assert.Equal(t, measures, usageMeasures)
}
