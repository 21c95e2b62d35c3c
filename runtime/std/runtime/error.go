// Package runtime is the program's view of the machine that runs it.
package runtime

// Error is an error that the running program itself caused.
type Error interface {
	error
	RuntimeError()
}

// errorString and plainError are made by the machine.
type errorString string

func (e errorString) Error() string { return "runtime error: " + string(e) }
func (e errorString) RuntimeError() {}

type plainError string

func (e plainError) Error() string { return string(e) }
func (e plainError) RuntimeError() {}

// TypeAssertionError says why an x.(T) failed. The machine fills in its four strings.
type TypeAssertionError struct {
	iface, concrete, asserted, missing string
}

// RuntimeError marks it as an Error.
func (*TypeAssertionError) RuntimeError() {}

// Error is the text.
func (e *TypeAssertionError) Error() string {
	from := e.iface
	if from == "" {
		from = "interface"
	}
	if e.concrete == "" {
		return "interface conversion: " + from + " is nil, not " + e.asserted
	}
	if e.missing == "" {
		text := "interface conversion: " + from + " is " + e.concrete + ", not " + e.asserted
		if e.concrete == e.asserted {
			text += " (types from different scopes)"
		}
		return text
	}
	return "interface conversion: " + e.concrete + " is not " + e.asserted + ": missing method " + e.missing
}

// PanicNilError is what panic(nil) panics with.
type PanicNilError struct {
	_ [0]func()
}

// Error is the text.
func (*PanicNilError) Error() string {
	return "runtime error: panic called with nil argument"
}

// RuntimeError marks it as an Error.
func (*PanicNilError) RuntimeError() {}

// printable gives the text of a value of a basic kind as print shows it, and its type when that
// is not the predeclared one; for other kinds type and address.
func printable(v any) (text, typ string, basic bool)

// panicText is what a crash prints for a panic's value.
func panicText(v any) string {
	switch v := v.(type) {
	case nil:
		return "nil"
	case error:
		return v.Error()
	case interface{ String() string }:
		return v.String()
	case string:
		return v
	}
	text, typ, basic := printable(v)
	switch {
	case !basic:
		return "(" + typ + ") " + text
	case typ != "":
		return typ + "(" + text + ")"
	}
	return text
}
