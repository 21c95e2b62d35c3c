package main

import "fmt"

// Products of complex64 are computed in float64 and rounded once.

//go:noinline
func mul(a, b complex64) complex64 { return a * b }

func main() {
	big := complex64(complex(3e38, 2e38))
	small := complex64(complex(1e-38, -1e-39))
	third := complex64(complex(1.0/3, 0.1))
	for _, a := range []complex64{big, small, third, -big, 16777217 - 2.5i} {
		for _, b := range []complex64{big, small, third} {
			fmt.Println(a*b, mul(b, a), a*b-b*a)
		}
	}
	x := third
	for range 20 {
		x *= third + 0.7
		fmt.Println(x)
	}
	x = big
	for range 3 {
		x *= x
		fmt.Println(x, x/big, x+x, x-x)
	}
}
