package testing

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"time"
)

// F is a fuzz test. It runs its seed inputs: those that were added, and those in
// testdata/fuzz/<name>. gvm makes no new ones.
type F struct {
	*common
	t      *T
	seeds  []seed
	called bool // Fuzz
	inside bool // Fuzz runs
}

// seed is an input.
type seed struct {
	name   string
	values []any
}

func runFuzzTests(match matchFunc, tests []InternalFuzzTarget, procs []int, deadline time.Time) (ran, ok bool) {
	if len(tests) == 0 {
		return false, true
	}
	table := make([]InternalTest, len(tests))
	for i, test := range tests {
		table[i] = InternalTest{test.Name, func(t *T) {
			f := &F{common: &t.common, t: t}
			test.Fn(f)
			if !f.called && !f.common.Failed() {
				f.Error("returned without calling F.Fuzz, F.Fail, or F.Skip")
			}
		}}
	}
	return runTests(match, table, procs, deadline)
}

func (f *F) outside(method string) {
	if f.inside {
		panic("testing: f." + method + " was called inside the fuzz target, use t." + method + " instead")
	}
}

// Fail marks the test as failed.
func (f *F) Fail() {
	f.outside("Fail")
	f.common.Fail()
}

// Skipped reports whether the test was skipped.
func (f *F) Skipped() bool {
	f.outside("Skipped")
	return f.common.Skipped()
}

// Helper marks the caller: its lines are not shown with messages.
func (f *F) Helper() {
	f.outside("Helper")
	f.helper(1)
}

var fuzzable = map[reflect.Type]bool{
	reflect.TypeFor[[]byte](): true, reflect.TypeFor[string](): true, reflect.TypeFor[bool](): true,
	reflect.TypeFor[byte](): true, reflect.TypeFor[rune](): true, reflect.TypeFor[float32](): true,
	reflect.TypeFor[float64](): true, reflect.TypeFor[int](): true, reflect.TypeFor[int8](): true,
	reflect.TypeFor[int16](): true, reflect.TypeFor[int64](): true, reflect.TypeFor[uint](): true,
	reflect.TypeFor[uint16](): true, reflect.TypeFor[uint32](): true, reflect.TypeFor[uint64](): true,
}

// Add adds a seed input.
func (f *F) Add(args ...any) {
	values := make([]any, len(args))
	for i, a := range args {
		if t := reflect.TypeOf(a); !fuzzable[t] {
			panic(fmt.Sprintf("testing: unsupported type to Add %v", t))
		}
		values[i] = a
	}
	f.seeds = append(f.seeds, seed{fmt.Sprintf("seed#%d", len(f.seeds)), values})
}

// Fuzz runs ff, a func(*T, …), with each seed input.
func (f *F) Fuzz(ff any) {
	if f.called {
		panic("testing: F.Fuzz called more than once")
	}
	f.called = true
	if f.common.failed {
		return
	}
	f.helper(0)
	fn := reflect.ValueOf(ff)
	ft := fn.Type()
	switch {
	case ft.Kind() != reflect.Func:
		panic("testing: F.Fuzz must receive a function")
	case ft.NumIn() < 2 || ft.In(0) != reflect.TypeFor[*T]():
		panic("testing: fuzz target must receive at least two arguments, where the first argument is a *T")
	case ft.NumOut() != 0:
		panic("testing: fuzz target must not return a value")
	}
	var types []reflect.Type
	for i := 1; i < ft.NumIn(); i++ {
		t := ft.In(i)
		if !fuzzable[t] {
			panic(fmt.Sprintf("testing: unsupported type for fuzzing %v", t))
		}
		types = append(types, t)
	}
	for _, s := range f.seeds {
		if err := fits(s.values, types); err != nil {
			f.Fatal(err)
		}
	}
	stored, err := readSeeds(filepath.Join("testdata", "fuzz", f.name), types)
	if err != nil {
		f.Fatal(err)
	}
	f.inside = true
	f.t.between = 1
	defer func() { f.inside, f.t.between = false, 0 }()
	for _, s := range append(f.seeds, stored...) {
		f.t.Run(s.name, func(t *T) {
			in := []reflect.Value{reflect.ValueOf(t)}
			for _, v := range s.values {
				in = append(in, reflect.ValueOf(v))
			}
			fn.Call(in)
		})
	}
}

func fits(values []any, types []reflect.Type) error {
	if len(values) != len(types) {
		return fmt.Errorf("wrong number of values in corpus entry: %d, want %d", len(values), len(types))
	}
	var have []reflect.Type
	same := true
	for i, v := range values {
		have = append(have, reflect.TypeOf(v))
		same = same && have[i] == types[i]
	}
	if !same {
		return fmt.Errorf("mismatched types in corpus entry: %v, want %v", have, types)
	}
	return nil
}

// readSeeds reads a folder of inputs, if there is one.
func readSeeds(dir string, types []reflect.Type) ([]seed, error) {
	entries, err := os.ReadDir(dir)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading seed corpus from testdata: %v", err)
	}
	var out []seed
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		path := filepath.Join(dir, e.Name())
		b, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("failed to read corpus file: %v", err)
		}
		values, err := parseSeed(string(b))
		if err == nil {
			err = fits(values, types)
		}
		if err != nil {
			return nil, fmt.Errorf("%q: %v", path, err)
		}
		out = append(out, seed{e.Name(), values})
	}
	return out, nil
}

const seedHeader = "go test fuzz v1"

// parseSeed reads an input's file: a line a value, each like int(3) or string("x").
func parseSeed(text string) ([]any, error) {
	lines := strings.Split(text, "\n")
	if strings.TrimSuffix(lines[0], "\r") != seedHeader {
		return nil, fmt.Errorf("unmarshal: unknown encoding version: %s", lines[0])
	}
	var values []any
	for _, line := range lines[1:] {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		v, err := parseValue(line)
		if err != nil {
			return nil, fmt.Errorf("unmarshal: malformed line %q: %v", line, err)
		}
		values = append(values, v)
	}
	if values == nil {
		return nil, fmt.Errorf("unmarshal: must include version and at least one value")
	}
	return values, nil
}

func parseValue(line string) (any, error) {
	kind, arg, ok := strings.Cut(line, "(")
	if !ok || !strings.HasSuffix(arg, ")") {
		return nil, fmt.Errorf("expected call expression")
	}
	arg = strings.TrimSpace(strings.TrimSuffix(arg, ")"))
	whole := func(bits int) (int64, error) {
		if strings.HasPrefix(arg, "'") {
			r, _, rest, err := strconv.UnquoteChar(strings.Trim(arg, "'"), '\'')
			if err == nil && rest != "" {
				err = strconv.ErrSyntax
			}
			return int64(r), err
		}
		return strconv.ParseInt(arg, 0, bits)
	}
	switch kind {
	case "string":
		return strconv.Unquote(arg)
	case "[]byte":
		s, err := strconv.Unquote(arg)
		return []byte(s), err
	case "bool":
		return strconv.ParseBool(arg)
	case "int":
		n, err := whole(0)
		return int(n), err
	case "int8":
		n, err := whole(8)
		return int8(n), err
	case "int16":
		n, err := whole(16)
		return int16(n), err
	case "int32", "rune":
		n, err := whole(32)
		return rune(n), err
	case "int64":
		n, err := whole(64)
		return n, err
	case "byte", "uint8":
		n, err := whole(16)
		return byte(n), err
	case "uint":
		n, err := strconv.ParseUint(arg, 0, 0)
		return uint(n), err
	case "uint16":
		n, err := strconv.ParseUint(arg, 0, 16)
		return uint16(n), err
	case "uint32":
		n, err := strconv.ParseUint(arg, 0, 32)
		return uint32(n), err
	case "uint64":
		return strconv.ParseUint(arg, 0, 64)
	case "float32":
		x, err := strconv.ParseFloat(arg, 32)
		return float32(x), err
	case "float64":
		return strconv.ParseFloat(arg, 64)
	case "math.Float32frombits":
		n, err := strconv.ParseUint(arg, 0, 32)
		return math.Float32frombits(uint32(n)), err
	case "math.Float64frombits":
		n, err := strconv.ParseUint(arg, 0, 64)
		return math.Float64frombits(n), err
	}
	return nil, fmt.Errorf("unknown type %s", kind)
}
