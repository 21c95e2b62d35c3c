// Every way to touch memory, in bounds, at its edges, beyond them, and through nil: reads, writes,
// updates in place, addresses, copies, of every width and kind of element.
package main

import "fmt"

type small struct{ a, b int8 }
type mid struct {
	s string
	n int
	i any
}
type big struct {
	pad [40]int64
	m   mid
	tail [3]uint16
}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Print(name, ": ", r, "; ")
		}
	}()
	f()
	fmt.Print(name, " ok; ")
}

//go:noinline
func at(i int) int { return i }

func zero[T any]() (z T) { return }

type rec0 struct {
	first bool
	mid   int32
	last  bool
}

func access0() {
	var v bool = true
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]bool, 3, 4), [3]bool{}, []bool{}
		pa := &a
		var np *[3]bool
		var ns []bool
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *bool
	var nr *rec0
	r := &rec0{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	fmt.Println(r.mid, *r)
}

type rec1 struct {
	first int8
	mid   int32
	last  int8
}

func access1() {
	var v int8 = 7
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]int8, 3, 4), [3]int8{}, []int8{}
		pa := &a
		var np *[3]int8
		var ns []int8
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("s update", func() { s[at(i)] += v; s[at(i)]++; s[at(i)] -= 2; s[at(i)] *= 3 })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("a update", func() { a[at(i)] += v; a[at(i)]++; a[at(i)] -= 2; a[at(i)] *= 3 })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("pa update", func() { pa[at(i)] += v; pa[at(i)]++; pa[at(i)] -= 2; pa[at(i)] *= 3 })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("e update", func() { e[at(i)] += v; e[at(i)]++; e[at(i)] -= 2; e[at(i)] *= 3 })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("np update", func() { np[at(i)] += v; np[at(i)]++; np[at(i)] -= 2; np[at(i)] *= 3 })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		try("ns update", func() { ns[at(i)] += v; ns[at(i)]++; ns[at(i)] -= 2; ns[at(i)] *= 3 })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *int8
	var nr *rec1
	r := &rec1{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	try("nil update", func() { *np += v })
	try("nil field update", func() { nr.last++ })
	try("field update", func() { r.last += r.first; r.first -= 9; r.last++ })
	fmt.Println(r.mid, *r)
}

type rec2 struct {
	first uint8
	mid   int32
	last  uint8
}

func access2() {
	var v uint8 = 7
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]uint8, 3, 4), [3]uint8{}, []uint8{}
		pa := &a
		var np *[3]uint8
		var ns []uint8
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("s update", func() { s[at(i)] += v; s[at(i)]++; s[at(i)] -= 2; s[at(i)] *= 3 })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("a update", func() { a[at(i)] += v; a[at(i)]++; a[at(i)] -= 2; a[at(i)] *= 3 })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("pa update", func() { pa[at(i)] += v; pa[at(i)]++; pa[at(i)] -= 2; pa[at(i)] *= 3 })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("e update", func() { e[at(i)] += v; e[at(i)]++; e[at(i)] -= 2; e[at(i)] *= 3 })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("np update", func() { np[at(i)] += v; np[at(i)]++; np[at(i)] -= 2; np[at(i)] *= 3 })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		try("ns update", func() { ns[at(i)] += v; ns[at(i)]++; ns[at(i)] -= 2; ns[at(i)] *= 3 })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *uint8
	var nr *rec2
	r := &rec2{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	try("nil update", func() { *np += v })
	try("nil field update", func() { nr.last++ })
	try("field update", func() { r.last += r.first; r.first -= 9; r.last++ })
	fmt.Println(r.mid, *r)
}

type rec3 struct {
	first int16
	mid   int32
	last  int16
}

func access3() {
	var v int16 = 7
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]int16, 3, 4), [3]int16{}, []int16{}
		pa := &a
		var np *[3]int16
		var ns []int16
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("s update", func() { s[at(i)] += v; s[at(i)]++; s[at(i)] -= 2; s[at(i)] *= 3 })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("a update", func() { a[at(i)] += v; a[at(i)]++; a[at(i)] -= 2; a[at(i)] *= 3 })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("pa update", func() { pa[at(i)] += v; pa[at(i)]++; pa[at(i)] -= 2; pa[at(i)] *= 3 })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("e update", func() { e[at(i)] += v; e[at(i)]++; e[at(i)] -= 2; e[at(i)] *= 3 })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("np update", func() { np[at(i)] += v; np[at(i)]++; np[at(i)] -= 2; np[at(i)] *= 3 })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		try("ns update", func() { ns[at(i)] += v; ns[at(i)]++; ns[at(i)] -= 2; ns[at(i)] *= 3 })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *int16
	var nr *rec3
	r := &rec3{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	try("nil update", func() { *np += v })
	try("nil field update", func() { nr.last++ })
	try("field update", func() { r.last += r.first; r.first -= 9; r.last++ })
	fmt.Println(r.mid, *r)
}

type rec4 struct {
	first uint16
	mid   int32
	last  uint16
}

func access4() {
	var v uint16 = 7
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]uint16, 3, 4), [3]uint16{}, []uint16{}
		pa := &a
		var np *[3]uint16
		var ns []uint16
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("s update", func() { s[at(i)] += v; s[at(i)]++; s[at(i)] -= 2; s[at(i)] *= 3 })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("a update", func() { a[at(i)] += v; a[at(i)]++; a[at(i)] -= 2; a[at(i)] *= 3 })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("pa update", func() { pa[at(i)] += v; pa[at(i)]++; pa[at(i)] -= 2; pa[at(i)] *= 3 })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("e update", func() { e[at(i)] += v; e[at(i)]++; e[at(i)] -= 2; e[at(i)] *= 3 })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("np update", func() { np[at(i)] += v; np[at(i)]++; np[at(i)] -= 2; np[at(i)] *= 3 })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		try("ns update", func() { ns[at(i)] += v; ns[at(i)]++; ns[at(i)] -= 2; ns[at(i)] *= 3 })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *uint16
	var nr *rec4
	r := &rec4{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	try("nil update", func() { *np += v })
	try("nil field update", func() { nr.last++ })
	try("field update", func() { r.last += r.first; r.first -= 9; r.last++ })
	fmt.Println(r.mid, *r)
}

type rec5 struct {
	first int32
	mid   int32
	last  int32
}

func access5() {
	var v int32 = 7
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]int32, 3, 4), [3]int32{}, []int32{}
		pa := &a
		var np *[3]int32
		var ns []int32
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("s update", func() { s[at(i)] += v; s[at(i)]++; s[at(i)] -= 2; s[at(i)] *= 3 })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("a update", func() { a[at(i)] += v; a[at(i)]++; a[at(i)] -= 2; a[at(i)] *= 3 })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("pa update", func() { pa[at(i)] += v; pa[at(i)]++; pa[at(i)] -= 2; pa[at(i)] *= 3 })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("e update", func() { e[at(i)] += v; e[at(i)]++; e[at(i)] -= 2; e[at(i)] *= 3 })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("np update", func() { np[at(i)] += v; np[at(i)]++; np[at(i)] -= 2; np[at(i)] *= 3 })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		try("ns update", func() { ns[at(i)] += v; ns[at(i)]++; ns[at(i)] -= 2; ns[at(i)] *= 3 })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *int32
	var nr *rec5
	r := &rec5{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	try("nil update", func() { *np += v })
	try("nil field update", func() { nr.last++ })
	try("field update", func() { r.last += r.first; r.first -= 9; r.last++ })
	fmt.Println(r.mid, *r)
}

type rec6 struct {
	first uint32
	mid   int32
	last  uint32
}

func access6() {
	var v uint32 = 7
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]uint32, 3, 4), [3]uint32{}, []uint32{}
		pa := &a
		var np *[3]uint32
		var ns []uint32
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("s update", func() { s[at(i)] += v; s[at(i)]++; s[at(i)] -= 2; s[at(i)] *= 3 })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("a update", func() { a[at(i)] += v; a[at(i)]++; a[at(i)] -= 2; a[at(i)] *= 3 })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("pa update", func() { pa[at(i)] += v; pa[at(i)]++; pa[at(i)] -= 2; pa[at(i)] *= 3 })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("e update", func() { e[at(i)] += v; e[at(i)]++; e[at(i)] -= 2; e[at(i)] *= 3 })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("np update", func() { np[at(i)] += v; np[at(i)]++; np[at(i)] -= 2; np[at(i)] *= 3 })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		try("ns update", func() { ns[at(i)] += v; ns[at(i)]++; ns[at(i)] -= 2; ns[at(i)] *= 3 })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *uint32
	var nr *rec6
	r := &rec6{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	try("nil update", func() { *np += v })
	try("nil field update", func() { nr.last++ })
	try("field update", func() { r.last += r.first; r.first -= 9; r.last++ })
	fmt.Println(r.mid, *r)
}

type rec7 struct {
	first int64
	mid   int32
	last  int64
}

func access7() {
	var v int64 = 7
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]int64, 3, 4), [3]int64{}, []int64{}
		pa := &a
		var np *[3]int64
		var ns []int64
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("s update", func() { s[at(i)] += v; s[at(i)]++; s[at(i)] -= 2; s[at(i)] *= 3 })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("a update", func() { a[at(i)] += v; a[at(i)]++; a[at(i)] -= 2; a[at(i)] *= 3 })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("pa update", func() { pa[at(i)] += v; pa[at(i)]++; pa[at(i)] -= 2; pa[at(i)] *= 3 })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("e update", func() { e[at(i)] += v; e[at(i)]++; e[at(i)] -= 2; e[at(i)] *= 3 })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("np update", func() { np[at(i)] += v; np[at(i)]++; np[at(i)] -= 2; np[at(i)] *= 3 })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		try("ns update", func() { ns[at(i)] += v; ns[at(i)]++; ns[at(i)] -= 2; ns[at(i)] *= 3 })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *int64
	var nr *rec7
	r := &rec7{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	try("nil update", func() { *np += v })
	try("nil field update", func() { nr.last++ })
	try("field update", func() { r.last += r.first; r.first -= 9; r.last++ })
	fmt.Println(r.mid, *r)
}

type rec8 struct {
	first uint64
	mid   int32
	last  uint64
}

func access8() {
	var v uint64 = 7
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]uint64, 3, 4), [3]uint64{}, []uint64{}
		pa := &a
		var np *[3]uint64
		var ns []uint64
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("s update", func() { s[at(i)] += v; s[at(i)]++; s[at(i)] -= 2; s[at(i)] *= 3 })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("a update", func() { a[at(i)] += v; a[at(i)]++; a[at(i)] -= 2; a[at(i)] *= 3 })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("pa update", func() { pa[at(i)] += v; pa[at(i)]++; pa[at(i)] -= 2; pa[at(i)] *= 3 })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("e update", func() { e[at(i)] += v; e[at(i)]++; e[at(i)] -= 2; e[at(i)] *= 3 })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("np update", func() { np[at(i)] += v; np[at(i)]++; np[at(i)] -= 2; np[at(i)] *= 3 })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		try("ns update", func() { ns[at(i)] += v; ns[at(i)]++; ns[at(i)] -= 2; ns[at(i)] *= 3 })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *uint64
	var nr *rec8
	r := &rec8{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	try("nil update", func() { *np += v })
	try("nil field update", func() { nr.last++ })
	try("field update", func() { r.last += r.first; r.first -= 9; r.last++ })
	fmt.Println(r.mid, *r)
}

type rec9 struct {
	first float32
	mid   int32
	last  float32
}

func access9() {
	var v float32 = 7
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]float32, 3, 4), [3]float32{}, []float32{}
		pa := &a
		var np *[3]float32
		var ns []float32
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("s update", func() { s[at(i)] += v; s[at(i)]++; s[at(i)] -= 2; s[at(i)] *= 3 })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("a update", func() { a[at(i)] += v; a[at(i)]++; a[at(i)] -= 2; a[at(i)] *= 3 })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("pa update", func() { pa[at(i)] += v; pa[at(i)]++; pa[at(i)] -= 2; pa[at(i)] *= 3 })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("e update", func() { e[at(i)] += v; e[at(i)]++; e[at(i)] -= 2; e[at(i)] *= 3 })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("np update", func() { np[at(i)] += v; np[at(i)]++; np[at(i)] -= 2; np[at(i)] *= 3 })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		try("ns update", func() { ns[at(i)] += v; ns[at(i)]++; ns[at(i)] -= 2; ns[at(i)] *= 3 })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *float32
	var nr *rec9
	r := &rec9{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	try("nil update", func() { *np += v })
	try("nil field update", func() { nr.last++ })
	try("field update", func() { r.last += r.first; r.first -= 9; r.last++ })
	fmt.Println(r.mid, *r)
}

type rec10 struct {
	first float64
	mid   int32
	last  float64
}

func access10() {
	var v float64 = 7
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]float64, 3, 4), [3]float64{}, []float64{}
		pa := &a
		var np *[3]float64
		var ns []float64
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("s update", func() { s[at(i)] += v; s[at(i)]++; s[at(i)] -= 2; s[at(i)] *= 3 })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("a update", func() { a[at(i)] += v; a[at(i)]++; a[at(i)] -= 2; a[at(i)] *= 3 })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("pa update", func() { pa[at(i)] += v; pa[at(i)]++; pa[at(i)] -= 2; pa[at(i)] *= 3 })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("e update", func() { e[at(i)] += v; e[at(i)]++; e[at(i)] -= 2; e[at(i)] *= 3 })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("np update", func() { np[at(i)] += v; np[at(i)]++; np[at(i)] -= 2; np[at(i)] *= 3 })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		try("ns update", func() { ns[at(i)] += v; ns[at(i)]++; ns[at(i)] -= 2; ns[at(i)] *= 3 })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *float64
	var nr *rec10
	r := &rec10{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	try("nil update", func() { *np += v })
	try("nil field update", func() { nr.last++ })
	try("field update", func() { r.last += r.first; r.first -= 9; r.last++ })
	fmt.Println(r.mid, *r)
}

type rec11 struct {
	first complex64
	mid   int32
	last  complex64
}

func access11() {
	var v complex64 = 7
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]complex64, 3, 4), [3]complex64{}, []complex64{}
		pa := &a
		var np *[3]complex64
		var ns []complex64
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *complex64
	var nr *rec11
	r := &rec11{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	fmt.Println(r.mid, *r)
}

type rec12 struct {
	first complex128
	mid   int32
	last  complex128
}

func access12() {
	var v complex128 = 7
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]complex128, 3, 4), [3]complex128{}, []complex128{}
		pa := &a
		var np *[3]complex128
		var ns []complex128
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *complex128
	var nr *rec12
	r := &rec12{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	fmt.Println(r.mid, *r)
}

type rec13 struct {
	first string
	mid   int32
	last  string
}

func access13() {
	var v string = "x"
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]string, 3, 4), [3]string{}, []string{}
		pa := &a
		var np *[3]string
		var ns []string
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("s update", func() { s[at(i)] += v })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("a update", func() { a[at(i)] += v })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("pa update", func() { pa[at(i)] += v })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("e update", func() { e[at(i)] += v })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("np update", func() { np[at(i)] += v })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		try("ns update", func() { ns[at(i)] += v })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *string
	var nr *rec13
	r := &rec13{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	fmt.Println(r.mid, *r)
}

type rec14 struct {
	first []int
	mid   int32
	last  []int
}

func access14() {
	var v []int = []int{1}
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([][]int, 3, 4), [3][]int{}, [][]int{}
		pa := &a
		var np *[3][]int
		var ns [][]int
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("s update", func() { s[at(i)] = append(s[at(i)], 3) })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("a update", func() { a[at(i)] = append(a[at(i)], 3) })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("pa update", func() { pa[at(i)] = append(pa[at(i)], 3) })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("e update", func() { e[at(i)] = append(e[at(i)], 3) })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("np update", func() { np[at(i)] = append(np[at(i)], 3) })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		try("ns update", func() { ns[at(i)] = append(ns[at(i)], 3) })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *[]int
	var nr *rec14
	r := &rec14{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	fmt.Println(r.mid, *r)
}

type rec15 struct {
	first any
	mid   int32
	last  any
}

func access15() {
	var v any = any(2)
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]any, 3, 4), [3]any{}, []any{}
		pa := &a
		var np *[3]any
		var ns []any
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *any
	var nr *rec15
	r := &rec15{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	fmt.Println(r.mid, *r)
}

type rec16 struct {
	first *int
	mid   int32
	last  *int
}

func access16() {
	var v *int = new(int)
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]*int, 3, 4), [3]*int{}, []*int{}
		pa := &a
		var np *[3]*int
		var ns []*int
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		fmt.Print(s[0] != nil, a[2] != nil)
		fmt.Println()
	}
	var np **int
	var nr *rec16
	r := &rec16{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	fmt.Println(r.mid)
}

type rec17 struct {
	first map[int]int
	mid   int32
	last  map[int]int
}

func access17() {
	var v map[int]int = map[int]int{}
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]map[int]int, 3, 4), [3]map[int]int{}, []map[int]int{}
		pa := &a
		var np *[3]map[int]int
		var ns []map[int]int
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *map[int]int
	var nr *rec17
	r := &rec17{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	fmt.Println(r.mid, *r)
}

type rec18 struct {
	first func()
	mid   int32
	last  func()
}

func access18() {
	var v func() = func() {}
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]func(), 3, 4), [3]func(){}, []func(){}
		pa := &a
		var np *[3]func()
		var ns []func()
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		fmt.Print(s[0] != nil, a[2] != nil)
		fmt.Println()
	}
	var np *func()
	var nr *rec18
	r := &rec18{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	fmt.Println(r.mid)
}

type rec19 struct {
	first chan int
	mid   int32
	last  chan int
}

func access19() {
	var v chan int = make(chan int)
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]chan int, 3, 4), [3]chan int{}, []chan int{}
		pa := &a
		var np *[3]chan int
		var ns []chan int
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		fmt.Print(s[0] != nil, a[2] != nil)
		fmt.Println()
	}
	var np *chan int
	var nr *rec19
	r := &rec19{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	fmt.Println(r.mid)
}

type rec20 struct {
	first small
	mid   int32
	last  small
}

func access20() {
	var v small = small{1, 2}
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]small, 3, 4), [3]small{}, []small{}
		pa := &a
		var np *[3]small
		var ns []small
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("s field", func() { s[at(i)].b++ })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("a field", func() { a[at(i)].b++ })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("pa field", func() { pa[at(i)].b++ })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("e field", func() { e[at(i)].b++ })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("np field", func() { np[at(i)].b++ })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		try("ns field", func() { ns[at(i)].b++ })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *small
	var nr *rec20
	r := &rec20{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	fmt.Println(r.mid, *r)
}

type rec21 struct {
	first mid
	mid   int32
	last  mid
}

func access21() {
	var v mid = mid{"m", 3, 4}
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]mid, 3, 4), [3]mid{}, []mid{}
		pa := &a
		var np *[3]mid
		var ns []mid
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("s field", func() { s[at(i)].n++ })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("a field", func() { a[at(i)].n++ })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("pa field", func() { pa[at(i)].n++ })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("e field", func() { e[at(i)].n++ })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("np field", func() { np[at(i)].n++ })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		try("ns field", func() { ns[at(i)].n++ })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *mid
	var nr *rec21
	r := &rec21{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	fmt.Println(r.mid, *r)
}

type rec22 struct {
	first big
	mid   int32
	last  big
}

func access22() {
	var v big = big{m: mid{"b", 5, nil}}
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]big, 3, 4), [3]big{}, []big{}
		pa := &a
		var np *[3]big
		var ns []big
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("s field", func() { s[at(i)].m.n++ })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("a field", func() { a[at(i)].m.n++ })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("pa field", func() { pa[at(i)].m.n++ })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("e field", func() { e[at(i)].m.n++ })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("np field", func() { np[at(i)].m.n++ })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		try("ns field", func() { ns[at(i)].m.n++ })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *big
	var nr *rec22
	r := &rec22{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	fmt.Println(r.mid, *r)
}

type rec23 struct {
	first [3]int32
	mid   int32
	last  [3]int32
}

func access23() {
	var v [3]int32 = [3]int32{1, 2, 3}
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([][3]int32, 3, 4), [3][3]int32{}, [][3]int32{}
		pa := &a
		var np *[3][3]int32
		var ns [][3]int32
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *[3]int32
	var nr *rec23
	r := &rec23{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	fmt.Println(r.mid, *r)
}

type rec24 struct {
	first [1]string
	mid   int32
	last  [1]string
}

func access24() {
	var v [1]string = [1]string{"q"}
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([][1]string, 3, 4), [3][1]string{}, [][1]string{}
		pa := &a
		var np *[3][1]string
		var ns [][1]string
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *[1]string
	var nr *rec24
	r := &rec24{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	fmt.Println(r.mid, *r)
}

type rec25 struct {
	first [0]int
	mid   int32
	last  [0]int
}

func access25() {
	var v [0]int = [0]int{}
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([][0]int, 3, 4), [3][0]int{}, [][0]int{}
		pa := &a
		var np *[3][0]int
		var ns [][0]int
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *[0]int
	var nr *rec25
	r := &rec25{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	fmt.Println(r.mid, *r)
}

type rec26 struct {
	first struct{}
	mid   int32
	last  struct{}
}

func access26() {
	var v struct{} = struct{}{}
	for _, i := range []int{-1, 0, 2, 3, 4, 1 << 40, -1 << 63} {
		s, a, e := make([]struct{}, 3, 4), [3]struct{}{}, []struct{}{}
		pa := &a
		var np *[3]struct{}
		var ns []struct{}
		fmt.Print(i, ": ")
		try("s read", func() { w := s[at(i)]; _ = w })
		try("s write", func() { s[at(i)] = v })
		try("s address", func() { p := &s[at(i)]; *p = v })
		try("a read", func() { w := a[at(i)]; _ = w })
		try("a write", func() { a[at(i)] = v })
		try("pa read", func() { w := pa[at(i)]; _ = w })
		try("pa write", func() { pa[at(i)] = v })
		try("pa address", func() { p := &pa[at(i)]; *p = v })
		try("e read", func() { w := e[at(i)]; _ = w })
		try("e write", func() { e[at(i)] = v })
		try("np read", func() { w := np[at(i)]; _ = w })
		try("np write", func() { np[at(i)] = v })
		try("np address", func() { p := &np[at(i)]; *p = v })
		try("ns read", func() { w := ns[at(i)]; _ = w })
		try("ns write", func() { ns[at(i)] = v })
		fmt.Print(s, a[:2], len(e))
		fmt.Println()
	}
	var np *struct{}
	var nr *rec26
	r := &rec26{mid: -5}
	try("nil read", func() { w := *np; _ = w })
	try("nil write", func() { *np = v })
	try("nil field", func() { w := nr.last; _ = w })
	try("nil field write", func() { nr.last = v })
	try("nil first", func() { nr.first = v })
	try("nil whole", func() { w := *nr; _ = w })
	try("nil whole write", func() { *nr = *r })
	try("whole from nil", func() { *r = *nr })
	try("field copy", func() { r.last = nr.first })
	try("nil address", func() { p := &nr.last; _ = p })
	try("fields", func() { r.first, r.last = v, r.first })
	fmt.Println(r.mid, *r)
}

func strings() {
	s := "héllo"
	for _, i := range []int{-1, 0, 5, 6, 1 << 40} {
		try("string", func() { fmt.Print(s[at(i)], " ") })
		try("empty", func() { _ = ""[at(i)] })
		try("from", func() { fmt.Print(s[at(i):], " ") })
		try("to", func() { fmt.Print(s[:at(i)], " ") })
		try("both", func() { fmt.Print(s[at(i):at(3)], " ") })
		fmt.Println()
	}
}

func slices() {
	s := make([]int, 4, 8)
	a := [4]int{1, 2, 3, 4}
	var np *[4]int
	var ns []int
	edges := []int{-1, 0, 2, 4, 5, 8, 9}
	n := 0
	for _, i := range edges {
		try("s[i:]", func() { n += len(s[at(i):]) + cap(s[at(i):])*100 })
		try("s[:i]", func() { n += len(s[:at(i)]) + cap(s[:at(i)])*100 })
		try("a[i:]", func() { n += len(a[at(i):]) })
		try("a[:i]", func() { n += len(a[:at(i)]) })
		try("np[:i]", func() { n += len(np[:at(i)]) })
		try("ns[:i]", func() { n += len(ns[:at(i)]) })
		try("ns[i:]", func() { n += len(ns[at(i):]) })
		for _, j := range edges {
			try(fmt.Sprint("s[", i, ":", j, "]"), func() { x := s[at(i):at(j)]; n += len(x)*3 + cap(x)*100 })
			try(fmt.Sprint("a[", i, ":", j, "]"), func() { x := a[at(i):at(j)]; n += len(x)*3 + cap(x)*100 })
			for _, k := range edges {
				try(fmt.Sprint("s[", i, ":", j, ":", k, "]"), func() { x := s[at(i):at(j):at(k)]; n += len(x)*3 + cap(x)*100 })
			}
		}
		try("array", func() { n += [2]int(s[:at(i)])[1] })
		try("array pointer", func() { n += (*[2]int)(s[:at(i)])[1] })
		try("empty array", func() { n += len([0]int(s[:at(i)])) })
		fmt.Println(n)
	}
}

func main() {
	access0()
	access1()
	access2()
	access3()
	access4()
	access5()
	access6()
	access7()
	access8()
	access9()
	access10()
	access11()
	access12()
	access13()
	access14()
	access15()
	access16()
	access17()
	access18()
	access19()
	access20()
	access21()
	access22()
	access23()
	access24()
	access25()
	access26()
	strings()
	slices()
}
