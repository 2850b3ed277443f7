package plugin

import (
	"fmt"
	"sync"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"

	"github.com/llmgateway/llm-gateway/pkg/gateway"
)

const (
	// sendLiveAfter gathers requests into one frame: a browser draws no faster.
	sendLiveAfter = 250 * time.Millisecond
	// maxLiveRows is how many are sent at once at most; a stream faster than that waits, and the gateway's queue fills.
	maxLiveRows = 500
)

// liveRows gathers live requests and sends them a few times a second.
type liveRows struct {
	sender *backend.StreamSender
	// connected is whether the stream ever began.
	connected bool

	mu      sync.Mutex
	rows    []gateway.Request
	dropped int
	timer   *time.Timer
	// failed is why a frame could not be sent; it ends the stream.
	failed error
}

func newLiveRows(sender *backend.StreamSender) *liveRows {
	return &liveRows{sender: sender}
}

// Connected clears what was said of a broken stream.
func (l *liveRows) Connected() error {
	l.connected = true
	return l.sender.SendFrame(requestsTable(nil), data.IncludeAll)
}

func (l *liveRows) Request(request gateway.Request) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.rows = append(l.rows, request)
	return l.later()
}

func (l *liveRows) Dropped(count int) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.dropped += count
	return l.later()
}

// later sends what there is soon, or now if it is much. The lock is held.
func (l *liveRows) later() error {
	if len(l.rows) >= maxLiveRows {
		l.send()
	} else if l.timer == nil {
		l.timer = time.AfterFunc(sendLiveAfter, func() {
			l.mu.Lock()
			defer l.mu.Unlock()
			l.send()
		})
	}
	return l.failed
}

// send sends what has gathered. The lock is held.
func (l *liveRows) send() {
	if l.timer != nil {
		l.timer.Stop()
		l.timer = nil
	}
	if (len(l.rows) == 0 && l.dropped == 0) || l.failed != nil {
		return
	}
	frame := requestsTable(l.rows)
	if l.dropped > 0 {
		frame.Meta.Notices = []data.Notice{{
			Severity: data.NoticeSeverityWarning,
			Text:     fmt.Sprintf("%s left out: they came faster than they could be shown.", were(l.dropped)),
		}}
	}
	l.rows, l.dropped = nil, 0
	l.failed = l.sender.SendFrame(frame, data.IncludeAll)
}

// close sends the rest.
func (l *liveRows) close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.send()
}

func were(requests int) string {
	if requests == 1 {
		return "1 request was"
	}
	return fmt.Sprintf("%d requests were", requests)
}
