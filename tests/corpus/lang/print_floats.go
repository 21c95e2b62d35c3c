// The print built-ins and floats of both sizes: a float32 has the digits of a float32.
package main

type small float32
type big float64

func main() {
	third, tenth := float32(1)/3, float32(0.1)
	println(third, float64(third), tenth, float64(tenth), 0.1)
	print(third, " ", small(tenth), " ", big(tenth), "\n")
	for _, x := range []float32{0, 1, -1, 16777216, 3.4028235e38, 1e-45, 1.1754944e-38, 123456.79} {
		println(x, float64(x), -x)
	}
	var zero float32
	println(1/zero, -1/zero, zero/zero)
	println(complex(float64(third), 0.1))
}
