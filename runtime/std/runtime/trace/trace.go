// Package trace records the program's events for go tool trace, and lets the program say in them what it
// is about: tasks, regions, messages. They are also in the log that gvm records itself (gvm run --trace=FILE).
//
// What was recorded is written when Stop is called.
package trace

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
)

func enabled() bool
func start() bool
func stop() bool
func settled() bool
func started() bool
func data() string
func taskBegin(parent uint64, name string) (id uint64)
func taskEnd(id uint64)
func regionBegin(task uint64, name string)
func regionEnd(task uint64, name string)
func userLog(task uint64, category, message string)

// out is where Stop writes to. Only who started or stops has it.
var out io.Writer

// Start begins to record.
func Start(w io.Writer) error {
	if !start() {
		return errors.New("execution tracer already enabled")
	}
	out = w
	settle()
	return nil
}

// Stop ends the recording and writes it.
func Stop() {
	if stop() {
		settle()
		w := out
		out = nil
		io.WriteString(w, data())
	}
}

// settle waits until the world has been stopped for it.
func settle() {
	for !settled() {
		runtime.Gosched()
	}
}

// IsEnabled reports whether Start was called, and Stop was not since.
func IsEnabled() bool { return started() }

// Task is a piece of work that may run in several goroutines.
type Task struct{ id uint64 }

// None is the task of who has none.
var none = &Task{}

type taskKey struct{}

// NewTask begins a task; what is done with the context belongs to it.
func NewTask(pctx context.Context, taskType string) (ctx context.Context, task *Task) {
	t := &Task{taskBegin(taskOf(pctx).id, taskType)}
	return context.WithValue(pctx, taskKey{}, t), t
}

func taskOf(ctx context.Context) *Task {
	if t, ok := ctx.Value(taskKey{}).(*Task); ok {
		return t
	}
	return none
}

// End ends the task.
func (t *Task) End() { taskEnd(t.id) }

// Log says a message.
func Log(ctx context.Context, category, message string) {
	userLog(taskOf(ctx).id, category, message)
}

// Logf is Log with a format.
func Logf(ctx context.Context, category, format string, args ...any) {
	if enabled() {
		Log(ctx, category, fmt.Sprintf(format, args...))
	}
}

// WithRegion calls fn in a region.
func WithRegion(ctx context.Context, regionType string, fn func()) {
	defer StartRegion(ctx, regionType).End()
	fn()
}

// StartRegion begins a region of the goroutine; it ends in the same goroutine.
func StartRegion(ctx context.Context, regionType string) *Region {
	r := &Region{taskOf(ctx).id, regionType}
	regionBegin(r.task, r.name)
	return r
}

// Region is a stretch of a goroutine's work.
type Region struct {
	task uint64
	name string
}

// End ends the region.
func (r *Region) End() { regionEnd(r.task, r.name) }
