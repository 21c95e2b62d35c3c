// Empty slices of an array keep their place: what is appended to them lands there.
package main

import "fmt"

type point struct {
	x, y int32
	name string
}

func grow[T any](all []T, more ...T) {
	for i := 0; i+len(more) <= len(all); i++ {
		c := append([]T(nil), all...)
		s := c[i:i]
		s = append(s, more...)
		fmt.Println(i, len(s), cap(s) >= len(s), c, s)
	}
}

func main() {
	grow([]byte{1, 2, 3, 4}, 9)
	grow([]int{1, 2, 3, 4, 5}, 8, 9)
	grow([]string{"a", "b", "c"}, "z")
	grow([]point{{1, 2, "p"}, {3, 4, "q"}, {5, 6, "r"}}, point{7, 8, "s"})
	var a [6]uint16
	s := a[2:2]
	for i := range 4 {
		s = append(s, uint16(i+1))
	}
	fmt.Println(a, len(s), cap(s))
	low, high := 4, 4
	t := a[low:high:5]
	t = append(t, 77)
	fmt.Println(a, t)
	t = append(t, 78)
	t[0] = 1
	fmt.Println(a, t)
	e := s[len(s):]
	fmt.Println(len(e), cap(e))
	fmt.Println(len(s[1:1][1:3]), s[1:1][1:3])
}
