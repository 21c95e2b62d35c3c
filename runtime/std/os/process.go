package os

import (
	"internal/testexit"
	"sync"
	"syscall"
)

// Args is the command line, the program's name first.
var Args = append([]string(nil), args()...)

// Exit ends the program at once: deferred calls do not run.
func Exit(code int) {
	if code == 0 && testexit.PanicOnZero {
		panic("unexpected call to os.Exit(0) during test")
	}
	exit(code)
}

// Getpid is the process's number.
func Getpid() int { return pid() }

// environment is the program's own copy of the environment, taken when it is first changed or wanted whole: until
// then variables are asked for one by one, so that a recorded run tells only of those.
var environment struct {
	sync.Mutex
	taken   bool
	entries []string // NAME=value; of two entries of a name the first counts
}

// entry finds a name's place among the entries, or -1. The caller holds the lock.
func entry(name string) int {
	env := &environment
	if !env.taken {
		text := environ()
		for start, i := 0, 0; i < len(text); i++ {
			if text[i] == 0 {
				env.entries = append(env.entries, text[start:i])
				start = i + 1
			}
		}
		env.taken = true
	}
	for i, e := range env.entries {
		if len(e) > len(name) && e[len(name)] == '=' && e[:len(name)] == name {
			return i
		}
	}
	return -1
}

// LookupEnv is a variable of the environment; ok tells an empty one from none.
func LookupEnv(key string) (value string, ok bool) {
	if key == "" {
		return "", false
	}
	environment.Lock()
	defer environment.Unlock()
	if !environment.taken {
		return lookupEnv(key)
	}
	i := entry(key)
	if i < 0 {
		return "", false
	}
	return environment.entries[i][len(key)+1:], true
}

// Getenv is LookupEnv with "" for none.
func Getenv(key string) string {
	v, _ := LookupEnv(key)
	return v
}

// Environ is a copy of the environment, as NAME=value.
func Environ() []string {
	environment.Lock()
	defer environment.Unlock()
	entry("=") // takes the environment
	return append([]string(nil), environment.entries...)
}

func Setenv(key, value string) error {
	bad := key == ""
	for i := 0; i < len(key); i++ {
		bad = bad || key[i] == '=' || key[i] == 0
	}
	for i := 0; i < len(value); i++ {
		bad = bad || value[i] == 0
	}
	if bad {
		return NewSyscallError("setenv", syscall.EINVAL)
	}
	environment.Lock()
	defer environment.Unlock()
	text := key + "=" + value
	if i := entry(key); i >= 0 {
		environment.entries[i] = text
	} else {
		environment.entries = append(environment.entries, text)
	}
	return nil
}

func Unsetenv(key string) error {
	environment.Lock()
	defer environment.Unlock()
	// A name may stand more than once.
	for i := entry(key); key != "" && i >= 0; i = entry(key) {
		env := &environment
		env.entries = append(env.entries[:i:i], env.entries[i+1:]...)
	}
	return nil
}

// Clearenv removes all variables.
func Clearenv() {
	environment.Lock()
	environment.taken = true
	environment.entries = nil
	environment.Unlock()
}
