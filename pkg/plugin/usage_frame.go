package plugin

import "github.com/grafana/grafana-plugin-sdk-go/data"

// newUsageFrame is a frame of Grafana's data plane contract, which panels and alert rules both read. Left without
// fields it says "no data" to both.
func newUsageFrame(frameType data.FrameType, visualization data.VisType, notices []data.Notice) *data.Frame {
	return data.NewFrame("").SetMeta(&data.FrameMeta{
		Type:                   frameType,
		TypeVersion:            data.FrameTypeVersion{0, 1},
		PreferredVisualization: visualization,
		Notices:                notices,
	})
}
