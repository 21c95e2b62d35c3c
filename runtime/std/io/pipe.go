package io

import "sync"

// pipe is one synchronous pipe: a writer hands its slice to readers and waits until all of it is
// taken or an end is closed.
type pipe struct {
	writing sync.Mutex // one writer at a time
	offer   chan []byte
	taken   chan int

	mu     sync.Mutex
	closed bool
	done   chan struct{} // closed when either end is
	rerr   error         // what writers get: the reading end's error
	werr   error         // what readers get: the writing end's error
}

// Pipe makes a pipe in memory, without a buffer.
func Pipe() (*PipeReader, *PipeWriter) {
	w := &PipeWriter{PipeReader{pipe{
		offer: make(chan []byte),
		taken: make(chan int),
		done:  make(chan struct{}),
	}}}
	return &w.r, w
}

func (p *pipe) isDone() bool {
	select {
	case <-p.done:
		return true
	default:
		return false
	}
}

// end closes one end; only the first error of an end counts.
func (p *pipe) end(slot *error, err error) {
	p.mu.Lock()
	if *slot == nil {
		*slot = err
	}
	if !p.closed {
		p.closed = true
		close(p.done)
	}
	p.mu.Unlock()
}

// broken is the error of an operation that found the pipe closed: its own end's closing gives
// ErrClosedPipe, unless the other end left an error first.
func (p *pipe) broken(own, other *error) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if *own == nil && *other != nil {
		return *other
	}
	return ErrClosedPipe
}

// A PipeReader is the reading end of a pipe.
type PipeReader struct{ pipe }

func (r *PipeReader) Read(data []byte) (n int, err error) {
	p := &r.pipe
	if p.isDone() {
		return 0, p.broken(&p.rerr, &p.werr)
	}
	select {
	case chunk := <-p.offer:
		n = copy(data, chunk)
		p.taken <- n
		return n, nil
	case <-p.done:
		return 0, p.broken(&p.rerr, &p.werr)
	}
}

// Close makes writes give ErrClosedPipe.
func (r *PipeReader) Close() error { return r.CloseWithError(nil) }

// CloseWithError makes writes give err.
func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	r.pipe.end(&r.pipe.rerr, err)
	return nil
}

// A PipeWriter is the writing end of a pipe.
type PipeWriter struct{ r PipeReader }

func (w *PipeWriter) Write(data []byte) (n int, err error) {
	p := &w.r.pipe
	if p.isDone() {
		return 0, p.broken(&p.werr, &p.rerr)
	}
	p.writing.Lock()
	defer p.writing.Unlock()
	// An empty write also meets a reader.
	for first := true; first || len(data) > 0; first = false {
		select {
		case p.offer <- data:
			k := <-p.taken
			data = data[k:]
			n += k
		case <-p.done:
			return n, p.broken(&p.werr, &p.rerr)
		}
	}
	return n, nil
}

// Close makes reads give EOF.
func (w *PipeWriter) Close() error { return w.CloseWithError(nil) }

// CloseWithError makes reads give err.
func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	w.r.pipe.end(&w.r.pipe.werr, err)
	return nil
}
