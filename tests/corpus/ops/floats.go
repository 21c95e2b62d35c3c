package main

import (
	"fmt"
	"math"
)

// Every float operation and comparison, as a value, as a branch and as a loop's condition.

//go:noinline
func values(a, b float64) [6]bool {
	return [6]bool{a == b, a != b, a < b, a <= b, a > b, a >= b}
}

func branches(a, b float64) string {
	s := ""
	if a == b {
		s += "="
	}
	if a != b {
		s += "#"
	}
	if a < b {
		s += "<"
	}
	if a <= b {
		s += "[="
	}
	if a > b {
		s += ">"
	}
	if a >= b {
		s += "]="
	}
	if !(a < b) {
		s += "!<"
	}
	if !(a <= b) {
		s += "!["
	}
	return s
}

func loops(limit float64) (n int) {
	for x := 0.0; x < limit; x += 0.75 {
		n++
	}
	for x := 0.0; x <= limit; x += 0.75 {
		n += 100
	}
	for x := limit; x != 0; x -= 0.75 {
		n += 10000
	}
	x := 0.0
	for {
		x += 0.75
		if x <= limit {
			continue
		}
		return n
	}
}

func narrow(a, b float32) {
	fmt.Println(a+b, a-b, a*b, a/b, -a, a < b, a <= b, a == b, a != b)
	if a < b {
		fmt.Println("less")
	}
	a += b
	a *= 3
	fmt.Println(a, float64(a), float32(float64(a)/3))
}

func convert(u uint64, i int64, f float64, g float32) {
	fmt.Println(float64(u), float32(u), float64(i), float32(i))
	fmt.Println(uint64(f), int64(f), uint64(g), int64(g), uint32(f), int8(int64(g)), float32(f), float64(g))
}

func main() {
	nan := math.NaN()
	all := []float64{0, math.Copysign(0, -1), 1, -1.5, math.Inf(1), nan, math.MaxFloat64, math.SmallestNonzeroFloat64}
	for _, a := range all {
		for _, b := range all {
			fmt.Println(a, b, values(a, b), branches(a, b))
		}
	}
	fmt.Println(loops(7.5), math.Sqrt(2), -all[2], math.Float64bits(-all[0])>>63)
	narrow(1.1, 2.3)
	narrow(-16777217, 1)
	narrow(3e38, 3e38)
	narrow(float32(nan), 1)
	convert(1<<63+1024, -1<<63, 123.75, 99.5)
	convert(1<<64-1, 1<<53+1, 9.3e18, 1e10)
	convert(3, -3, 1.8e19, 16777216)
	x := float32(0.1)
	total := float32(0)
	for range 10 {
		total += x
	}
	fmt.Println(total == 1, total, min(x, total, 0.05), max(1.5, float64(x)), min(nan, 1))
	a, b := 2.0, 3.0
	fmt.Println(complex(a, b)/complex(b, a), complex64(complex(a, b))*complex64(complex(b, a)))
}
