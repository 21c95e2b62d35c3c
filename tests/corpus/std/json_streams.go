// Decoder, Encoder, and the functions that lay out text.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"strings"
)

func main() {
	for _, s := range []string{`"\u1g`, `"\u1g"`, `"\u1`, `"\u`, `"\`, `"\ud800\u12`, `"\ud800\u12"`, `"\ud800\u12zz"`, `"\ud800\`, `"\ud800\n"`, `"\ud800`, "\"\xff", "\"\xe2\x82", "\"a\xe2\x82\"", "\"\xe2\x82\n", `"\u12` + "\n\"", `"\"`, `"\U0041"`, `"\x41"`, `"\'"`, `"\ud800A"`, `"\ude00\ud83d"`, `"\ud83d\ude00"`, `"\ud83d\ud83d\ude00"`, "\"\\\n\"", "\"\\é", `"\u123`, `"\u12é4"`} {
		var v any
		err := json.Unmarshal([]byte(s), &v)
		var se *json.SyntaxError
		if errors.As(err, &se) {
			out("%q -> %d %s\n", s, se.Offset, err)
		} else {
			out("%q -> %+q %T %v\n", s, v, err, err)
		}
	}
	// text forms of UnmarshalTypeError
	for _, e := range []*json.UnmarshalTypeError{{Value: "v", Type: reflect.TypeOf(1)}, {Value: "v", Type: reflect.TypeOf(1), Struct: "S"}, {Value: "v", Type: reflect.TypeOf(1), Field: "F"}, {Value: "v", Type: reflect.TypeOf(1), Struct: "S", Field: "F"}, {Value: "v", Type: reflect.TypeOf(1), Struct: "S", Field: "F.0"}, {Value: "v", Type: reflect.TypeOf(1), Struct: "S", Field: "0"}, {Value: "v", Type: reflect.TypeOf(1), Struct: "S", Field: "F.0x"}, {Value: "v", Type: reflect.TypeOf(1), Struct: "S", Field: "F.00"}, {Value: "v", Type: reflect.TypeOf(1), Struct: "S", Field: "F.-1"}, {Value: "v", Type: reflect.TypeOf(1), Struct: "S", Field: "F."}, {Value: "v", Type: reflect.TypeOf(1), Struct: "", Field: "0.F.1"}, {Value: "v", Type: reflect.TypeOf(1), Err: io.EOF}} {
		func() {
			defer func() {
				if r := recover(); r != nil {
					fmt.Println("panic", r)
				}
			}()
			fmt.Println(e)
		}()
	}
	func() {
		defer func() {
			if r := recover(); r != nil {
				fmt.Println("panic", r)
			}
		}()
		fmt.Println(&json.UnmarshalTypeError{})
	}()
	fmt.Println(&json.UnmarshalFieldError{Key: "k", Type: reflect.TypeOf(1), Field: reflect.StructField{Name: "N"}})
	fmt.Println(&json.InvalidUTF8Error{"x\xff"})
	fmt.Println(&json.UnsupportedTypeError{reflect.TypeOf(1)}, &json.UnsupportedValueError{Str: "q"}, &json.MarshalerError{Type: reflect.TypeOf(1), Err: io.EOF}, &json.InvalidUnmarshalError{})
	// top-level types
	try := func(s string, p any) {
		err := json.Unmarshal([]byte(s), p)
		var te *json.UnmarshalTypeError
		errors.As(err, &te)
		out("%s %T -> %v | %v", s, p, reflect.ValueOf(p).Elem().Interface(), err)
		if te != nil {
			out(" %q %d %v %q %q", te.Value, te.Offset, te.Type, te.Struct, te.Field)
		}
		out("\n")
	}
	var i int
	var is []int
	var m map[string]int
	var mi map[int][]int
	var arr [3]int
	var a any
	var pp **int
	try(`"x"`, &i)
	try(`[1,"x",3,4.5]`, &is)
	try(`{"a":"x","b":2}`, &m)
	try(`{"1":["a",2],"2":[3],"q":[4]}`, &mi)
	try(`[1]`, &arr)
	try(`[1,2,3,4]`, &arr)
	try(`{"a":1`, &m)
	try(`1`, &pp)
	try(`null`, &pp)
	try(` 5 `, &i)
	a = &i
	try(`7`, &a)
	fmt.Println(i)
	try(`"s"`, &a)
	try(`null`, &a)
	a = 5
	try(`{"x":[1]}`, &a)
	try(`[1.5,"a",null,true,{}]`, &a)
	type S struct {
		A  int
		In struct{ B []struct{ C string } }
		X  any
		M  map[string]struct{ Q int }
		P  *struct{ Z int }
	}
	var ss []S
	try(`[{"A":1},{"A":"x"}]`, &ss)
	var s S
	try(`{"In":{"B":[{"C":"ok"},{"C":5}]}}`, &s)
	try(`{"M":{"k":{"Q":"x"}}}`, &s)
	try(`{"P":{"Z":"x"}}`, &s)
	try(`{"a":3,"IN":{"b":[]},"x":{"y":1}}`, &s)
	try(`{"X":5,"M":{"k":{}}}`, &s)
	var u uint8
	try(`256`, &u)
	try(`-1`, &u)
	var f32 float32
	try(`1e40`, &f32)
	var f float64
	try(`1e400`, &f)
	try(`1e400`, &a)
	try(`-1e-400`, &f)
	var b []byte
	try(`"aGk="`, &b)
	try(`""`, &b)
	try(`null`, &b)
	try(`"*"`, &b)
	try(`"aGk"`, &b)
	try("\"aG\\nk=\"", &b)
	var bo bool
	try(`"true"`, &bo)
	var st string
	try(`true`, &st)
	is = []int{9, 8, 7, 6}
	try(`[1,2]`, &is)
	try(`[]`, &is)
	fmt.Println(is == nil)
	try(`null`, &is)
	fmt.Println(is == nil)
	// Decoder
	dec := json.NewDecoder(strings.NewReader(`{"a":1} [2] "x" 3 null  tru`))
	for {
		var v any
		err := dec.Decode(&v)
		out("%v %v %T off=%d more=%v\n", v, err, err, dec.InputOffset(), dec.More())
		if err != nil {
			break
		}
	}
	var v any
	fmt.Println(dec.Decode(&v))
	for _, s := range []string{``, ` `, `{"a":`, `[1,`, `1 2 x 3`, `{"a":1}x`, `{"a" 1}`, `"abc`, `12`, `[1]]`, `nul`, `{]`} {
		dec := json.NewDecoder(strings.NewReader(s))
		for i := 0; i < 5; i++ {
			var v any
			err := dec.Decode(&v)
			var se *json.SyntaxError
			errors.As(err, &se)
			out("%q: %v %v %T %d", s, v, err, err, dec.InputOffset())
			if se != nil {
				fmt.Print(" ", se.Offset)
			}
			out("\n")
			if err == io.EOF {
				break
			}
		}
	}
	for _, s := range []string{`{"a":[1,"x",null,true,{"b":2.5}],"c":{}} 5 [`, `[1 2]`, `{1}`, `{"a"}`, `{"a" 1}`, `{"a":}`, `[1,]`, `[,]`, `{"a":1,}`, `]`, `}`, `[}`, `{]`, `1,2`, `:`, `,`, `[1`, `{"a"`, `{"a":`, `"x`, `tru`, `{"a":1 "b"}`, `[[]]`, `{"a":{"b":[`, "[\"\\q\"]", "[1e]"} {
		dec := json.NewDecoder(strings.NewReader(s))
		out("%q:", s)
		for i := 0; i < 30; i++ {
			t, err := dec.Token()
			if err != nil {
				var se *json.SyntaxError
				errors.As(err, &se)
				out(" | %v %T", err, err)
				if se != nil {
					fmt.Print(" ", se.Offset)
				}
				break
			}
			out(" %T %v @%d %v", t, t, dec.InputOffset(), dec.More())
		}
		out("\n")
	}
	dec = json.NewDecoder(strings.NewReader(`[{"a":1},{"a":2}, {"a":"x"}, 5] tail`))
	fmt.Println(dec.Token())
	for dec.More() {
		var q struct{ A int }
		fmt.Println(dec.Decode(&q), q, dec.InputOffset())
	}
	fmt.Println(dec.Token())
	rest, _ := io.ReadAll(dec.Buffered())
	out("%q\n", rest)
	dec = json.NewDecoder(strings.NewReader(`{"a":{"b":1},"c":2}`))
	fmt.Println(dec.Token())
	var kk string
	fmt.Println(dec.Decode(&kk), kk)
	fmt.Println(dec.Decode(&a), a)
	fmt.Println(dec.Token())
	fmt.Println(dec.Token())
	fmt.Println(dec.Token())
	fmt.Println(dec.Token())
	dec = json.NewDecoder(strings.NewReader(`{"A":1,"Zz":2}`))
	dec.DisallowUnknownFields()
	var q struct{ A int }
	err := dec.Decode(&q)
	out("%v %T %v\n", err, err, q)
	dec = json.NewDecoder(strings.NewReader(`{"In":{"q":2}}`))
	dec.DisallowUnknownFields()
	err = dec.Decode(&s)
	out("%v %T\n", err, err)
	dec = json.NewDecoder(strings.NewReader(`[1, 2.50, 1e3] 7`))
	dec.UseNumber()
	fmt.Println(dec.Decode(&a))
	out("%#v\n", a)
	tk, _ := dec.Token()
	out("%T\n", tk)
	// Encoder
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.Encode("<&>\u2028")
	enc.SetIndent(">", "  ")
	enc.Encode(map[string]any{"a": []int{1, 2}, "b": map[string]int{}, "c": []int{}, "d": struct{ X, Y int }{}})
	fmt.Print(buf.String())
	err = enc.Encode(make(chan int))
	fmt.Println(err)
	mi2, err := json.MarshalIndent([]any{1, []int{}, map[string]int{"a": 1}}, "p", "\t")
	fmt.Println(string(mi2), err)
	_, err = json.MarshalIndent(func() {}, "", "")
	fmt.Println(err)
	for _, s := range []string{`{"a":[1,2,{}],"b":{"c":null}}  `, "  [1]\n\n", `[1,`, `{"a":<>&}`, `"<a>"`, `[ ]`, `{ }`, "[\n]", `{"a" : [ 1 , 2 ] }`, ``, `1 2`, "\"\u2028\xff\"", `"\u00e9\/"`, " 1 "} {
		var o, c, h bytes.Buffer
		o.WriteString("pre:")
		c.WriteString("pre:")
		err := json.Indent(&o, []byte(s), "P", "I")
		out("%q indent %q %v\n", s, o.String(), err)
		err = json.Compact(&c, []byte(s))
		out("compact %q %v %v\n", c.String(), err, json.Valid([]byte(s)))
		json.HTMLEscape(&h, []byte(s))
		out("html %q\n", h.String())
	}
	n := json.Number("12")
	fmt.Println(n.Int64())
	fmt.Println(n.Float64())
	fmt.Println(n.String())
	fmt.Println(json.Number("x").Int64())
	fmt.Println(json.Delim('{'), json.Delim('['))
	var raw json.RawMessage
	fmt.Println(json.Unmarshal([]byte(` {"a" : 1 } `), &raw), string(raw))
	var rn *json.RawMessage
	fmt.Println(rn.UnmarshalJSON([]byte("1")))
	bb, err := raw.MarshalJSON()
	fmt.Println(string(bb), err)
}

// out prints without addresses.
func out(format string, args ...any) {
	fmt.Print(address.ReplaceAllString(fmt.Sprintf(format, args...), "PTR"))
}

var address = regexp.MustCompile("0x[0-9a-f]{6,}")
