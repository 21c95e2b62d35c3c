package runtime

// The platform whose sizes, alignments and system calls a program sees, whatever runs the machine.
const (
	GOOS     = "linux"
	GOARCH   = "amd64"
	Compiler = "gvm"
)

// Version is the release of Go whose language and library this is.
func Version() string { return "go1.27" }

// kept is where KeepAlive's argument goes for a moment.
var kept any

// KeepAlive makes sure that x is reachable at the time of the call.
func KeepAlive(x any) {
	if neverTrue {
		kept = x
	}
}

// neverTrue is a variable so that no optimisation sees through it.
var neverTrue bool

// LockOSThread would tie the goroutine to its thread. Nothing a program can do here depends on
// the thread it runs on, so there is nothing to tie.
func LockOSThread() {}

// UnlockOSThread undoes LockOSThread.
func UnlockOSThread() {}

// NumCgoCall is the number of calls to C, which this machine cannot make.
func NumCgoCall() int64 { return 0 }

// GOROOT is where the library's sources seem to be.
func GOROOT() string { return "/usr/local/go" }

// MemProfileRate is how many bytes a memory profile samples one allocation in: 0, as in every
// program that makes no memory profile. There are none here, so setting it changes nothing.
var MemProfileRate int

// Breakpoint ends the program, as it does for one that no debugger holds.
func Breakpoint() { fatal("SIGTRAP: trace trap") }
