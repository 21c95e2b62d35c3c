// Package hidden has unexported methods and types that look like those of others.
package hidden

import "fmt"

type Level uint8

const Low Level = 3

func (l Level) String() string { return names[l] }

type table[K, V comparable] map[K]V

func (t table[K, V]) flip() table[V, K] {
	out := make(table[V, K])
	for k, v := range t {
		out[v] = k
	}
	return out
}

var names = table[Level, string]{Low: "low", 4: "four"}

func Reverse(name string) Level { return names.flip()[name] }

type Thing struct{}

func (Thing) mark() string { return "hidden" }

type Marker interface{ mark() string }

func Mark(m Marker) string { return m.mark() }

var Anonymous any = struct{ x int }{1}

type Base struct{ count int }

func (b *Base) Inc()           { b.count++ }
func (b Base) Show() string    { return fmt.Sprint("count ", b.count) }
func (b *Base) reset()         { b.count = 0 }
func Reset(r interface{ reset() }) { r.reset() }
