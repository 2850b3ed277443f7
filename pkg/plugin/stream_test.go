package plugin

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestChannelsSayTheirFilters(t *testing.T) {
	filters := map[string][]string{"team": {"search", "none"}, "tag:project": {"a&b=c, ü"}}
	channel, err := liveChannel("uid-1", filters)
	require.NoError(t, err)
	path, ok := strings.CutPrefix(channel, "ds/uid-1/")
	require.True(t, ok)
	assert.Regexp(t, `^[A-Za-z0-9_\-/=.]*$`, path)
	got, err := liveFilters(path)
	require.NoError(t, err)
	assert.Equal(t, filters, got)

	channel, err = liveChannel("uid-1", nil)
	require.NoError(t, err)
	assert.Equal(t, "ds/uid-1/requests", channel)
	got, err = liveFilters("requests")
	require.NoError(t, err)
	assert.Empty(t, got)
}

func TestWhoMaySubscribeToWhat(t *testing.T) {
	datasource := newTestDatasource(t, backend.DataSourceInstanceSettings{URL: "http://gw"})
	for path, want := range map[string]backend.SubscribeStreamStatus{
		"requests":                  backend.SubscribeStreamStatusOK,
		"requests/dGVhbT1zZWFyY2g":  backend.SubscribeStreamStatusOK,
		"requests/":                 backend.SubscribeStreamStatusNotFound,
		"requests/!!!":              backend.SubscribeStreamStatusNotFound,
		"requests/Y3Vyc29yPTE":      backend.SubscribeStreamStatusNotFound, // cursor=1
		"keys":                      backend.SubscribeStreamStatusNotFound,
		"requests/JTd6":             backend.SubscribeStreamStatusNotFound, // %7z
		"requests/dGVhbT1zZWFyY2g/": backend.SubscribeStreamStatusNotFound,
	} {
		response, err := datasource.SubscribeStream(context.Background(), &backend.SubscribeStreamRequest{Path: path})
		require.NoError(t, err)
		assert.Equal(t, want, response.Status, path)
	}
	response, err := datasource.PublishStream(context.Background(), &backend.PublishStreamRequest{Path: "requests"})
	require.NoError(t, err)
	assert.Equal(t, backend.PublishStreamStatusPermissionDenied, response.Status)
}

// packets are the frames that were sent to Grafana Live.
type packets struct {
	mu     sync.Mutex
	frames []*data.Frame
	fail   error
}

func (p *packets) Send(packet *backend.StreamPacket) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	var frame data.Frame
	if err := json.Unmarshal(packet.Data, &frame); err != nil {
		return err
	}
	p.frames = append(p.frames, &frame)
	return p.fail
}

// rows is how many requests were sent, and all notices.
func (p *packets) rows() (int, []string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	rows, notices := 0, []string{}
	for _, frame := range p.frames {
		rows += frame.Rows()
		for _, notice := range frame.Meta.Notices {
			notices = append(notices, notice.Text)
		}
	}
	return rows, notices
}

func (p *packets) count() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.frames)
}

func liveEvent(n int) string {
	return fmt.Sprintf("event: request\ndata: {\"id\":\"req_%d\",\"time\":\"2026-11-21T12:00:00.000Z\",\"model\":\"m\"}\n\n", n)
}

func runStream(t *testing.T, datasource *Datasource, path string, sent *packets) (stop func() error) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() {
		ended <- datasource.RunStream(ctx, &backend.RunStreamRequest{Path: path}, backend.NewStreamSender(sent))
	}()
	return func() error {
		cancel()
		return <-ended
	}
}

func TestRequestsAreSentAFewTimesASecond(t *testing.T) {
	var query string
	datasource := datasourceOf(t, func(w http.ResponseWriter, r *http.Request) {
		query = r.URL.RawQuery
		w.Header().Set("Content-Type", "text/event-stream")
		for n := range 1_203 {
			_, _ = w.Write([]byte(liveEvent(n)))
		}
		_, _ = w.Write([]byte("event: dropped\ndata: {\"count\":7}\n\n"))
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	sent := &packets{}
	stop := runStream(t, datasource, "requests/dGVhbT1zZWFyY2g", sent)
	require.Eventually(t, func() bool { rows, notices := sent.rows(); return rows == 1_203 && len(notices) == 1 }, 5*time.Second, 5*time.Millisecond)
	_, notices := sent.rows()
	assert.Equal(t, []string{"7 requests were left out: they came faster than they could be shown."}, notices)
	// One says that the stream began; two were full.
	assert.LessOrEqual(t, sent.count(), 6)
	assert.Equal(t, "team=search", query)
	require.ErrorIs(t, stop(), context.Canceled)
}

func TestABrokenStreamIsToldOfAndBegunAgain(t *testing.T) {
	var mu sync.Mutex
	calls := 0
	datasource := datasourceOf(t, func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		calls++
		call := calls
		mu.Unlock()
		if call == 1 {
			w.WriteHeader(http.StatusServiceUnavailable)
			_, _ = w.Write([]byte(`{"error":{"message":"As many listen as may."}}`))
			return
		}
		w.Header().Set("Content-Type", "text/event-stream")
		_, _ = w.Write([]byte(liveEvent(call)))
	})
	datasource.liveRetry = 10 * time.Millisecond
	sent := &packets{}
	stop := runStream(t, datasource, "requests", sent)
	require.Eventually(t, func() bool { rows, _ := sent.rows(); return rows >= 2 }, 5*time.Second, 5*time.Millisecond)
	require.ErrorIs(t, stop(), context.Canceled)
	_, notices := sent.rows()
	assert.Equal(t, []string{"The gateway failed (503 Service Unavailable): As many listen as may."}, notices)
}

func TestNobodyWatchingEndsTheStream(t *testing.T) {
	ended := make(chan struct{})
	datasource := datasourceOf(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
		close(ended)
	})
	sent := &packets{}
	stop := runStream(t, datasource, "requests", sent)
	require.Eventually(t, func() bool { return sent.count() == 1 }, 5*time.Second, 5*time.Millisecond)
	require.ErrorIs(t, stop(), context.Canceled)
	<-ended
}

func TestStreamsOfWrongSettingsSayWhy(t *testing.T) {
	sent := &packets{}
	err := newTestDatasource(t, backend.DataSourceInstanceSettings{URL: "nowhere"}).RunStream(context.Background(),
		&backend.RunStreamRequest{Path: "requests"}, backend.NewStreamSender(sent))
	require.NoError(t, err)
	_, notices := sent.rows()
	require.Len(t, notices, 1)
	assert.Contains(t, notices[0], "URL: the gateway's address must begin with")
}

func TestAlertRulesAreAnsweredOfNow(t *testing.T) {
	for header, want := range map[string]int{"": 1, "true": 2} {
		calls := 0
		datasource := datasourceOf(t, func(w http.ResponseWriter, _ *http.Request) {
			calls++
			_, _ = w.Write([]byte(`{"groups":[],"totals":{"requests":1}}`))
		})
		for range 2 {
			_, err := datasource.QueryData(context.Background(), &backend.QueryDataRequest{
				Headers: map[string]string{fromAlertHeader: header},
				Queries: []backend.DataQuery{{RefID: "A", JSON: []byte(`{"format":"table","measures":["requests"]}`)}},
			})
			require.NoError(t, err)
		}
		assert.Equal(t, want, calls, "FromAlert: %q", header)
	}
}
