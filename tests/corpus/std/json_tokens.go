// Texts that end early, tokens that may not follow each other, and what is said of them.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

func main() {
	for _, s := range []string{"[", "[ ", "[1", "[1 ", "[1,", "[1, ", "{", "{ ", `{"a"`, `{"a" `, `{"a":`, `{"a": `, `{"a":1`, `{"a":1 `, `{"a":1,`, `{"a":1, `, "[\"x", "[tr", "[1.", " ", `[1,"x`} {
		dec := json.NewDecoder(strings.NewReader(s))
		fmt.Printf("%q:", s)
		for range 9 {
			tok, err := dec.Token()
			fmt.Print(" ", tok)
			if err != nil {
				fmt.Print(" ", err, err == io.EOF, dec.InputOffset())
				break
			}
		}
		fmt.Println()
	}
	for _, s := range []string{"[1 [", "[1 {", "[1 \"", "[1 1", "[1 n", "[1 :", "[1 }", "[[] {", `{"a":1 {`, `{"a":1 [`, `{"a":1 "`, `{"a":1 1`, `{"a":1 :`, `{"a" {`, `{"a" [`, `{"a" n`, `{"a" "`, `{"a" ,`, `{"a" }`, `{"a" ]`, `1 {`, `1 [`, `[] {`, `{} "`, `{[`, `{{`, `{1`, `{n`, `{:`, `{,`, `{]`, `{"a":1,[`, `{"a":1,{`, `{"a":1,]`, `{"a":]`, `{"a":,`, `{"a"::`, `[:`, `[,`, `[}`, `[1,,`, `[1,}`, `[1,:`, `]`, `}`, `,`, `:`} {
		var v any
		err := json.Unmarshal([]byte(s), &v)
		fmt.Printf("%q %v %d\n", s, err, err.(*json.SyntaxError).Offset)
	}
	for _, s := range []string{"[1 2]", "[1 {", `{"a" 1}`, `{"a":1 2}`} {
		var b bytes.Buffer
		fmt.Println(json.Compact(&b, []byte(s)), json.Indent(&b, []byte(s), "", ""))
		_, err := json.Marshal(raw(s))
		fmt.Println(err)
	}
	for _, f := range []float32{16777216, 16777218, 5e12, 123456789, 1e20, 3.4e38, 0.1, -0.0, 1e-7} {
		b, err := json.Marshal([]any{f, float64(f), -f})
		fmt.Println(string(b), err)
	}
	var n struct {
		N json.Number
		B bool `json:",string"`
	}
	fmt.Println(json.Unmarshal([]byte(`{"N":"\u00e9"}`), &n), json.Unmarshal([]byte(`{"B":"\u00e9"}`), &n))
}

// raw is its own JSON.
type raw string

func (r raw) MarshalJSON() ([]byte, error) { return []byte(r), nil }
