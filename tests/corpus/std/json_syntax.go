// What is no JSON, and how that is told.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
)

func main() {
	ins := []string{"", " ", "{", "}", "[", "]", "nul", "nulx", "null", "nullx", "tru", "trux", "fals", "f", "n", `"`, `"abc`, `"ab\`, `"ab\q"`, `"\u12`, `"\u12g4"`, `"\ud800"`, "\"a\nb\"", "\"a\x01", "\"\xff\"", "-", "-a", "01", "1.", "1.a", "1e", "1e+", "1ex", "1.5e", "-0", "00", "1 2", "[1", "[1,", "[1,]", "[,", "[1 2]", "[1}", "{1", `{"a"`, `{"a":`, `{"a" 1}`, `{"a":1`, `{"a":1,`, `{"a":1,}`, `{"a":1 "b"}`, `{"a":1]`, `{,}`, `{"a":}`, `[1]x`, `[1],`, "é", "\xef\xbb\xbf1", "\x00", "'a'", "[é]", "[1é", `{"é" é`, "+1", ".5", "NaN", "Infinity", "[1,2]]", "{}}", "tRue", "\"\\u00e9", "\"\xc3", "\"a\x7f\"", "1\x00", `{"a":1,,}`, `{"a"::1}`, `[tru]`, `[nul,1]`, `[-]`, `[1.]`, `[0x1]`, `[1e]`, "\v1", "\u00a01", "[\"a\tb\"]", "nUll", `{"a":tru`, `{"a`, `["a`, "[1.", "  x", "\xff", "[\xff]", "1\xff", `"\` + "\xff" + `"`, `"\u00` + "\xff" + `"`, `"\é"`, `{nul:1}`, `{true:1}`}
	for _, s := range ins {
		var v any
		err := json.Unmarshal([]byte(s), &v)
		var se *json.SyntaxError
		if errors.As(err, &se) {
			out("%q -> %T %d %s\n", s, err, se.Offset, err)
		} else {
			out("%q -> %#v %T %v\n", s, v, err, err)
		}
	}
}

// out prints without addresses.
func out(format string, args ...any) {
	fmt.Print(address.ReplaceAllString(fmt.Sprintf(format, args...), "PTR"))
}

var address = regexp.MustCompile("0x[0-9a-f]{6,}")
