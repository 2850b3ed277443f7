package gateway

import (
	"context"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// counted answers usage questions and counts them.
func counted(calls *atomic.Int64) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		calls.Add(1)
		answer(200, "application/json", `{"groups":[{"requests":1}],"totals":{}}`)(w, r)
	}
}

func TestEqualQuestionsAreAskedOnce(t *testing.T) {
	var calls atomic.Int64
	client := serve(t, "", counted(&calls))
	range1 := UsageRequest{From: time.UnixMilli(1), To: time.UnixMilli(2)}
	for range 3 {
		response, err := client.Usage(context.Background(), range1)
		require.NoError(t, err)
		require.Len(t, response.Groups, 1)
		// Whoever changes an answer changes his own.
		delete(response.Groups[0], "requests")
		response.Groups[0]["spoilt"] = true
		require.NotContains(t, response.Totals, "spoilt")
	}
	assert.EqualValues(t, 1, calls.Load())
	response, err := client.Usage(context.Background(), range1)
	require.NoError(t, err)
	assert.EqualValues(t, 1, response.Groups[0]["requests"])

	for name, request := range map[string]UsageRequest{
		"another range":  {From: time.UnixMilli(1), To: time.UnixMilli(3)},
		"another filter": {From: time.UnixMilli(1), To: time.UnixMilli(2), Filters: map[string][]string{"team": {"a"}}},
	} {
		before := calls.Load()
		_, err := client.Usage(context.Background(), request)
		require.NoError(t, err)
		assert.Equal(t, before+1, calls.Load(), name)
	}
}

func TestAlertRulesAskAnew(t *testing.T) {
	var calls atomic.Int64
	client := serve(t, "", counted(&calls))
	for range 3 {
		_, err := client.Usage(WithoutCache(context.Background()), UsageRequest{})
		require.NoError(t, err)
	}
	assert.EqualValues(t, 3, calls.Load())
}

func TestQuestionsAtTheSameTimeAreOne(t *testing.T) {
	var calls atomic.Int64
	release := make(chan struct{})
	client := serve(t, "", func(w http.ResponseWriter, r *http.Request) {
		<-release
		counted(&calls)(w, r)
	})
	impatient, leave := context.WithCancel(context.Background())
	left := make(chan error)
	// The first leaves; the others still get their answer.
	go func() {
		_, err := client.Usage(impatient, UsageRequest{})
		left <- err
	}()
	require.Eventually(t, func() bool { return waiting(client) == 1 }, time.Second, time.Millisecond)
	var group sync.WaitGroup
	for range 10 {
		group.Go(func() {
			_, err := client.Usage(context.Background(), UsageRequest{})
			assert.NoError(t, err)
		})
	}
	require.Eventually(t, func() bool { return waiting(client) == 11 }, time.Second, time.Millisecond)
	leave()
	require.ErrorIs(t, <-left, context.Canceled)
	close(release)
	group.Wait()
	assert.EqualValues(t, 1, calls.Load())
}

func waiting(client *Client) int {
	client.answers.mu.Lock()
	defer client.answers.mu.Unlock()
	count := 0
	for _, asking := range client.answers.asking {
		count += asking.waiters
	}
	return count
}

func TestErrorsAreNotKept(t *testing.T) {
	failing := true
	client := serve(t, "", func(w http.ResponseWriter, r *http.Request) {
		if failing {
			answer(503, "application/json", `{"error":{"message":"The database is down."}}`)(w, r)
			return
		}
		answer(200, "application/json", `{"groups":[],"totals":{}}`)(w, r)
	})
	_, err := client.Usage(context.Background(), UsageRequest{})
	require.ErrorContains(t, err, "The database is down.")
	failing = false
	_, err = client.Usage(context.Background(), UsageRequest{})
	require.NoError(t, err)
}

func TestAChangeMakesAnswersForgotten(t *testing.T) {
	var calls atomic.Int64
	client := serve(t, "", counted(&calls))
	ask := func() {
		_, err := client.Usage(context.Background(), UsageRequest{})
		require.NoError(t, err)
	}
	ask()
	_, err := client.Forward(context.Background(), ForwardRequest{Method: "GET", Path: "keys"})
	require.NoError(t, err)
	ask()
	assert.EqualValues(t, 2, calls.Load(), "reading changes nothing")
	_, err = client.Forward(context.Background(), ForwardRequest{Method: "DELETE", Path: "keys/ci"})
	require.NoError(t, err)
	ask()
	assert.EqualValues(t, 4, calls.Load())
}

func TestKeptAnswersAreBoundedAndGo(t *testing.T) {
	kept := newAnswers()
	large := []byte(strings.Repeat("x", maxKeptBytes/2))
	ask := func(context.Context) ([]byte, error) { return large, nil }
	for _, question := range []string{"a", "b", "c"} {
		_, err := kept.get(context.Background(), question, ask)
		require.NoError(t, err)
	}
	assert.Eventually(t, func() bool {
		kept.mu.Lock()
		defer kept.mu.Unlock()
		return len(kept.asking) == 0
	}, time.Second, time.Millisecond)
	kept.mu.Lock()
	assert.LessOrEqual(t, kept.keptBytes, maxKeptBytes)
	assert.Len(t, kept.kept, 1)
	kept.mu.Unlock()
	assert.Eventually(t, func() bool {
		kept.mu.Lock()
		defer kept.mu.Unlock()
		return len(kept.kept) == 0 && kept.keptBytes == 0
	}, keepAnswers+5*time.Second, 50*time.Millisecond)
}
