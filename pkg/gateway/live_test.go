package gateway

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// heard records what a stream tells.
type heard struct {
	connected bool
	ids       []string
	dropped   []int
	stop      error
}

func (h *heard) Connected() error { h.connected = true; return nil }
func (h *heard) Request(request Request) error {
	h.ids = append(h.ids, request.ID)
	return h.stop
}
func (h *heard) Dropped(count int) error { h.dropped = append(h.dropped, count); return nil }

func eventStream(text string) http.HandlerFunc {
	return answer(200, "text/event-stream; charset=utf-8", text)
}

const aRequest = `{"id":"req_1","time":"2026-11-21T12:00:00.000Z","key":"ci","model":"m","status":"success","code":200}`

func TestLiveRequests(t *testing.T) {
	var got *http.Request
	client := serve(t, "/llm", func(w http.ResponseWriter, r *http.Request) {
		got = r
		eventStream("retry: 2000\n\n: alive\n\nevent: dropped\ndata: {\"count\":3}\n\nevent: request\ndata: "+aRequest+
			"\n\nevent: news\ndata: 1\n\nevent: request\ndata: "+strings.Replace(aRequest, "req_1", "req_2", 1)+"\n\n")(w, r)
	})
	var told heard
	require.NoError(t, client.Live(context.Background(), map[string][]string{"team": {"a", UnknownValue}}, &told))
	assert.Equal(t, heard{connected: true, ids: []string{"req_1", "req_2"}, dropped: []int{3}}, told)
	assert.Equal(t, "/llm/api/v1/requests/live?team=a&team=", got.URL.RequestURI())
	assert.Equal(t, "Bearer "+testToken, got.Header.Get("Authorization"))
	assert.Equal(t, "text/event-stream", got.Header.Get("Accept"))
}

func TestLiveFailures(t *testing.T) {
	for name, test := range map[string]struct {
		handler http.HandlerFunc
		want    string
	}{
		"too many":        {answer(503, "application/json", `{"error":{"message":"As many listen as may."}}`), "As many listen as may."},
		"refused token":   {answer(401, "application/json", `{"error":{"message":"Wrong."}}`), "refused the admin token"},
		"older gateway":   {answer(404, "application/json", `{"error":{"message":"There is no request \"live\"."}}`), `There is no request "live".`},
		"a web page":      {answer(200, "text/html", `<html>`), "does not look like LLM Gateway"},
		"broken request":  {eventStream("event: request\ndata: {\n\n"), "cannot be read"},
		"without its id":  {eventStream("event: request\ndata: {}\n\n"), "no id or no time"},
		"an endless line": {eventStream("data: " + strings.Repeat("x", maxLiveLine+1)), "token too long"},
	} {
		t.Run(name, func(t *testing.T) {
			err := serve(t, "", test.handler).Live(context.Background(), nil, &heard{})
			var failure *Error
			require.ErrorAs(t, err, &failure)
			assert.Contains(t, failure.Message, test.want)
			assert.NotContains(t, failure.Message, testToken)
		})
	}
}

func TestAListenerEndsTheStream(t *testing.T) {
	stop := errors.New("enough")
	ended := make(chan struct{})
	client := serve(t, "", func(w http.ResponseWriter, r *http.Request) {
		eventStream("event: request\ndata: "+aRequest+"\n\n")(w, r)
		w.(http.Flusher).Flush()
		<-r.Context().Done()
		close(ended)
	})
	require.ErrorIs(t, client.Live(context.Background(), nil, &heard{stop: stop}), stop)
	<-ended
}

func TestAStreamOutlivesTheTimeoutOfRequests(t *testing.T) {
	client := serve(t, "", func(w http.ResponseWriter, r *http.Request) {
		eventStream(": alive\n\n")(w, r)
		w.(http.Flusher).Flush()
		time.Sleep(300 * time.Millisecond)
		_, _ = w.Write([]byte("event: request\ndata: " + aRequest + "\n\n"))
	})
	client.http.Timeout = 100 * time.Millisecond
	var told heard
	require.NoError(t, client.Live(context.Background(), nil, &told))
	assert.Len(t, told.ids, 1)
}

func TestAStreamThatDoesNotBeginTimesOut(t *testing.T) {
	client := serve(t, "", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	client.http.Timeout = 50 * time.Millisecond
	err := client.Live(context.Background(), nil, &heard{})
	require.ErrorContains(t, err, "did not answer in time")
}
