// Methods through an interface: twenty million calls.
package main

import "fmt"

type shape interface{ area() int }

type square struct{ side int }
type rect struct{ w, h int }

func (s *square) area() int { return s.side * s.side }
func (r rect) area() int    { return r.w * r.h }

func main() {
	shapes := []shape{&square{3}, rect{2, 4}, &square{5}, rect{1, 7}}
	total := 0
	for i := range 20_000_000 {
		total += shapes[i&3].area()
	}
	fmt.Println(total)
}
