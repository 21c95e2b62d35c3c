// Constants of loops of which only one runs: none may hang on what another loop would have prepared.
package main

import "fmt"

type shape struct{ name string }

func either(first bool, xs []int) (s int) {
	if first {
		for _, x := range xs {
			s += x * 0x1234567890ab
		}
	} else {
		for _, x := range xs {
			s ^= x * 0x1234567890ab
		}
	}
	return s
}

func choose(n int, xs []float64) (s float64) {
	switch n {
	case 0:
		for _, x := range xs {
			s += x * 1.61803398875
		}
	case 1:
		for _, x := range xs {
			s -= x * 1.61803398875
		}
	case 2:
		for i := range xs {
			for range i {
				s += 1.61803398875
			}
		}
	}
	return s
}

func early(n int, xs []any) (out []string) {
	if n > 0 {
		for _, x := range xs {
			if v, ok := x.(shape); ok {
				out = append(out, v.name+" of the first")
			}
		}
		if n > 1 {
			return out
		}
	}
	for _, x := range xs {
		switch v := x.(type) {
		case shape:
			out = append(out, v.name+" of the first")
		case fmt.Stringer:
			out = append(out, v.String())
		case error:
			out = append(out, v.Error())
		}
	}
	return out
}

func main() {
	xs := []int{1, 2, 3, -4}
	fmt.Println(either(false, xs), either(true, xs), either(false, xs))
	fs := []float64{1, 2.5, -3}
	fmt.Println(choose(2, fs), choose(1, fs), choose(0, fs), choose(3, fs))
	vs := []any{1, shape{"s"}, fmt.Errorf("e"), nil}
	fmt.Println(early(0, vs), early(1, vs), early(2, vs))
}
