package main

import "fmt"

// Built-in functions, slices, type assertions and conversions of text are evaluated in their turn,
// as calls are; variables around them are read after all calls.

var (
	z    complex128
	x    float64
	s    []int
	text string
	k    int
	m    map[int]int
	ch   chan int
	v    any
	b    []byte
)

func before() {
	z, x, s, text, k, m, ch, v = 3, 3, []int{1, 2, 3}, "abc", 3, map[int]int{1: 1}, make(chan int, 3), 3
	b = []byte("abc")
}

//go:noinline
func change() int {
	z, x, s, text, k, m, ch, v = complex(10, 20), 10, nil, "abcdef", 100, nil, nil, 5
	b[0] = 'X'
	return 1000
}

func changed(b []byte) string {
	b[0] = 'Y'
	return "changed"
}

func main() {
	tests := []func() any{
		func() any { return x + real(z) + float64(change()) },
		func() any { return x + imag(z) + float64(change()) },
		func() any { return z + complex(x, x) + complex(float64(change()), 0) },
		func() any { return k + len(s) + change() },
		func() any { return k + len(text) + change() },
		func() any { return k + cap(s) + change() },
		func() any { return k + len(m) + change() },
		func() any { return k + cap(ch) + change() },
		func() any { return k + v.(int) + change() },
		func() any { return k + min(k, 7) + change() },
		func() any { return k + s[1:][0] + change() },
		func() any { return k + len(text[1:]) + change() },
		func() any { return k + int(uint8(k)) + change() },
		func() any { return text + string([]byte(text)) + fmt.Sprint(change()) },
		func() any { return text + string(rune(k+64)) + fmt.Sprint(change()) },
		func() any { return text + string(b) + fmt.Sprint(change()) },
		func() any { return fmt.Sprint(k, []byte(text), []rune(text), change()) },
		func() any { return []any{real(z), x, len(s), text, k, change()} },
		func() any { return fmt.Sprint(string(b), changed(b), string(b)) },
		func() any { k += len(s) + change(); return k },
		func() any { x += real(z) + float64(change()); return x },
		func() any { z *= complex(0.5, real(z)) + complex(float64(change()), 1); return z },
		func() any { k, x = len(s)+change(), real(z)+x; return []any{k, x} },
	}
	for i, f := range tests {
		before()
		fmt.Println(i, f())
	}
}
