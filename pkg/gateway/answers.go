package gateway

import (
	"context"
	"sync"
	"time"
)

const (
	// keepAnswers is how long an answer serves equal questions: those of one refresh of a dashboard, and of a second
	// viewer of it.
	keepAnswers = 5 * time.Second
	// maxKeptBytes bounds all kept answers together; what would be more is not kept.
	maxKeptBytes = 32 << 20
)

type withoutCache struct{}

// WithoutCache marks questions whose answer must be of now, such as those of alert rules.
func WithoutCache(ctx context.Context) context.Context {
	return context.WithValue(ctx, withoutCache{}, true)
}

// answers keeps what was answered for a few seconds, and asks only once what several want to know at the same time.
type answers struct {
	mu        sync.Mutex
	kept      map[string][]byte
	keptBytes int
	asking    map[string]*asking
	// epoch counts how often all was forgotten: an answer to an earlier question is not kept.
	epoch int
}

// asking is a question under way. It is given up when nobody waits for it any more.
type asking struct {
	waiters int
	giveUp  context.CancelFunc
	done    chan struct{}
	// What came of it, once done is closed.
	body []byte
	err  error
}

func newAnswers() *answers {
	return &answers{kept: map[string][]byte{}, asking: map[string]*asking{}}
}

// get is the kept answer to a question, or what asking it comes to. Errors are not kept.
func (a *answers) get(ctx context.Context, question string, ask func(context.Context) ([]byte, error)) ([]byte, error) {
	if ctx.Value(withoutCache{}) != nil {
		return ask(ctx)
	}
	a.mu.Lock()
	if body, ok := a.kept[question]; ok {
		a.mu.Unlock()
		return body, nil
	}
	current, ok := a.asking[question]
	if !ok {
		current = a.begin(ctx, question, ask)
	}
	current.waiters++
	a.mu.Unlock()

	select {
	case <-current.done:
		return current.body, current.err
	case <-ctx.Done():
		a.leave(question, current)
		return nil, ctx.Err()
	}
}

// begin asks a question for all who will wait for it, not for the first of them alone. The lock is held.
func (a *answers) begin(ctx context.Context, question string, ask func(context.Context) ([]byte, error)) *asking {
	shared, giveUp := context.WithCancel(context.WithoutCancel(ctx))
	begun := &asking{giveUp: giveUp, done: make(chan struct{})}
	a.asking[question] = begun
	epoch := a.epoch
	go func() {
		defer giveUp()
		body, err := ask(shared)
		a.mu.Lock()
		defer a.mu.Unlock()
		begun.body, begun.err = body, err
		close(begun.done)
		a.end(question, begun)
		if err == nil && epoch == a.epoch {
			a.keep(question, body)
		}
	}()
	return begun
}

func (a *answers) leave(question string, left *asking) {
	a.mu.Lock()
	defer a.mu.Unlock()
	left.waiters--
	if left.waiters == 0 {
		left.giveUp()
		a.end(question, left)
	}
}

// end lets the next who asks begin anew. The lock is held.
func (a *answers) end(question string, ended *asking) {
	if a.asking[question] == ended {
		delete(a.asking, question)
	}
}

// keep takes an answer for a while. The lock is held.
func (a *answers) keep(question string, body []byte) {
	size := len(question) + len(body)
	if a.keptBytes+size > maxKeptBytes {
		return
	}
	epoch := a.epoch
	a.drop(question)
	a.kept[question] = body
	a.keptBytes += size
	time.AfterFunc(keepAnswers, func() {
		a.mu.Lock()
		defer a.mu.Unlock()
		if epoch == a.epoch {
			a.drop(question)
		}
	})
}

func (a *answers) drop(question string) {
	if body, ok := a.kept[question]; ok {
		delete(a.kept, question)
		a.keptBytes -= len(question) + len(body)
	}
}

// forget drops all answers: something was changed, or the data source is gone.
func (a *answers) forget() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.epoch++
	clear(a.kept)
	a.keptBytes = 0
	// Who asks from now on must not get the answer to an earlier question.
	clear(a.asking)
}
