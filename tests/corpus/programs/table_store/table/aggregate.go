package table

import "slices"

// Number is what can be summed up.
type Number interface {
	~int | ~int64 | ~float64
}

// Aggregate takes values one by one and gives a result.
type Aggregate interface {
	Add(Value)
	Result() Value
}

type count struct{ n int }

func (c *count) Add(v Value) {
	if !v.IsNull() {
		c.n++
	}
}
func (c *count) Result() Value { return IntValue(c.n) }

type sum struct {
	total float64
	kind  Kind
}

func (s *sum) Add(v Value) {
	s.total += v.num
	s.kind = max(s.kind, v.kind)
}

func (s *sum) Result() Value {
	if s.kind == Float {
		return FloatValue(s.total)
	}
	return IntValue(int(s.total))
}

type average struct {
	sum
	count
}

func (a *average) Add(v Value) {
	a.sum.Add(v)
	a.count.Add(v)
}

func (a *average) Result() Value {
	if a.n == 0 {
		return Value{}
	}
	return FloatValue(a.total / float64(a.n))
}

type extreme struct {
	best   Value
	better func(a, b Value) bool
}

func (e *extreme) Add(v Value) {
	if e.best.IsNull() || !v.IsNull() && e.better(v, e.best) {
		e.best = v
	}
}
func (e *extreme) Result() Value { return e.best }

// Aggregates makes an aggregate by name.
var Aggregates = map[string]func() Aggregate{
	"count": func() Aggregate { return new(count) },
	"sum":   func() Aggregate { return new(sum) },
	"avg":   func() Aggregate { return new(average) },
	"min":   func() Aggregate { return &extreme{better: func(a, b Value) bool { return Compare(a, b) < 0 }} },
	"max":   func() Aggregate { return &extreme{better: func(a, b Value) bool { return Compare(a, b) > 0 }} },
}

// Total sums up what f gives for each element.
func Total[E any, N Number](list []E, f func(E) N) (total N) {
	for _, e := range list {
		total += f(e)
	}
	return total
}

// Group is the rows with one key, in the order the keys came up.
type Group[K comparable] struct {
	Key  K
	Rows []Row
}

// GroupBy sorts rows into groups.
func GroupBy[K comparable](rows []Row, key func(Row) K) []Group[K] {
	var out []Group[K]
	for _, r := range rows {
		k := key(r)
		i := slices.IndexFunc(out, func(g Group[K]) bool { return g.Key == k })
		if i < 0 {
			i = len(out)
			out = append(out, Group[K]{Key: k})
		}
		out[i].Rows = append(out[i].Rows, r)
	}
	return out
}
