package json

import (
	"fmt"
	"strconv"
)

// A Number is a number as it is written.
type Number string

// String is the text.
func (n Number) String() string { return string(n) }

// Float64 is the number as a float64.
func (n Number) Float64() (float64, error) { return strconv.ParseFloat(string(n), 64) }

// Int64 is the number as an int64.
func (n Number) Int64() (int64, error) { return strconv.ParseInt(string(n), 10, 64) }

// isNumber tells whether s is a number of JSON and nothing else.
func isNumber(s string) bool {
	if s == "" || s[0] != '-' && (s[0] < '0' || '9' < s[0]) {
		return false
	}
	var sc scanner
	sc.reset(0)
	return sc.run([]byte(s), atEOF|toTheEnd) == scanDone && sc.tape[0].end == len(s)
}

func (e *encoder) number(n Number) error {
	if n == "" {
		n = "0"
	}
	if !isNumber(string(n)) {
		err := fmt.Errorf("cannot parse %q as JSON number: %w", string(n), strconv.ErrSyntax)
		return &MarshalerError{typeOf(pointerTo(numberType)), err, "MarshalJSONTo"}
	}
	e.buf = append(e.buf, n...)
	return nil
}
