package gateway

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend/httpclient"
)

const (
	// maxSilence is how long a stream may say nothing; the gateway sends a heartbeat every 15 seconds.
	maxSilence = 45 * time.Second
	// maxLiveLine is the longest line of a stream: one request, whose tags may be long.
	maxLiveLine = 1 << 20
	// maxErrorBytes is how much of a refusal is read.
	maxErrorBytes = 64 << 10
)

// errSilent ends a stream that has said nothing for too long.
var errSilent = errors.New("the gateway has sent nothing for 45 seconds")

// LiveListener takes what a stream of requests tells. An error ends the stream.
type LiveListener interface {
	// Connected is called once, when the stream has begun.
	Connected() error
	// Request is called for each request that ended.
	Request(Request) error
	// Dropped is called when requests were left out, because they came faster than they were read.
	Dropped(count int) error
}

// Live listens to requests as they end on the replica that answers, until the context is done, the stream ends (then
// the error is nil) or fails. Filters are the values allowed for a dimension.
func (c *Client) Live(ctx context.Context, filters map[string][]string, listener LiveListener) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	target := c.base.JoinPath("api/v1/requests/live")
	target.RawQuery = filterQuery(filters).Encode()
	request, err := c.newRequest(ctx, http.MethodGet, target.String(), nil)
	if err != nil {
		return err
	}
	request.Header.Set("Accept", "text/event-stream")

	// Until it begins to answer, the stream may take as long as any request.
	silence := time.AfterFunc(cmp.Or(c.http.Timeout, maxSilence), func() { cancel(context.DeadlineExceeded) })
	defer silence.Stop()
	response, err := c.streams.Do(request)
	if err != nil {
		return c.transportError(causeOf(ctx, err))
	}
	defer func() { _ = response.Body.Close() }()
	if response.StatusCode != http.StatusOK {
		// Whatever of it cannot be read is not told.
		body, _ := io.ReadAll(httpclient.MaxBytesReader(response.Body, maxErrorBytes))
		return c.responseError(response, body)
	}
	if !strings.HasPrefix(response.Header.Get("Content-Type"), "text/event-stream") {
		return c.notAGateway(response.StatusCode)
	}
	if err := listener.Connected(); err != nil {
		return err
	}
	silence.Stop()
	heard := time.AfterFunc(maxSilence, func() { cancel(errSilent) })
	defer heard.Stop()
	return c.readLive(ctx, response.Body, listener, func() { heard.Reset(maxSilence) })
}

// readLive reads server-sent events as the gateway writes them: a line event, a line data.
func (c *Client) readLive(ctx context.Context, stream io.Reader, listener LiveListener, heard func()) error {
	lines := bufio.NewScanner(stream)
	lines.Buffer(nil, maxLiveLine)
	event := ""
	for lines.Scan() {
		heard()
		name, value, _ := strings.Cut(lines.Text(), ": ")
		switch name {
		case "event":
			event = value
		case "data":
			if err := tell(listener, event, []byte(value)); err != nil {
				return err
			}
		}
	}
	if err := lines.Err(); err != nil {
		return c.transportError(causeOf(ctx, err))
	}
	return nil
}

func tell(listener LiveListener, event string, data []byte) error {
	switch event {
	case "request":
		var request Request
		if err := json.Unmarshal(data, &request); err != nil {
			return contractError("A live request cannot be read: %s.", err)
		}
		if err := request.check(); err != nil {
			return err
		}
		return listener.Request(request)
	case "dropped":
		var dropped struct {
			Count int `json:"count"`
		}
		if err := json.Unmarshal(data, &dropped); err != nil {
			return contractError("What a live stream left out cannot be read: %s.", err)
		}
		return listener.Dropped(dropped.Count)
	}
	// Events of a newer gateway.
	return nil
}

// causeOf is why the context was cancelled, where that is why the request failed.
func causeOf(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	return err
}
