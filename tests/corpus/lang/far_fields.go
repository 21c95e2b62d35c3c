// Fields far from the beginning of their struct, of every width, in each kind of place.
package main

import "fmt"

type fields struct {
	a int8
	b uint8
	c int16
	d uint16
	e int32
	f uint32
	g int64
	h uint64
	i float32
	j float64
	k string
	l any
	m []int
	n *int
	o bool
	p [3]int16
	q complex64
}

type near struct {
	pad [20000]byte
	v   fields
}

type far struct {
	pad [32700]byte
	v   fields
	more [300]byte
	w   fields
}

type farther struct {
	pad [70000]byte
	v   fields
	arr [4]fields
}

var global far
var global2 farther

//go:noinline
func n(i int) int { return i }

func set(v *fields, x int) {
	v.a, v.b, v.c, v.d = int8(x), uint8(x), int16(x), uint16(x)
	v.e, v.f, v.g, v.h = int32(x), uint32(x), int64(x), uint64(x)
	v.i, v.j, v.k, v.l = float32(x), float64(x), fmt.Sprint(x), x
	v.m = []int{x}
	v.n, v.o, v.p, v.q = &v.m[0:1:1][0], x > 0, [3]int16{int16(x), 2, 3}, complex(float32(x), 1)
}

func sum(f *far) (s int) {
	for _, b := range f.pad {
		s += int(b)
	}
	for _, b := range f.more {
		s += int(b)
	}
	return s
}

func main() {
	f, g := &far{}, &farther{}
	l := make([]far, 3)
	x := 7
	f.v.a, f.w.a, g.v.a, global.v.a, global.w.a, l[n(1)].w.a, g.arr[n(2)].a = 1, 2, 3, 4, 5, 6, 7
	f.v.b, f.w.b, g.v.b, global.v.b, global.w.b, l[n(1)].w.b, g.arr[n(2)].b = 11, 12, 13, 14, 15, 16, 17
	f.v.c, f.w.c, g.v.c, global.v.c, global.w.c, l[n(1)].w.c, g.arr[n(2)].c = 21, 22, 23, 24, 25, 26, 27
	f.v.d, f.w.d, g.v.d, global.v.d, global.w.d, l[n(1)].w.d, g.arr[n(2)].d = 31, 32, 33, 34, 35, 36, 37
	f.v.e, f.w.e, g.v.e, global.v.e, global.w.e, l[n(1)].w.e, g.arr[n(2)].e = 41, 42, 43, 44, 45, 46, 47
	f.v.f, f.w.f, g.v.f, global.v.f, global.w.f, l[n(1)].w.f, g.arr[n(2)].f = 51, 52, 53, 54, 55, 56, 57
	f.v.g, f.w.g, g.v.g, global.v.g, global.w.g, l[n(1)].w.g, g.arr[n(2)].g = 61, 62, 63, 64, 65, 66, 67
	f.v.h, f.w.h, g.v.h, global.v.h, global.w.h, l[n(1)].w.h, g.arr[n(2)].h = 71, 72, 73, 74, 75, 76, 77
	f.v.i, f.w.i, g.v.i, global.v.i, global.w.i, l[n(1)].w.i, g.arr[n(2)].i = 81, 82, 83, 84, 85, 86, 87
	f.v.j, f.w.j, g.v.j, global.v.j, global.w.j, l[n(1)].w.j, g.arr[n(2)].j = 91, 92, 93, 94, 95, 96, 97
	f.v.k, f.w.k, g.v.k, global.v.k, global.w.k, l[n(1)].w.k = "a", "b", "c", "d", "e", "f"
	f.v.l, f.w.l, g.v.l, global.v.l, global.w.l, l[n(1)].w.l = 1, "2", 3.0, '4', nil, true
	f.v.m, f.w.m, g.v.m, global.v.m, global.w.m = []int{1}, []int{2}, []int{3}, []int{4}, nil
	f.w.n, g.v.n, global.w.n = &x, &x, &x
	f.w.o, f.w.p, f.w.q = true, [3]int16{1, 2, 3}, 1+2i
	f.w.a += 100
	f.w.c -= 1000
	f.w.e <<= 3
	f.w.g *= -1
	f.w.i /= 4
	f.w.j++
	f.w.k += "more"
	*f.w.n += f.v.m[0] + int(f.w.p[n(1)])
	global.w.a--
	global.w.f ^= 0xff
	l[n(1)].w.h |= 1 << 40
	copied := *f
	copied.w.b, copied.v.b = 99, 98
	whole := f.w
	f.v = whole
	fmt.Println(f.v.a, f.v.b, f.v.c, f.v.d, f.v.e, f.v.f, f.v.g, f.v.h, f.v.i, f.v.j, f.v.k, f.v.l, f.v.m, *f.v.n, f.v.o, f.v.p, f.v.q)
	for _, v := range []*fields{&f.w, &g.v, &g.arr[2], &global.v, &global.w, &l[1].w, &l[1].v, &l[0].w, &l[2].v, &copied.w, &copied.v, &g.arr[1], &g.arr[3]} {
		fmt.Println(v.a, v.b, v.c, v.d, v.e, v.f, v.g, v.h, v.i, v.j, v.k, v.l, v.m, v.n != nil, v.o, v.p, v.q)
	}
	fmt.Println(sum(f), sum(&global), sum(&l[0])+sum(&l[1])+sum(&l[2]), sum(&copied))
	near1 := near{}
	near1.v.g, near1.v.k = 5, "near"
	near2 := near1
	near2.v.g++
	fmt.Println(near1.v.g, near2.v.g, near2.v.k, near1 .v.p == near2.v.p)
	set(&global2.v, 300)
	set(&global2.arr[n(3)], -300)
	fmt.Println(global2.v.a, global2.v.b, global2.v.c, global2.v.k, global2.v.l, *global2.v.n, global2.arr[3].d, global2.arr[3].f, global2.arr[3].p)
	var none *far
	for i, touch := range []func(){func() { none.w.a = 1 }, func() { none.w.h = 1 }, func() { none.v.k = "" }, func() { x = int(none.w.e) }, func() { none.w = none.v }, func() { x = len(none.pad) }, func() { none.pad[n(32699)] = 1 }} {
		func() {
			defer func() { fmt.Print(i, " ", recover(), "; ") }()
			touch()
		}()
	}
	fmt.Println(x)
}
