// Long literals of constants, with keys in and out of order, gaps and ends.
package main

import "fmt"

var a = [...]int{20: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18}
var b = []string{5: "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", 40: "m", "n", "o", "p", 1: "q", "r"}
var c = [64]byte{'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 63: 'z'}
var d = []float32{1: 1.5, 3: 2.5, 5: 3.5, 7: 4.5, 9: 5.5, 11: 6.5, 13: 7.5, 15: 8.5, 17: 9.5, 19: 10.5, 21: 11.5, 23: 12.5, 25: 13.5, 27: 14.5, 29: 15.5, 31: 16.5, 33: 17.5}
var e = []complex64{9: 1, 2i, 3, 4i, 5, 6i, 7, 8i, 9, 10i, 11, 12i, 13, 14i, 15, 16i, 17}
var f = [...]bool{30: true, false, true, true, false, true, false, false, true, true, true, false, true, false, true, false, 60: true}
var g = []int16{-1, -2, -3, -4, -5, -6, -7, -8, -9, -10, -11, -12, -13, -14, -15, -16, -32768, 32767}
var h = [...]uint64{1 << 63, 1<<64 - 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 50: 51}
var k = [][2]int8{{1, 2}, {3}, {4, 5}, {6}, {7}, {8}, {9}, {10}, {11}, {12}, {13}, {14}, {15}, {16}, {17}, {18}, 25: {19, 20}}

func local(i int) (int, string, byte) {
	a := [...]int{20: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18}
	b := []string{30: "x", "y", "z", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", 2: "two"}
	c := [100]byte{99: 1, 50: 2, 0: 3, 10: 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20}
	a[i%len(a)]++
	b[i%len(b)] += "!"
	c[i%len(c)]++
	s, n := "", 0
	for _, x := range b {
		s += x
	}
	for i, x := range a {
		n += i * x
	}
	return n, s, c[99] + c[50] + c[29] + c[0]
}

func main() {
	fmt.Println(len(a), a)
	fmt.Println(len(b), b)
	fmt.Println(len(c), c)
	fmt.Println(len(d), d)
	fmt.Println(len(e), e)
	fmt.Println(len(f), f)
	fmt.Println(g, h, k)
	for _, i := range []int{0, 37, 30, 99, 46} {
		fmt.Println(local(i))
	}
	b[0], a[0], k[24][1] = "changed", 5, 6
	fmt.Println(b[0], a[0], k[24], k[25])
}
