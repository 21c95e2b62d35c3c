package signal

// enable has a signal noted, for receive. Those that no program can handle, and those that tell of
// faults in the program, stay what they are.
func enable(n int)

// disable has a signal do what it does to a program that says nothing about it.
func disable(n int)

func ignore(n int)

func ignored(n int) bool

// receive waits for a signal. To call it again says that the one before has been handed on.
func receive() int

// idle tells that no signal is on its way.
func idle() bool
