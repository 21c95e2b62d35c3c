// Tags, embedded structs, methods and map keys.
package main

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"time"
)

type K string

func (k K) MarshalText() ([]byte, error) { return []byte("K:" + string(k)), nil }

type KI int

func (k KI) MarshalText() ([]byte, error) { return []byte(fmt.Sprint("KI", int(k))), nil }

type KP struct{ a int }

func (k *KP) MarshalText() ([]byte, error) {
	if k == nil {
		return []byte("nilkp"), nil
	}
	return []byte(fmt.Sprint("KP", k.a)), nil
}

type UT struct{ s string }

func (u *UT) UnmarshalText(b []byte) error {
	if string(b) == "bad" {
		return errors.New("bad text")
	}
	u.s = "<" + string(b) + ">"
	return nil
}

type UJ struct{ s string }

func (u *UJ) UnmarshalJSON(b []byte) error {
	if string(b) == `"bad"` {
		return errors.New("bad json")
	}
	u.s = "{" + string(b) + "}"
	return nil
}

type UK string

func (u *UK) UnmarshalText(b []byte) error {
	if string(b) == "bad" {
		return errors.New("bad key")
	}
	*u = UK("uk-" + string(b))
	return nil
}

type small struct{ Q int }
type Big struct {
	*small
	W int
}
type Emb struct{ Z int }
type MI int
type mi2 int
type Emb2 struct {
	Emb `json:"e"`
	MI
	mi2
	fmt.Stringer
	T *time.Time `json:"t,omitempty"`
}
type PMs int

func (p PMs) MarshalJSON() ([]byte, error) { return []byte(fmt.Sprintf(`%d`, int(p))), nil }

type E struct{}

func (E) MarshalJSON() ([]byte, error) { return nil, errors.New("boom") }

type App struct{}

func (App) AppendText(b []byte) ([]byte, error) { return append(b, "app"...), nil }

var _ encoding.TextAppender = App{}

type List struct {
	V int
	N *List
}

func main() {
	for _, tag := range []string{`a`, `a b`, `a"b`, `a\b`, "a`b", `a'b`, `'a'b`, `'a`, `''`, `'-'`, `-`, `-,`, `-,omitempty`, `,`, ``, `a,`, `a,omitempty`, `a, omitempty`, `a,omitempty `, `a,OMITEMPTY`, `é`, `日本`, `a/b`, `a.b`, `😀`, "a\tb", "a\x00", `'a,b'`, `'a\'b'`, `'a\u00e9'`, `'a"b'`, ` a`, `a `, `'a',omitempty`, `a,'omitempty'`, `"a"`, `,string`, `a,string,omitempty`, `a,omitzero,string`, `a,inline`, `a,unknown`, `a,format:x`, `a,case:ignore`, `a;b`, `$%-/`, `a\u00e9`, `a,b,c`, `,,omitempty`, "\xff", `a:b`, `0`, `_`} {
		t := reflect.StructOf([]reflect.StructField{{Name: "F", Type: reflect.TypeOf(0), Tag: reflect.StructTag(fmt.Sprintf("json:%q", tag))}})
		v := reflect.New(t).Elem()
		b, err := json.Marshal(v.Interface())
		v.Field(0).SetInt(5)
		b2, err2 := json.Marshal(v.Interface())
		out("%q %s %v %s %v\n", tag, b, err, b2, err2)
	}
	enc := func(x any) { b, err := json.Marshal(x); out("%s %T %v\n", b, err, err) }
	enc(map[K]int{"a": 1})
	enc(map[KI]int{1: 2})
	enc(map[*KP]int{nil: 1, {3}: 2})
	enc(map[float64]int{1.5: 1, 1e30: 2})
	enc(map[any]int{"a": 1})
	enc(map[[2]int]int{{}: 1})
	enc(map[struct{ A int }]int{{}: 1})
	enc(map[bool]int{})
	enc(struct{ M map[bool]int }{map[bool]int{true: 1}})
	enc(map[KP]int{{1}: 1})
	enc(map[int]any{1: make(chan int)})
	enc(Big{})
	enc(Big{small: &small{1}})
	enc(Emb2{})
	enc(struct {
		P PMs           `json:",string"`
		D time.Duration `json:",string"`
		K KI            `json:",string"`
	}{})
	enc(time.Duration(5))
	enc(time.Unix(0, 0).UTC())
	enc(App{})
	enc(map[string]App{"x": {}})
	enc(struct{ M json.Marshaler }{E{}})
	enc([]E{{}})
	enc(&E{})
	enc(struct{ M any }{E{}})
	enc(struct{ M *E }{&E{}})
	enc(struct{ T encoding.TextMarshaler }{KI(4)})
	enc(struct{ T encoding.TextMarshaler }{})
	enc(struct{ T encoding.TextMarshaler }{(*KP)(nil)})
	var l *List
	for i := range 9000 {
		l = &List{i, l}
	}
	_, err := json.Marshal(l)
	fmt.Println(err)
	for i := range 3000 {
		l = &List{i, l}
	}
	_, err = json.Marshal(l)
	fmt.Println(err)
	dec := func(s string, p any) {
		err := json.Unmarshal([]byte(s), p)
		out("%s -> %+v %T %v\n", s, reflect.ValueOf(p).Elem().Interface(), err, err)
		if e := errors.Unwrap(err); e != nil {
			out("   %T %v\n", e, e)
		}
	}
	dec(`"x"`, new(UT))
	dec(`5`, new(UT))
	dec(`null`, new(UT))
	dec(`"bad"`, new(UT))
	dec(`{}`, new(UT))
	dec(`5`, new(UJ))
	dec(`null`, new(UJ))
	dec(`"bad"`, new(UJ))
	dec(`[1, 2]`, new(UJ))
	dec(`["x","bad","y"]`, new([]UT))
	dec(`["x","bad","y"]`, new([]UJ))
	dec(`{"a":"bad","b":"c"}`, new(map[string]UJ))
	dec(`{"a":1,"bad":2,"c":3}`, new(map[UK]int))
	dec(`{"A":"bad","B":5}`, &struct {
		A UJ
		B int
	}{})
	dec(`{"A":"bad","B":5}`, &struct {
		A UT
		B int
	}{})
	dec(`{"A":null,"B":null}`, &struct {
		A *UJ
		B *UT
	}{})
	dec(`{"A":[]}`, &struct{ A *UT }{})
	dec(`{"Q":1,"W":2}`, &Big{})
	dec(`{"Q":1,"W":2}`, &Big{small: &small{5}})
	dec(`{"e":{"Z":3},"MI":4,"mi2":5,"Stringer":null,"t":"2020-01-02T03:04:05Z"}`, &Emb2{})
	dec(`{"t":"x"}`, &Emb2{})
	dec(`{"t":5}`, &Emb2{})
	dec(`{"1.5":1}`, new(map[float64]int))
	dec(`{"x":1}`, new(map[float64]int))
	dec(`{"a":1}`, new(map[any]int))
	dec(`{"true":1}`, new(map[bool]int))
	dec(`{"a":1}`, new(map[[1]int]int))
	dec(`{"300":1,"1":2}`, new(map[int8]int))
	dec(`{"-1":1}`, new(map[uint]int))
	dec(`{"+1":1,"01":2," 1":3,"":4}`, new(map[int]int))
	dec(`{}`, new(map[any]int))
	dec(`{"foo":1,"FOO":2,"Foo":3}`, &struct{ Foo, FOO int }{})
	dec(`{"fOO":1}`, &struct{ Foo, FOO int }{})
	dec(`{"ſ":1,"K":2}`, &struct{ S, K int }{})
	dec(`{"a_b":1,"A-B":2}`, &struct {
		A_B int
		AB  int
	}{})
	a := []struct{ A, B int }{{1, 2}, {3, 4}, {5, 6}}
	b := a[:1]
	dec(`[{"A":9},{"A":8}]`, &b)
	fmt.Println(a)
	arr := [3]int{7, 8, 9}
	dec(`[1]`, &arr)
	dec(`null`, &arr)
	m := map[string]*struct{ A, B int }{"x": {1, 2}}
	dec(`{"x":{"A":5}}`, &m)
	fmt.Println(*m["x"])
	m2 := map[string]struct{ A, B int }{"x": {1, 2}}
	dec(`{"x":{"A":5}}`, &m2)
	m3 := map[string][]int{"x": {1, 2, 3}}
	dec(`{"x":[9]}`, &m3)
	var s fmt.Stringer = &strings.Builder{}
	dec(`{}`, &s)
	var p any = &struct{ A int }{1}
	dec(`{"A":2}`, &p)
	fmt.Println(p)
	var pp any = map[string]any{"z": 1}
	dec(`{"a":2}`, &pp)
	n := 5
	q := &n
	dec(`6`, &q)
	fmt.Println(n)
	dec(`[1,2`, &a)
	type R struct {
		A int
		R *R
		L []R
		M map[string]R
	}
	dec(`{"A":1,"R":{"A":2},"L":[{"A":3}],"M":{"k":{"A":4}}}`, &R{})
	d := json.NewDecoder(strings.NewReader(`{"X":1,"A":2,"Y":{"z":1}} {"A":"s"} {"A":3}`))
	d.DisallowUnknownFields()
	for i := 0; i < 4; i++ {
		var v struct{ A int }
		err := d.Decode(&v)
		fmt.Println(v, err, d.InputOffset())
		var te *json.UnmarshalTypeError
		if errors.As(err, &te) {
			fmt.Println(te.Offset)
		}
	}
	d = json.NewDecoder(strings.NewReader(`1 2`))
	fmt.Println(d.Decode(5), d.InputOffset())
	fmt.Println(d.Decode(nil))
	fmt.Println(d.Decode(&n), n)
	d = json.NewDecoder(strings.NewReader(`[1 x]`))
	d.Token()
	fmt.Println(d.Decode(&n), n)
	fmt.Println(d.Decode(&n))
	fmt.Println(d.Token())
	d = json.NewDecoder(strings.NewReader(`[1]`))
	d.Token()
	fmt.Println(d.Decode(&n), n)
	fmt.Println(d.Decode(&n))
	fmt.Println(d.Token())
	d = json.NewDecoder(strings.NewReader(`{"a" x`))
	d.Token()
	d.Token()
	fmt.Println(d.Decode(&n))
	d = json.NewDecoder(strings.NewReader(`{"a":1}`))
	d.Token()
	fmt.Println(d.Decode(&n))
	fmt.Println(d.Token())
	dec(`{"A":"12","B":"1.5","C":"true","D":"\"q\"","E":"7","F":null,"G":"null"}`, &struct {
		A int     `json:",string"`
		B float64 `json:",string"`
		C bool    `json:",string"`
		D string  `json:",string"`
		E *int    `json:",string"`
		F int     `json:",string"`
		G *int    `json:",string"`
	}{})
	dec(`{"A":" 1","B":"1x","C":"TRUE","E":"x"}`, &struct {
		A int     `json:",string"`
		B float64 `json:",string"`
		C bool    `json:",string"`
		E *int    `json:",string"`
	}{})
	dec(`{"a":"1"}`, &struct {
		A json.Number `json:"a,string"`
	}{})
	dec(`{"a":1}`, &struct {
		A json.Number `json:"a,string"`
	}{})
	dec(`{"a":"x"}`, &struct {
		A uint8 `json:"a,string"`
	}{})
	dec(`{"a":"300"}`, &struct {
		A uint8 `json:"a,string"`
	}{})
	dec(`{"a":"1.0"}`, &struct {
		A int `json:"a,string"`
	}{})
	dec(`{"a":"\"x"}`, &struct {
		A string `json:"a,string"`
	}{})
	dec(`{"a":"5"}`, &struct {
		A string `json:"a,string"`
	}{})
	dec(`{"a":"null"}`, &struct {
		A string `json:"a,string"`
	}{})
	dec(`{"a":"\"b\" "}`, &struct {
		A string `json:"a,string"`
	}{})
	dec(`{"a":[1]}`, &struct {
		A []int `json:"a,string"`
	}{})
}

// out prints without addresses.
func out(format string, args ...any) {
	fmt.Print(address.ReplaceAllString(fmt.Sprintf(format, args...), "PTR"))
}

var address = regexp.MustCompile("0x[0-9a-f]{6,}")
