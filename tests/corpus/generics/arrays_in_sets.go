// Variables of type parameters whose sets have arrays: elements assigned after capture, ranges, copies.
package main

import "fmt"

type either interface{ []int | [3]int }
type other interface{ [3]int | []int }
type arrays interface{ [2]int | [3]int }
type ptr interface{ *[3]int | []int }

func capture[T either](x T) (int, int) {
	f := func() int { return x[0] }
	before := f()
	x[0] = 7
	return before, f()
}

func capture2[T other](x T) (int, int) {
	f := func() int { return x[1] }
	x[1]++
	before := f()
	x[1] += 5
	return before, f()
}

func capture3[T arrays](x T) (int, int) {
	y := x
	f := func() T { return x }
	x[0], y[1] = 9, 8
	z := f()
	return z[0] + z[1], y[0] + y[1]
}

func capture4[T ptr](x T) int {
	f := func() int { return x[2] }
	x[2] = 4
	return f()
}

func length[T either](x T) (n int) {
	g := func() int { return len(x) + cap(x) }
	for i := 0; i < len(x); i++ {
		n += i + x[i]
		x[i] = 0
	}
	return n*100 + g()
}

func main() {
	s := []int{1, 2, 3}
	fmt.Println(capture([3]int{1, 2, 3}))
	fmt.Println(capture(s))
	fmt.Println(capture2([3]int{1, 2, 3}))
	fmt.Println(capture2(s))
	fmt.Println(capture3([2]int{1, 2}))
	fmt.Println(capture3([3]int{1, 2, 3}))
	fmt.Println(capture4(s), capture4(&[3]int{}))
	fmt.Println(length([3]int{1, 2, 3}), length(s), s)
}
