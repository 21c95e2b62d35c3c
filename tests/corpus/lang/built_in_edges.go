// make, append, copy, clear and conversions of text at their edges, of elements of every size.
package main

import (
	"fmt"
	"math"
	"unsafe"
)

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Print(name, ": ", r, "; ")
		}
	}()
	f()
}

type empty struct{}
type three [3]byte
type mixed struct {
	p *int
	b byte
}
type wide [1000]int64

//go:noinline
func n(i int64) int64 { return i }

func sizes[T any](name string) {
	fmt.Print(name, " ", unsafe.Sizeof(*new(T)), ": ")
	for _, l := range []int64{-1, 0, 1, 5, 1 << 49, 1 << 62, math.MaxInt64} {
		for _, c := range []int64{-1, 0, 1, 4, 5, 6, 1 << 50, math.MaxInt64} {
			if l < 1<<48 && c < 1<<48 || unsafe.Sizeof(*new(T)) != 0 {
				try(fmt.Sprint(l, ",", c), func() { s := make([]T, n(l), n(c)); sink = s; fmt.Print(len(s), cap(s), " ") })
			}
		}
		if unsafe.Sizeof(*new(T)) != 0 || l < 10 {
			try(fmt.Sprint(l), func() { s := make([]T, n(l)); sink = s; fmt.Print(len(s), cap(s), " ") })
			try(fmt.Sprint("chan ", l), func() { c := make(chan T, n(l)); sink = c; fmt.Print(cap(c), " ") })
		}
	}
	try("map", func() { fmt.Print(len(make(map[int]T, n(-5))), len(make(map[int]T, n(3)))) })
	fmt.Println()
}

func grows[T comparable](name string, v T) {
	var s, all []T
	last, h := -1, uint64(0)
	for i := range 3000 {
		s = append(s, v)
		sink = s
		if cap(s) != last {
			last = cap(s)
			h = h*31 + uint64(last)
			if i < 600 {
				fmt.Print(last, " ")
			}
		}
	}
	for _, k := range []int{0, 1, 2, 3, 5, 9, 33, 256, 257, 700} {
		all = append(all[:min(k, len(all))], s[:k]...)
		h = h*31 + uint64(len(all)*10000+cap(all))
		x := append([]T(nil), s[:k]...)
		y := append(x[:k/2:k/2], x[k/2:]...)
		z := append(x, x...)
		sink = [][]T{all, x, y, z}
		h = h*31 + uint64(cap(x)*7+cap(y)*5+cap(z)+len(z))
		for i := range z {
			if z[i] != v {
				h++
			}
		}
	}
	c := make([]T, 10)
	m := copy(c[3:6], s) + copy(c, c[5:])*10 + copy(c[4:], c[:0])*100 + copy(c, []T(nil))*1000
	same := 0
	for i := range c {
		if c[i] == v {
			same |= 1 << i
		}
	}
	clear(c[1:3])
	clear(c[:0])
	for i := range c {
		if c[i] == v {
			same |= 1024 << i
		}
	}
	fmt.Println(name, h, m, same)
}

var sink any

func text() {
	bad := []string{"", "a", "é", "€", "𝄞", "\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xc2", "\xc2\x41", "\xdf\xbf", "\xe0\x80\x80", "\xe0\x9f\xbf", "\xe0\xa0\x80", "\xe1\x80", "\xe1\x80\x41",
		"\xed\x9f\xbf", "\xed\xa0\x80", "\xed\xbf\xbf", "\xee\x80\x80", "\xef\xbf\xbd", "\xef\xbf\xbf", "\xf0\x80\x80\x80", "\xf0\x8f\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff", "\xf1\x80\x80", "\xf1\x80\x80\x41"}
	h := uint64(0)
	for _, a := range bad {
		for _, b := range bad {
			s := a + b + "z"
			for i, r := range s {
				h = h*1000003 + uint64(i)*31 + uint64(r)
			}
			k := 0
			for range s {
				k++
			}
			rs := []rune(s)
			h = h*1000003 + uint64(len(rs)*100+k)
			for _, r := range rs {
				h = h*31 + uint64(r)
			}
			h = h*31 + uint64(len(string(rs)))
			for _, c := range []byte(string(rs)) {
				h = h*31 + uint64(c)
			}
		}
		fmt.Printf("%+q %d ", a, []rune(a))
	}
	fmt.Println(h)
	for _, r := range []rune{-1, 0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdfff, 0xe000, 0xffff, 0x10000, 0x10ffff, 0x110000, math.MaxInt32, math.MinInt32} {
		fmt.Printf("%x %x; ", string(r), string([]rune{r, 'a', r}))
	}
	for _, i := range []int64{-1, 65, 0x10ffff, 0x110000, 1 << 32, 1<<32 + 65, math.MaxInt64} {
		fmt.Printf("%x %x %x ", string(i), string(uint64(i)), string(int8(i)))
		fmt.Printf("%x %x; ", string(rune(i)), fmt.Sprint(rune(i)))
	}
	fmt.Println()
	words := []string{"", "a", "bc", "", "def"}
	for i := range words {
		for j := range words {
			s := words[i] + words[j]
			t := words[i] + words[j] + words[(i+j)%5] + "x" + words[j]
			u := s
			u += t
			fmt.Print(s, t == s+words[(i+j)%5]+"x"+words[j], u > t, u < s, s <= words[i], s >= t, s == words[j], len(u), " ")
		}
	}
	fmt.Println()
}

func main() {
	sizes[empty]("empty")
	sizes[byte]("byte")
	sizes[three]("three")
	sizes[int64]("int64")
	sizes[string]("string")
	sizes[mixed]("mixed")
	sizes[wide]("wide")
	grows("empty", empty{})
	grows("bool", true)
	grows("int16", int16(-3))
	grows("three", three{1, 2, 3})
	grows("float32", float32(1.5))
	grows("int64", int64(1<<40))
	grows("string", "s")
	grows("any", any(1))
	grows("mixed", mixed{new(int), 1})
	grows("five", [5]int64{1, 2, 3, 4, 5})
	grows("nine", [9]string{"a", 8: "b"})
	text()
}
