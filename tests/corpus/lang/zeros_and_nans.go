// Floating point corner cases of operators and built-ins: signed zeros, NaNs and infinities, in
// variables, so that nothing is computed by the compiler.
package main

import (
	"fmt"
	"math"
)

type celsius float32

func show[T ~float32 | ~float64](name string, all []T) {
	for _, a := range all {
		for _, b := range all {
			x, y := 1/max(a, b), 1/min(a, b)
			fmt.Print(name, " ", a, " ", b, ": ", max(a, b), " ", x, " ", min(a, b), " ", y)
			fmt.Println("", max(a, b, 0), min(b, a, 0), a < b, a <= b, a == b, a != b, a > b, a >= b)
		}
	}
}

func main() {
	zero := 0.0
	minus := math.Copysign(zero, -1)
	nan := zero / minus
	inf := 1 / zero
	show("float64", []float64{zero, minus, nan, inf, -inf, 1.5, -1.5})
	show("float32", []float32{float32(zero), float32(minus), float32(nan), float32(inf), 3})
	show("celsius", []celsius{celsius(zero), celsius(minus), celsius(nan)})
	for _, x := range []float64{zero, minus, nan, inf, -inf} {
		fmt.Println(-x, 1/-x, x*0, x-x, x+x, 0-x, 1/(0-x), x/x, math.Signbit(-x))
		for _, y := range []float64{zero, minus, 2, nan, inf, -inf} {
			fmt.Print(x+y, " ", x-y, " ", x*y, " ", x/y, " ", 1/(x*y), "; ")
		}
		fmt.Println()
	}
	if nan < 1 || nan > 1 || nan == nan || !(nan != nan) || nan <= 1 || nan >= 1 {
		fmt.Println("NaN is ordered")
	}
	if !(nan < 1) && !(nan >= 1) {
		fmt.Println("NaN is not ordered")
	}
	for n := 0; !(float64(n) >= nan); n++ {
		if n == 3 {
			fmt.Println("out of the loop")
			break
		}
	}
	switch nan {
	case nan:
		fmt.Println("equal")
	default:
		fmt.Println("not equal")
	}
	m := map[float64]int{zero: 1}
	m[minus]++
	m[nan]++
	m[nan]++
	fmt.Println(len(m), m[zero], m[nan])
	clear(m)
	fmt.Println(len(m))
	a, b := [2]float64{zero, 1}, [2]float64{minus, 1}
	fmt.Println(a == b, [1]float64{nan} == [1]float64{nan}, any(zero) == any(minus), any(nan) == any(nan))
	c := complex(nan, 0)
	d := complex(zero, minus)
	fmt.Println(c == c, d == complex(minus, zero), c != c, 1/d, d*d, -d)
}
