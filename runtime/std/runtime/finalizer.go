package runtime

import "unsafe"

// setFinalizer keeps what is to be done when the object at p is found unreachable: call f with p
// (word 0), with an interface of the type word and p, or, for a cleanup, call f without arguments
// and let the object go. The result is a number for the entry; it says why when it is negative.
func setFinalizer(p, f unsafe.Pointer, word uintptr, cleanup bool) int

// removeFinalizer forgets a finalizer of an object (number 0), or a cleanup.
func removeFinalizer(p unsafe.Pointer, number int)

// nextFinalizer gives the next thing to do; found is false when the goroutine is to end.
func nextFinalizer() (p, f unsafe.Pointer, word uintptr, cleanup, found bool)

// setFinalizerRunner tells the machine what to start when there is something to do.
func setFinalizerRunner(run func())

// becomeSystem takes the goroutine out of what the program sees of its goroutines.
func becomeSystem()

// finalizerWord checks SetFinalizer's arguments: the type word to call f with (0: a pointer), and
// what is wrong with them.
func finalizerWord(obj, f any) (word uintptr, wrong string)

// fatal ends the program.
func fatal(text string)

type anyWords struct {
	word uintptr
	data unsafe.Pointer
}

// SetFinalizer has finalizer called with obj, a pointer to an object, when nothing else refers to
// the object any more; nil takes the finalizer away.
func SetFinalizer(obj any, finalizer any) {
	p := (*anyWords)(unsafe.Pointer(&obj)).data
	if finalizer == nil {
		if _, wrong := finalizerWord(obj, nil); wrong != "" {
			fatal("runtime.SetFinalizer: " + wrong)
		}
		removeFinalizer(p, 0)
		return
	}
	word, wrong := finalizerWord(obj, finalizer)
	if wrong != "" {
		fatal("runtime.SetFinalizer: " + wrong)
	}
	setFinalizerRunner(runFinalizers)
	switch setFinalizer(p, (*anyWords)(unsafe.Pointer(&finalizer)).data, word, false) {
	case -1:
		fatal("runtime.SetFinalizer: pointer not at beginning of allocated block")
	case -2:
		fatal("runtime.SetFinalizer: finalizer already set")
	}
}

// Cleanup is a cleanup that can still be stopped.
type Cleanup struct {
	number int
}

// AddCleanup has cleanup called with arg some time after the object at ptr is unreachable.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	if ptr == nil {
		panic(plainError("runtime.AddCleanup: ptr is nil"))
	}
	call := func() { cleanup(arg) }
	setFinalizerRunner(runFinalizers)
	return Cleanup{setFinalizer(unsafe.Pointer(ptr), *(*unsafe.Pointer)(unsafe.Pointer(&call)), 0, true)}
}

// Stop takes the cleanup back if it has not been queued.
func (c Cleanup) Stop() {
	if c.number > 0 {
		removeFinalizer(nil, c.number)
	}
}

// runFinalizers is the goroutine that calls finalizers and cleanups, one after the other.
func runFinalizers() {
	becomeSystem()
	for {
		p, f, word, cleanup, found := nextFinalizer()
		if !found {
			return
		}
		switch {
		case cleanup:
			(*(*func())(unsafe.Pointer(&f)))()
		case word == 0:
			(*(*func(unsafe.Pointer))(unsafe.Pointer(&f)))(p)
		default:
			arg := anyWords{word, p}
			(*(*func(any))(unsafe.Pointer(&f)))(*(*any)(unsafe.Pointer(&arg)))
		}
	}
}
