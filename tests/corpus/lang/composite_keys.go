// Keys of every kind of composite type are found again wherever their copies lie: what surrounds them,
// padding and blank fields included, does not count.
package main

import (
	"fmt"
	"unsafe"
)

type padded struct {
	a int8
	b int64
	c int16
}

type blanks struct {
	_ int64
	a int32
	_ string
	b string
}

type words struct {
	before uint64
	key    [3]string
	after  uint64
}

type small struct{ x, y int32 }

type tree struct {
	leaf [2]struct {
		name string
		x    float64
	}
	any any
}

// A copy of the key with other bytes around it and in its holes.
func dirty[K any](k K, fill byte) K {
	var around struct {
		before [4]uint64
		k      K
		after  [4]uint64
	}
	p := unsafe.Slice((*byte)(unsafe.Pointer(&around)), unsafe.Sizeof(around))
	for i := range p {
		if i < 32 || i >= len(p)-32 {
			p[i] = fill
		}
	}
	around.k = k
	return around.k
}

func try[K comparable](name string, keys ...K) {
	m := make(map[K]int)
	for i, k := range keys {
		m[dirty(k, 0xff)] = i
		m[k] += 100
	}
	// In memory, with other things behind each.
	type cell struct {
		k    K
		junk [3]uint64
	}
	cells := make([]cell, len(keys))
	hits := 0
	for i, k := range keys {
		cells[i] = cell{k, [3]uint64{^uint64(0), uint64(i) * 77, 1}}
		if m[cells[i].k] == 100+i && m[dirty(k, byte(i))] == 100+i {
			hits++
		}
	}
	var boxes []any
	for _, k := range keys {
		boxes = append(boxes, dirty(k, 7))
	}
	b := make(map[any]int)
	for i, k := range keys {
		b[k] = i
	}
	for i, k := range boxes {
		if b[k] == i && k == any(keys[i]) {
			hits++
		}
	}
	// Enough others that tables grow.
	for i := range keys {
		delete(m, cells[i].k)
		delete(b, boxes[i])
	}
	fmt.Println(name, len(keys), hits, len(m), len(b))
}

func main() {
	var ints [][2]int
	var texts [][2]string
	var floats [][3]float32
	var anys [][2]any
	var pads []padded
	var blank []blanks
	var smalls []small
	var trees []tree
	var nested [][2][2]string
	var wide []words
	var bools [][5]bool
	var complexes [][2]complex64
	for i := range 40 {
		s := fmt.Sprint("key", i)
		ints = append(ints, [2]int{i, -i})
		texts = append(texts, [2]string{s, s[:3]})
		floats = append(floats, [3]float32{float32(i), -0.5, 0})
		anys = append(anys, [2]any{i, s})
		pads = append(pads, padded{int8(i), int64(i / 2), -1})
		blank = append(blank, blanks{a: int32(i), b: s})
		smalls = append(smalls, small{int32(i / 8), int32(i % 8)})
		t := tree{any: small{int32(i), 1}}
		t.leaf[1].name, t.leaf[0].x = s, float64(i)/3
		trees = append(trees, t)
		nested = append(nested, [2][2]string{{s, "a"}, {"b", s}})
		wide = append(wide, words{uint64(i), [3]string{s, "", s}, 9})
		bools = append(bools, [5]bool{i&1 != 0, i&2 != 0, i&4 != 0, i&8 != 0, i&16 != 0})
		complexes = append(complexes, [2]complex64{complex(float32(i), 1), complex(0, float32(-i))})
	}
	try("ints", ints...)
	try("texts", texts...)
	try("floats", floats...)
	try("anys", anys...)
	try("padded", pads...)
	try("blanks", blank...)
	try("small", smalls...)
	try("trees", trees...)
	try("nested", nested...)
	try("wide", wide...)
	try("bools", bools[:32]...)
	try("complexes", complexes...)
	try("zero", [0]string{})
	try("one", [1]string{"a"}, [1]string{"b"})
	try("pointers", [2]*int{new(int), nil}, [2]*int{nil, new(int)})

	x := [2]float64{0, 1}
	y := x
	y[0] = -x[0] * 1
	m := map[[2]float64]string{x: "zero"}
	m[y] = "minus"
	fmt.Println(len(m), m[x], m[[2]float64{0, 1}])
}
