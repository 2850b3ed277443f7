package plugin

import (
	"context"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/log"
	"github.com/grafana/grafana-plugin-sdk-go/data"
)

const (
	// firstLiveRetry is waited after the first of a row of broken streams; it doubles up to lastLiveRetry.
	firstLiveRetry = 2 * time.Second
	lastLiveRetry  = 30 * time.Second
)

// SubscribeStream lets whoever may query the data source watch its requests.
func (d *Datasource) SubscribeStream(_ context.Context, request *backend.SubscribeStreamRequest) (*backend.SubscribeStreamResponse, error) {
	if _, err := liveFilters(request.Path); err != nil {
		return &backend.SubscribeStreamResponse{Status: backend.SubscribeStreamStatusNotFound}, nil
	}
	return &backend.SubscribeStreamResponse{Status: backend.SubscribeStreamStatusOK}, nil
}

// PublishStream takes nothing: the gateway alone tells what happens.
func (d *Datasource) PublishStream(context.Context, *backend.PublishStreamRequest) (*backend.PublishStreamResponse, error) {
	return &backend.PublishStreamResponse{Status: backend.PublishStreamStatusPermissionDenied}, nil
}

// RunStream hands requests on as they end, as long as someone watches. A stream that breaks is told of in the panel and
// begun again.
func (d *Datasource) RunStream(ctx context.Context, request *backend.RunStreamRequest, sender *backend.StreamSender) error {
	filters, err := liveFilters(request.Path)
	if err != nil {
		return err
	}
	if d.settingsErr != nil {
		return sender.SendFrame(noticeFrame(data.NoticeSeverityError, d.settingsErr.Error()), data.IncludeAll)
	}
	wait := d.liveRetry
	for {
		rows := newLiveRows(sender)
		err := d.client.Live(ctx, filters, rows)
		rows.close()
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if rows.connected {
			wait = d.liveRetry
		}
		if err != nil {
			log.DefaultLogger.FromContext(ctx).Warn("A live stream broke and is begun again", "path", request.Path, "error", err)
			if err := sender.SendFrame(noticeFrame(data.NoticeSeverityError, err.Error()), data.IncludeAll); err != nil {
				return err
			}
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(wait):
		}
		wait = min(2*wait, lastLiveRetry)
	}
}

// noticeFrame has no requests, and something to say in the panel.
func noticeFrame(severity data.NoticeSeverity, text string) *data.Frame {
	frame := requestsTable(nil)
	frame.Meta.Notices = []data.Notice{{Severity: severity, Text: text}}
	return frame
}
