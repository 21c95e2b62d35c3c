package main

const (
	a, b = iota, 1 << iota
	c, d
	_, _
	e float64 = c / 2.0
	f         = len("abc") + cap([3]int{})
)

var (
	x, y = two()
	z    [f]struct {
		int
		*inner `tag:"v"`
		m      map[key]chan<- []byte
	}
	_ stringer = (*inner)(nil)
	g          = func(i int, _ string) (r uint8) { return uint8(i) + r }
	h, k int16 = -1, 0o17
)

type (
	key   [2]string
	inner struct {
		prev, next *inner
		outer
		fn func(...any) error
	}
	outer    struct{ depth int }
	alias    = map[string]outer
	stringer interface {
		String() string
		comparer
	}
	comparer interface{ less(o comparer) bool }
	colour   byte
)

func two() (int, string) { return h2(1), "s" }

func h2(int) int { return 0 }

func (i *inner) String() string         { return i.outer.name() }
func (i inner) less(o comparer) bool    { return i.depth < 1 && o != nil }
func (o outer) name() (s string)        { s = string(rune(o.depth)); return }
func (c colour) add(n ...colour) colour { return c + n[0] }

func init() {
	var local struct{ a, b int }
	type t = *outer
	local.a, local.b = int(e*2), cap(z)
	var p t = &outer{depth: 1}
	p.depth = alias{"k": {3}}["k"].depth
	_, _, _ = y, k, d
	_ = colour.add
	_ = g
}

func main() { _ = a + b }
