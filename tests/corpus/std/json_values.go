// Values of all types to JSON and back, with the errors.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"reflect"
	"regexp"
	"strings"
)

type In struct {
	A int
	B string
	C []int
	D map[string]int
	E *int
	F [2]int
	G bool
	H float32
	I int8
	J uint8
	K any
	L []byte
	M map[int]string
	N struct {
		X int
		Y []struct{ Z int }
	}
	O  func()
	P  chan int
	Q  complex128
	R  json.Number
	S  fmt.Stringer
	T  uint
	U  map[bool]int
	V  json.RawMessage
	W  []string
	X  [3]byte
	Y  int64  `json:",string"`
	Z  string `json:",string"`
	ZZ bool   `json:"zz,string"`
}

func try(s string) {
	var v In
	err := json.Unmarshal([]byte(s), &v)
	var se *json.SyntaxError
	var te *json.UnmarshalTypeError
	if errors.As(err, &se) {
		out("%q -> %T %d %s\n", s, err, se.Offset, err)
	} else if errors.As(err, &te) {
		out("%q -> %T val=%q off=%d typ=%v str=%q field=%q inner=%v: %s\n", s, err, te.Value, te.Offset, te.Type, te.Struct, te.Field, errors.Unwrap(te), err)
	} else {
		out("%q -> %T %v\n", s, err, err)
	}
}
func main() {
	for _, s := range []string{`1`, `"x"`, `[]`, `true`, `null`, `{"A":"x"}`, `{"A":1.5}`, `{"A":1e2}`, `{"A":99999999999999999999}`, `{"A":[]}`, `{"A":{}}`, `{"A":true}`, `{"A":null}`, `{"B":1}`, `{"B":{"x":[1]}}`, `{"C":1}`, `{"C":["a"]}`, `{"C":[1,2,"a",4]}`, `{"C":{}}`, `{"D":[]}`, `{"D":{"a":"b"}}`, `{"D":1}`, `{"E":"x"}`, `{"F":[1,2,3]}`, `{"F":["a"]}`, `{"F":1}`, `{"G":1}`, `{"G":"true"}`, `{"H":1e50}`, `{"H":"x"}`, `{"I":300}`, `{"I":-129}`, `{"J":-1}`, `{"J":256}`, `{"L":"!!"}`, `{"L":"YQ"}`, `{"L":"YQ=="}`, `{"L":"Y\nQ="}`, `{"L":1}`, `{"L":[1,2]}`, `{"L":[300]}`, `{"M":{"1":"a"}}`, `{"M":{"x":"a"}}`, `{"M":{"1.5":"a"}}`, `{"M":{"1":2}}`, `{"N":{"X":"y"}}`, `{"N":{"Y":[{"Z":"q"}]}}`, `{"N":1}`, `{"O":1}`, `{"O":null}`, `{"P":1}`, `{"Q":1}`, `{"R":1}`, `{"R":"1"}`, `{"R":"x"}`, `{"R":true}`, `{"R":""}`, `{"S":1}`, `{"S":null}`, `{"T":-1}`, `{"U":{"true":1}}`, `{"V":[1, 2]}`, `{"W":[1]}`, `{"X":[1,2]}`, `{"X":"YQ=="}`, `{"Y":"1"}`, `{"Y":1}`, `{"Y":"x"}`, `{"Y":""}`, `{"Y":null}`, `{"Y":"null"}`, `{"Z":"\"a\""}`, `{"Z":"a"}`, `{"Z":1}`, `{"zz":"true"}`, `{"zz":"x"}`, `{"zz":true}`, `{"A":"x","B":1,"C":2}`, `{"a":1,"b":"x","c":[1]}`, `{"A":1,"A":"x"}`} {
		try(s)
	}
	for _, x := range []any{nil, 1, In{}, (*int)(nil), "x", []int{1}, map[string]int{}} {
		err := json.Unmarshal([]byte("{}"), x)
		out("%T %v\n", err, err)
	}
	deep := strings.Repeat("[", 10001)
	var v any
	err := json.Unmarshal([]byte(deep), &v)
	out("%T %v %+v\n", err, err, err)
	deep = strings.Repeat("[", 10000) + strings.Repeat("]", 10000)
	err = json.Unmarshal([]byte(deep), &v)
	out("%T %v\n", err, err)
	deep = strings.Repeat(`{"a":`, 10001)
	err = json.Unmarshal([]byte(deep), &v)
	out("%T %v %+v\n", err, err, reflect.ValueOf(err).Elem().FieldByName("Offset"))
	// caps
	for n := range 20 {
		var a []int
		var b []any
		var c []string
		var d any
		var st []In
		s := "[" + strings.TrimSuffix(strings.Repeat("1,", n), ",") + "]"
		s2 := "[" + strings.TrimSuffix(strings.Repeat(`"a",`, n), ",") + "]"
		s3 := "[" + strings.TrimSuffix(strings.Repeat(`{},`, n), ",") + "]"
		json.Unmarshal([]byte(s), &a)
		json.Unmarshal([]byte(s), &b)
		json.Unmarshal([]byte(s2), &c)
		json.Unmarshal([]byte(s3), &st)
		json.Unmarshal([]byte(s), &d)
		fmt.Println(n, cap(a), cap(b), cap(c), cap(d.([]any)), cap(st))
	}
	enc := func(x any) {
		b, err := json.Marshal(x)
		out("%s %T %v\n", b, err, err)
		if e := errors.Unwrap(err); e != nil {
			out("   %T %v\n", e, e)
		}
	}
	enc(math.NaN())
	enc(math.Inf(1))
	enc(make(chan int))
	enc(func() {})
	enc(complex(1, 2))
	enc(map[bool]int{true: 1})
	enc(map[float64]int{})
	enc([]any{1, make(chan int)})
	enc(map[string]any{"a": func() {}})
	enc(struct{ A chan int }{})
	enc(struct{ A any }{math.NaN()})
	enc(json.Number("x"))
	enc(json.Number(""))
	enc(json.RawMessage("x"))
	enc(json.RawMessage(nil))
	enc(json.RawMessage(" [1, 2 ] "))
	enc(M{})
	enc(&M{})
	enc(T{})
	enc(map[T]int{{}: 1})
	enc(E{})
	enc(TE{})
	enc([]float64{1, 0.1, 1e20, 1e21, 1e-6, 1e-7, 123456789, math.MaxFloat64, -0.0, math.Copysign(0, -1), 5e-324})
	enc([]float32{1, 0.1, 1e20, 1e21, 1e-6, 1e-7, 3.4e38, 16777216})
	enc("a<b>&\u2028\u2029\x00\x01\b\f\n\r\t\"\\/\x7f\xff é😀\ufffd")
	enc(map[string]int{"\uffff": 1, "😀": 2, "a": 3, "": 4, "b<": 5})
	enc(map[int]int{10: 1, 9: 2, -1: 3})
	enc(map[uint8]string{1: "a"})
	enc([3]byte{1, 2, 3})
	enc([]byte(nil))
	enc([]byte{})
	enc([]int(nil))
	enc(map[string]int(nil))
	enc((*int)(nil))
	enc(nil)
	enc(struct{}{})
	enc(BB{1, 2})
	enc([]B1{1, 2})
	type cyc struct {
		P *cyc
		X any
	}
	c := &cyc{}
	c.P = c
	enc(c)
	m := map[string]any{}
	m["a"] = m
	enc(m)
	sl := []any{nil}
	sl[0] = sl
	enc(sl)
	enc(uintptr(5))
	var st fmt.Stringer
	enc(struct{ S fmt.Stringer }{st})
	enc(OM{})
	enc(OM{A: 1, B: "x"})
	enc(struct {
		A int `json:"a b"`
		B int `json:"x\"y"`
		C int `json:"-,"`
		D int `json:"é"`
		E int `json:"a<b"`
		F int `json:"!#$%&()*+-./:;<=>?@[]^_{|}~ "`
		g int
	}{})
	enc(struct {
		A int `json:"'-'"`
		B int `json:"'x,y'"`
		C int `json:"'a"`
		D int `json:",omitempty,foo"`
		E int `json:"q, omitempty"`
	}{})
	enc(struct {
		A int         `json:",string"`
		B string      `json:",string"`
		C bool        `json:",string"`
		D *int        `json:",string"`
		E []int       `json:",string"`
		F float64     `json:",string"`
		G any         `json:",string"`
		H json.Number `json:",string"`
	}{G: 5})
	enc(E1{})
	enc(&E1{E2: &E2{Y: 3}})
	enc(PM(1))
	x := PM(1)
	enc(&x)
	enc([]PM{1})
	enc([1]PM{1})
	enc(map[string]PM{"a": 1})
	enc(struct{ P PM }{1})
	enc(&struct{ P PM }{1})
	enc(struct{ P *PM }{})
	enc((*PM)(nil))
	enc(any((*VM)(nil)))
	enc(struct{ M json.Marshaler }{(*PM)(nil)})
}

type VM struct{}

func (VM) MarshalJSON() ([]byte, error) { return []byte("1"), nil }

type PM int

func (p *PM) MarshalJSON() ([]byte, error) { return []byte(`"pm"`), nil }

type E2 struct {
	Y int
	Z int
}
type e3 struct {
	Q int
	Z int
}
type E1 struct {
	*E2
	e3
	X int
}
type OM struct {
	A int             `json:",omitempty"`
	B string          `json:",omitempty"`
	C *int            `json:",omitempty"`
	D []int           `json:",omitempty"`
	E [0]int          `json:",omitempty"`
	F [1]int          `json:",omitempty"`
	G struct{}        `json:",omitempty"`
	H any             `json:",omitempty"`
	I bool            `json:",omitempty"`
	J float64         `json:",omitempty"`
	K struct{ A int } `json:",omitzero"`
	L Z               `json:",omitzero"`
	M [1]int          `json:",omitzero"`
}
type Z struct{ A int }

func (z Z) IsZero() bool { return z.A == 0 }

type B1 byte
type BB []B1
type M struct{}

func (M) MarshalJSON() ([]byte, error) { return []byte("{bad"), nil }

type E struct{}

func (E) MarshalJSON() ([]byte, error) { return nil, errors.New("boom") }

type T struct{}

func (T) MarshalText() ([]byte, error) { return []byte("te<xt"), nil }

type TE struct{}

func (TE) MarshalText() ([]byte, error) { return nil, errors.New("tboom") }

// out prints without addresses.
func out(format string, args ...any) {
	fmt.Print(address.ReplaceAllString(fmt.Sprintf(format, args...), "PTR"))
}

var address = regexp.MustCompile("0x[0-9a-f]{6,}")
