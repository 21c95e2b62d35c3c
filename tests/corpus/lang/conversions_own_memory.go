// What string conversions make has memory of its own, as much as its capacity says: growing one in place changes
// no other.
package main

import (
	"fmt"
	"strings"
)

var units = []string{"a", "ä", "€", "😀", "\xff", "aä€😀"}

// each makes many of one kind side by side, grows every second one within and beyond its capacity, and looks at
// the others.
func each[E comparable](name string, f func(s string) []E, fill E) (bad int) {
	for _, u := range units {
		for n := range 20 {
			s := strings.Repeat(u, n)
			var made [16][]E
			for i := range made {
				made[i] = f(s)
			}
			for i := 0; i < len(made); i += 2 {
				x := made[i]
				x = x[:cap(x)]
				for j := len(made[i]); j < len(x); j++ {
					x[j] = fill
				}
				x = append(made[i], fill)
				_ = append(x, fill, fill, fill)
			}
			want := f(s)
			for i, x := range made {
				if len(x) != len(want) {
					bad++
					fmt.Println(name, u, n, i, "length", len(x))
					continue
				}
				for j := range x {
					if x[j] != want[j] {
						bad++
						fmt.Println(name, u, n, i, "differs at", j)
						break
					}
				}
			}
		}
	}
	return bad
}

type (
	runes []rune
	text  string
	octet byte
)

//go:noinline
func keep(s string) string { return s }

func main() {
	fmt.Println(
		each("runes", func(s string) []rune { return []rune(s) }, -1),
		each("bytes", func(s string) []byte { return []byte(s) }, 0),
		each("octets", func(s string) []octet { return []octet(text(s)) }, 0),
		each("named runes", func(s string) []rune { return runes(text(s)) }, -1),
		each("appended", func(s string) []byte { return append([]byte(nil), s...) }, 0),
		each("strings", func(s string) []string { return []string{string([]rune(s)), string([]byte(s)), keep(s) + s} }, ""),
		each("split", func(s string) []string { return strings.Split(s, "a") }, "x"),
		each("copied", func(s string) []byte { b := make([]byte, len(s), len(s)+n(s)); copy(b, s); return b }, 0),
	)
}

func n(s string) int { return len(s) % 5 }
