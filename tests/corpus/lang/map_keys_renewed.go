package main

import (
	"fmt"
	"math"
	"unsafe"
)

// Assigning to a key that is there puts the new key in the old one's place when the two are equal but
// not the same: zeros of both signs in whatever they are part of, strings elsewhere in memory.

type pair struct {
	n int
	f float64
}

func first[K comparable](m map[K]int) (key K) {
	for k := range m {
		key = k
	}
	return key
}

func main() {
	zero := math.Copysign(0, -1)
	c := map[complex128]int{complex(0, 0): 1}
	c[complex(zero, zero)]++
	fmt.Println(len(c), first(c))
	c64 := map[complex64]int{complex(0, 0): 1}
	c64[complex(float32(zero), 0)]++
	fmt.Println(len(c64), first(c64))
	a := map[[2]float64]int{{0, 0}: 1}
	a[[2]float64{zero, 0}]++
	fmt.Println(len(a), first(a))
	p := map[pair]int{{1, 0}: 1}
	p[pair{1, zero}]++
	fmt.Println(len(p), first(p))
	i := map[any]int{0.0: 1}
	i[zero]++
	fmt.Println(len(i), first(i))
	n := map[[1]any]int{{0.0}: 1}
	n[[1]any{zero}]++
	fmt.Println(len(n), first(n))

	one, two := string([]byte("key")), string([]byte("key"))
	s := map[[1]string]int{{one}: 1}
	s[[1]string{two}]++
	fmt.Println(len(s), unsafe.StringData(first(s)[0]) == unsafe.StringData(two))
}
