// A config reader, an analyser of a log, offsets between tokens, and what is left of package json.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"reflect"
	"sort"
	"strings"
	"time"
)

type level int

func (l *level) UnmarshalText(b []byte) error {
	for i, name := range []string{"debug", "info", "error"} {
		if name == string(b) {
			*l = level(i)
			return nil
		}
	}
	return fmt.Errorf("unknown level %q", b)
}

func (l level) MarshalText() ([]byte, error) {
	return []byte([]string{"debug", "info", "error"}[l]), nil
}

type config struct {
	Name    string            `json:"name"`
	Listen  []string          `json:"listen"`
	Timeout time.Duration     `json:"timeout_ns"`
	Level   level             `json:"level"`
	Limits  map[string]int    `json:"limits,omitempty"`
	Labels  map[level]float32 `json:"labels"`
	Extra   json.RawMessage   `json:"extra"`
	Since   time.Time         `json:"since"`
	Parent  *config           `json:"parent,omitempty"`
	private int
}

const text = `{
	"name": "svc", "listen": [":80", ":443"], "timeout_ns": 1500000000, "level": "error",
	"limits": {"cpu": 4, "mem": 512}, "labels": {"debug": 0.5, "info": 1e3},
	"extra": {"any": [1, {"thing": null}]}, "since": "2024-02-29T12:00:00.5+02:00",
	"parent": {"name": "base", "LEVEL": "info"}
}`

func readConfig() {
	var c config
	if err := json.Unmarshal([]byte(text), &c); err != nil {
		fmt.Println(err)
	}
	fmt.Println(c.Name, c.Listen, c.Timeout, int(c.Level), c.Limits, len(c.Labels), c.Extra, c.Since, c.Parent.Name, int(c.Parent.Level))
	b, err := json.MarshalIndent(c, "", "  ")
	fmt.Println(string(b), err)
	err = json.Unmarshal([]byte(`{"name": "x", "level": "loud", "listen": "y"}`), &c)
	fmt.Println(err, c.Name)
	bad := strings.Replace(text, `"mem": 512`, `"mem": 512,`, 1)
	err = json.Unmarshal([]byte(bad), &c)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		fmt.Println("line", strings.Count(bad[:syntax.Offset], "\n")+1, err)
	}
}

func analyse() {
	log := `{"level":"info","ms":12,"path":"/a"}
{"level":"error","ms":250,"path":"/b","err":"timeout <5s>"}
{"level":"info","ms":3.5,"path":"/a","tags":["x","y"]}
`
	type stats struct {
		Count int      `json:"count"`
		Total float64  `json:"total_ms"`
		Errs  []string `json:"errs,omitempty"`
	}
	paths := map[string]*stats{}
	dec := json.NewDecoder(strings.NewReader(log))
	for dec.More() {
		var e map[string]any
		if err := dec.Decode(&e); err != nil {
			fmt.Println(err)
			return
		}
		p := e["path"].(string)
		if paths[p] == nil {
			paths[p] = &stats{}
		}
		paths[p].Count++
		paths[p].Total += e["ms"].(float64)
		if s, ok := e["err"].(string); ok {
			paths[p].Errs = append(paths[p].Errs, s)
		}
	}
	enc := json.NewEncoder(os.Stdout)
	enc.SetEscapeHTML(false)
	enc.Encode(paths)
	enc.SetIndent("", "\t")
	enc.Encode(paths)
	var names []string
	for n := range paths {
		names = append(names, n)
	}
	sort.Strings(names)
	fmt.Println(names)
}

func offsets() {
	for _, s := range []string{`[1 , 2 ]`, `{"a" : 1 , "b":2 } `, ` 1 , 2`, `[ ]`, `[1 `, `[1 2]`, `null  tru`, `1   `} {
		dec := json.NewDecoder(strings.NewReader(s))
		for range 6 {
			fmt.Print(dec.More(), dec.InputOffset(), " ")
			t, err := dec.Token()
			fmt.Print(t, err, dec.InputOffset(), "; ")
		}
		fmt.Println()
	}
}

// slow gives one byte at a time.
type slow struct{ s string }

func (r *slow) Read(p []byte) (int, error) {
	if r.s == "" {
		return 0, errors.New("broken pipe")
	}
	p[0] = r.s[0]
	r.s = r.s[1:]
	return 1, nil
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func main() {
	readConfig()
	analyse()
	offsets()
	dec := json.NewDecoder(&slow{text + ` "é😀\u00e9" -1.5e2 [1,`})
	for range 4 {
		var v any
		err := dec.Decode(&v)
		fmt.Println(v, err, dec.InputOffset())
	}
	enc := json.NewEncoder(broken{})
	fmt.Println(enc.Encode(1), enc.Encode(make(chan int)))
	// Big inputs: more than one step of the scanner, and buffers that grow.
	var big []map[string]any
	for i := range 3000 {
		big = append(big, map[string]any{"id": i, "name": strings.Repeat("né", i%7), "list": []int{i, i + 1}})
	}
	b, err := json.Marshal(big)
	fmt.Println(len(b), err)
	var back []map[string]any
	fmt.Println(json.NewDecoder(bytes.NewReader(b)).Decode(&back), len(back), back[2999])
	var out bytes.Buffer
	fmt.Println(json.Indent(&out, b, "", " "), out.Len(), json.Valid(out.Bytes()))
	var raw json.RawMessage
	fmt.Println(json.Unmarshal([]byte(`[ 1 ]`), &raw), raw.String(), string(raw.Clone()), json.RawMessage(nil))
	var marshaler json.Marshaler = raw
	var unmarshaler json.Unmarshaler = &raw
	c, err := marshaler.MarshalJSON()
	fmt.Println(string(c), err)
	fmt.Println(unmarshaler.UnmarshalJSON([]byte("2")), raw)
	var token json.Token = json.Delim('}')
	fmt.Printf("%T %v %s\n", token, token, token)
	e := &json.MarshalerError{Err: os.ErrNotExist}
	fmt.Println(errors.Is(e, os.ErrNotExist))
	u := &json.UnmarshalTypeError{Err: os.ErrNotExist}
	fmt.Println(errors.Is(u, os.ErrNotExist))
	texts()
}

// texts has the errors' own methods.
func texts() {
	t := reflect.TypeOf(0)
	unmarshal := &json.UnmarshalTypeError{Value: "bool", Type: t, Struct: "S", Field: "a.b"}
	fmt.Println(unmarshal.Error(), unmarshal.Unwrap())
	marshal := &json.MarshalerError{Type: t, Err: os.ErrNotExist}
	fmt.Println(marshal.Error(), marshal.Unwrap())
	unsupported := &json.UnsupportedValueError{Value: reflect.ValueOf(7), Str: "seven"}
	fmt.Println(unsupported.Error(), unsupported.Value.Int())
	noType := &json.UnsupportedTypeError{Type: t}
	fmt.Println(noType.Error(), noType.Type)
	invalid := &json.InvalidUnmarshalError{Type: t}
	fmt.Println(invalid.Error(), invalid.Type)
	old := &json.InvalidUTF8Error{S: "a\xffb"}
	fmt.Println(old.Error(), old.S)
	older := &json.UnmarshalFieldError{Key: "k", Type: t}
	fmt.Println(older.Error())
	var syntax *json.SyntaxError
	errors.As(json.Unmarshal([]byte("}"), &t), &syntax)
	fmt.Println(syntax.Error(), json.Delim('{').String())
	var dec *json.Decoder
	var enc *json.Encoder
	fmt.Println(dec == nil, enc == nil)
}
