// Duplicate cases: by value and type; of interface tags only when the types are the same too.
package p

type celsius int

func f(x any, n int, s string, c celsius, b byte, y float64, z complex128) {
	switch x {
	case 1, int8(1), celsius(1), 1.0, "1", 'a':
	case 1:
	case int8(1):
	case 97:
	case int32(97):
	case 1 + 0i, complex64(1):
	case complex64(1):
	case "1", celsius(1):
	}
	switch n {
	case 1, 2, 1:
	case 1.0, 'b':
	case 98, 2 + 0i:
	}
	switch s {
	case "a", "b":
	case "b", "c":
	case "a" + "", `c`:
	}
	switch c {
	case 1, celsius(1):
	case 2:
	}
	switch b {
	case 'a', 97:
	case 256:
	}
	switch y {
	case 0.5, 1 / 2.0:
	case 0, -0.0:
	}
	switch z {
	case 1i, 2:
	case 2 + 0i, 1i * 1:
	}
	switch true {
	case true, true:
	case false, n == 1, n == 1:
	}
	switch x.(type) {
	case int, string:
	case celsius, nil, int:
	case error, nil:
	}
	switch {
	default:
	case n > 0:
	default:
	}
}
