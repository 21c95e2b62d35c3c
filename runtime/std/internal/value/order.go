package value

import "unsafe"

// Swapper exchanges elements of one slice; what does not depend on the elements is looked up once.
type Swapper struct {
	elem, base unsafe.Pointer
	size       uintptr
	n          int
}

// SwapperOf panics for anything but a slice.
func SwapperOf(slice any) Swapper {
	v := Of(slice)
	if v.Kind() != Slice {
		panic("value: not a slice")
	}
	base, n := v.elements()
	elem := elemOf(v.typ)
	return Swapper{elem, base, typeSize(elem), n}
}

func (s Swapper) Len() int { return s.n }

func (s Swapper) Swap(i, j int) {
	if uint(i) >= uint(s.n) || uint(j) >= uint(s.n) {
		panic("value: swap index out of range")
	}
	if i != j {
		swap(s.elem, unsafe.Add(s.base, uintptr(i)*s.size), unsafe.Add(s.base, uintptr(j)*s.size))
	}
}

// At is the address of element i, which may be the place behind the last one.
func (s Swapper) At(i int) unsafe.Pointer { return unsafe.Add(s.base, uintptr(i)*s.size) }

// Bytes is the size of n elements.
func (s Swapper) Bytes(n int) uintptr { return uintptr(n) * s.size }

// Swap exchanges elements i and j of a slice.
func (v Value) Swap(i, j int) { swap(elemOf(v.typ), v.Index(i).ptr, v.Index(j).ptr) }

// An Entry is one entry of a map.
type Entry struct{ Key, Elem Value }

// MapSorted gives copies of all entries of a map, keys in the order in which fmt prints them.
func (v Value) MapSorted() []Entry {
	if v.Kind() != Map {
		panic("value: MapSorted of a value that is not a map")
	}
	keys, elems, n := mapEntries(v.typ, v.word())
	ktyp, etyp := keyOf(v.typ), elemOf(v.typ)
	ksize, esize := typeSize(ktyp), typeSize(etyp)
	entries := make([]Entry, n)
	for i := range entries {
		entries[i] = Entry{
			Value{ktyp, unsafe.Add(keys, uintptr(i)*ksize)},
			Value{etyp, unsafe.Add(elems, uintptr(i)*esize)},
		}
	}
	mergeSort(entries, make([]Entry, n))
	return entries
}

// mergeSort sorts a stably, with a scratch slice of the same length.
func mergeSort(a, scratch []Entry) {
	if len(a) <= 8 {
		for i := 1; i < len(a); i++ {
			for j := i; j > 0 && Compare(a[j].Key, a[j-1].Key) < 0; j-- {
				a[j], a[j-1] = a[j-1], a[j]
			}
		}
		return
	}
	mid := len(a) / 2
	mergeSort(a[:mid], scratch[:mid])
	mergeSort(a[mid:], scratch[mid:])
	copy(scratch, a)
	left, right := scratch[:mid], scratch[mid:]
	for i := range a {
		if len(right) == 0 || len(left) > 0 && Compare(left[0].Key, right[0].Key) <= 0 {
			a[i], left = left[0], left[1:]
		} else {
			a[i], right = right[0], right[1:]
		}
	}
}

// Compare orders map keys as fmt prints them: numbers and strings by <, NaN below every number,
// false before true, nil first, structs and arrays element by element, pointers and channels by
// address, and interface values by type and then by content.
func Compare(a, b Value) int {
	if a.typ != b.typ {
		return -1
	}
	switch a.Kind() {
	case Int, Int8, Int16, Int32, Int64:
		return three(a.Int(), b.Int())
	case Uint, Uint8, Uint16, Uint32, Uint64, Uintptr:
		return three(a.Uint(), b.Uint())
	case String:
		return three(a.String(), b.String())
	case Float32, Float64:
		return floats(a.Float(), b.Float())
	case Complex64, Complex128:
		x, y := a.Complex(), b.Complex()
		if c := floats(real(x), real(y)); c != 0 {
			return c
		}
		return floats(imag(x), imag(y))
	case Bool:
		x, y := a.Bool(), b.Bool()
		if x == y {
			return 0
		}
		if x {
			return 1
		}
		return -1
	case Pointer, UnsafePointer, Chan:
		return three(uintptr(a.word()), uintptr(b.word()))
	case Struct:
		for i, n := 0, a.NumField(); i < n; i++ {
			if c := Compare(a.Field(i), b.Field(i)); c != 0 {
				return c
			}
		}
		return 0
	case Array:
		for i, n := 0, a.Len(); i < n; i++ {
			if c := Compare(a.Index(i), b.Index(i)); c != 0 {
				return c
			}
		}
		return 0
	case Interface:
		x, y := a.Elem(), b.Elem()
		if x.typ == nil || y.typ == nil {
			return three(uintptr(x.typ), uintptr(y.typ))
		}
		if x.typ != y.typ {
			return three(uintptr(x.typ), uintptr(y.typ))
		}
		return Compare(x, y)
	}
	panic("value: a map key of this kind has no order")
}

func three[T int64 | uint64 | uintptr | string](a, b T) int {
	if a < b {
		return -1
	}
	if a > b {
		return 1
	}
	return 0
}

func floats(a, b float64) int {
	switch {
	case a < b || a != a && b == b:
		return -1
	case a > b || b != b && a == a:
		return 1
	}
	return 0
}
