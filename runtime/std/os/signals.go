package os

import (
	"errors"
	"sync/atomic"
	"syscall"
)

// A Signal is what one process can send to another.
type Signal interface {
	String() string
	Signal() // tells it from other Stringers
}

// The signals that every system has.
var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)

// ErrProcessDone is the error of a signal to a process that is over.
var ErrProcessDone = errors.New("os: process already finished")

// A Process is a running one. gvm does not start processes.
type Process struct {
	Pid      int
	released atomic.Bool
}

// FindProcess gives the process with a number, whether there is one or not.
func FindProcess(pid int) (*Process, error) { return &Process{Pid: pid}, nil }

// Signal sends the process a signal.
func (p *Process) Signal(sig Signal) error {
	if p.Pid <= 0 {
		return errors.New("os: process not initialized")
	}
	if p.released.Load() {
		return errors.New("os: process already released")
	}
	s, ok := sig.(syscall.Signal)
	if !ok {
		return errors.New("os: unsupported signal type")
	}
	err := syscall.Kill(p.Pid, s)
	if err == syscall.ESRCH {
		return ErrProcessDone
	}
	return err
}

// Kill ends the process at once.
func (p *Process) Kill() error { return p.Signal(Kill) }

// Release gives up the process.
func (p *Process) Release() error {
	p.released.Store(true)
	return nil
}
