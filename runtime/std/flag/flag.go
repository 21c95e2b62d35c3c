// Package flag reads a command line's flags.
package flag

import (
	"errors"
	"fmt"
	"internal/caller"
	"io"
	"os"
	"sort"
	"strconv"
)

// ErrHelp is the error of -h or -help when no such flag is defined.
var ErrHelp = errors.New("flag: help requested")

// ErrorHandling is what Parse does with an error.
type ErrorHandling int

const (
	ContinueOnError ErrorHandling = iota // returns it
	ExitOnError                          // ends the program with status 2, for help with 0
	PanicOnError                         // panics with it
)

// A Value is what a flag sets. A flag whose value has a method IsBoolFlag() bool that says true needs
// no argument.
type Value interface {
	String() string
	Set(string) error
}

// A Getter is a Value whose content can be had.
type Getter interface {
	Value
	Get() any
}

type boolFlag interface {
	Value
	IsBoolFlag() bool
}

func isBool(v Value) bool {
	b, ok := v.(boolFlag)
	return ok && b.IsBoolFlag()
}

// A Flag is one that was defined.
type Flag struct {
	Name     string // without hyphen
	Usage    string // what it is for
	Value    Value
	DefValue string // the value's text when it was defined
}

// A FlagSet is a set of flags with different names.
type FlagSet struct {
	// Usage is called when there is an error; nil prints the flags.
	Usage func()

	name     string
	parsed   bool
	actual   map[string]*Flag // those that were set
	formal   map[string]*Flag // those that are defined
	args     []string         // what comes after the flags
	handling ErrorHandling
	output   io.Writer         // nil: standard error
	early    map[string]string // those that were set before being defined, and where
}

// NewFlagSet makes a set without flags.
func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet {
	f := &FlagSet{name: name, handling: errorHandling}
	f.Usage = f.defaultUsage
	return f
}

// Init gives a set another name and way with errors.
func (f *FlagSet) Init(name string, errorHandling ErrorHandling) {
	f.name = name
	f.handling = errorHandling
}

func (f *FlagSet) Name() string                 { return f.name }
func (f *FlagSet) ErrorHandling() ErrorHandling { return f.handling }

// Output is where messages go.
func (f *FlagSet) Output() io.Writer {
	if f.output == nil {
		return os.Stderr
	}
	return f.output
}

// SetOutput sets where messages go; nil is standard error.
func (f *FlagSet) SetOutput(output io.Writer) { f.output = output }

func visit(flags map[string]*Flag, fn func(*Flag)) {
	names := make([]string, 0, len(flags))
	for name := range flags {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fn(flags[name])
	}
}

// VisitAll calls fn for each flag that is defined, in the order of names.
func (f *FlagSet) VisitAll(fn func(*Flag)) { visit(f.formal, fn) }

// Visit calls fn for each flag that was set, in the order of names.
func (f *FlagSet) Visit(fn func(*Flag)) { visit(f.actual, fn) }

// Lookup is the flag of a name, or nil.
func (f *FlagSet) Lookup(name string) *Flag { return f.formal[name] }

// Set sets a flag as if it had been on the command line.
func (f *FlagSet) Set(name, value string) error { return f.set(name, value, 2) }

// set is Set; depth 1 is its caller.
func (f *FlagSet) set(name, value string, depth int) error {
	flag, ok := f.formal[name]
	if !ok {
		// Whoever defines it later is told about this.
		if f.early == nil {
			f.early = map[string]string{}
		}
		file, line, _ := caller.Of(depth)
		f.early[name] = file + ":" + strconv.Itoa(line)
		return fmt.Errorf("no such flag -%v", name)
	}
	if err := flag.Value.Set(value); err != nil {
		return err
	}
	f.wasSet(flag)
	return nil
}

func (f *FlagSet) wasSet(flag *Flag) {
	if f.actual == nil {
		f.actual = map[string]*Flag{}
	}
	f.actual[flag.Name] = flag
}

func (f *FlagSet) NFlag() int     { return len(f.actual) }
func (f *FlagSet) NArg() int      { return len(f.args) }
func (f *FlagSet) Args() []string { return f.args }
func (f *FlagSet) Parsed() bool   { return f.parsed }

// Arg is an argument after the flags, or "".
func (f *FlagSet) Arg(i int) string {
	if i < 0 || i >= len(f.args) {
		return ""
	}
	return f.args[i]
}

// Var defines a flag with a value of its own kind.
func (f *FlagSet) Var(value Value, name string, usage string) {
	switch {
	case len(name) > 0 && name[0] == '-':
		f.fatal(fmt.Sprintf("flag %q begins with -", name))
	case hasEqual(name):
		f.fatal(fmt.Sprintf("flag %q contains =", name))
	}
	if f.formal[name] != nil {
		if f.name == "" {
			f.fatal("flag redefined: " + name)
		}
		f.fatal(f.name + " flag redefined: " + name)
	}
	if place := f.early[name]; place != "" {
		panic(fmt.Sprintf("flag %s set at %s before being defined", name, place))
	}
	if f.formal == nil {
		f.formal = map[string]*Flag{}
	}
	f.formal[name] = &Flag{name, usage, value, value.String()}
}

func hasEqual(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] == '=' {
			return true
		}
	}
	return false
}

// fatal prints and panics: only the program's author can be at fault.
func (f *FlagSet) fatal(message string) {
	fmt.Fprintln(f.Output(), message)
	panic(message)
}

// Parse sets the flags at the beginning of arguments, which does not have the program's name.
func (f *FlagSet) Parse(arguments []string) error {
	f.parsed = true
	f.args = arguments
	for {
		more, err := f.next()
		if err == nil && more {
			continue
		}
		if err == nil {
			return nil
		}
		switch f.handling {
		case ExitOnError:
			if err == ErrHelp {
				os.Exit(0)
			}
			os.Exit(2)
		case PanicOnError:
			panic(err)
		}
		return err
	}
}

// next takes one flag from the arguments.
func (f *FlagSet) next() (more bool, err error) {
	if len(f.args) == 0 {
		return false, nil
	}
	arg := f.args[0]
	if len(arg) < 2 || arg[0] != '-' {
		return false, nil
	}
	name := arg[1:]
	if name[0] == '-' {
		if name = name[1:]; name == "" {
			f.args = f.args[1:]
			return false, nil
		}
	}
	if name == "" || name[0] == '-' || name[0] == '=' {
		return false, f.fail("bad flag syntax: %s", arg)
	}
	f.args = f.args[1:]
	value, hasValue := "", false
	for i := 1; i < len(name); i++ {
		if name[i] == '=' {
			name, value, hasValue = name[:i], name[i+1:], true
		}
	}
	flag := f.formal[name]
	if flag == nil {
		if name == "help" || name == "h" {
			f.usage()
			return false, ErrHelp
		}
		return false, f.fail("flag provided but not defined: -%s", name)
	}
	switch {
	case isBool(flag.Value) && hasValue:
		if err := flag.Value.Set(value); err != nil {
			return false, f.fail("invalid boolean value %q for -%s: %v", value, name, err)
		}
	case isBool(flag.Value):
		if err := flag.Value.Set("true"); err != nil {
			return false, f.fail("invalid boolean flag %s: %v", name, err)
		}
	default:
		if !hasValue && len(f.args) > 0 {
			value, hasValue = f.args[0], true
			f.args = f.args[1:]
		}
		if !hasValue {
			return false, f.fail("flag needs an argument: -%s", name)
		}
		if err := flag.Value.Set(value); err != nil {
			return false, f.fail("invalid value %q for flag -%s: %v", value, name, err)
		}
	}
	f.wasSet(flag)
	return true, nil
}

// fail prints an error and the usage.
func (f *FlagSet) fail(format string, a ...any) error {
	message := fmt.Sprintf(format, a...)
	fmt.Fprintln(f.Output(), message)
	f.usage()
	return errors.New(message)
}

func (f *FlagSet) usage() {
	if f.Usage == nil {
		f.defaultUsage()
	} else {
		f.Usage()
	}
}
