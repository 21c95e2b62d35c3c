// Equal constants of different types are different cases, and so are values that only look the same.
package main

import "fmt"

type celsius int
type text string

func kind(x any) string {
	switch x {
	case 1:
		return "int"
	case int8(1):
		return "int8"
	case int16(1), uint16(1):
		return "16 bits"
	case celsius(1):
		return "celsius"
	case 1.0:
		return "float64"
	case float32(1):
		return "float32"
	case complex64(1), 1 + 0i:
		return "complex"
	case "1":
		return "string"
	case text("1"):
		return "text"
	case 'a':
		return "rune"
	case byte('a'), uint64('a'):
		return "unsigned"
	case true, nil:
		return "true or nil"
	case [1]int{1}, struct{ x int }{1}:
		return "composite"
	}
	return "none"
}

func stringer(x fmt.Stringer) string {
	switch x {
	case month(1):
		return "month"
	case day(1):
		return "day"
	case nil:
		return "nil"
	}
	return "none"
}

type month int
type day int

func (month) String() string { return "m" }
func (day) String() string   { return "d" }

func main() {
	for _, x := range []any{1, int8(1), int16(1), uint16(1), celsius(1), 1.0, float32(1), complex64(1), 1 + 0i,
		"1", text("1"), 'a', byte('a'), uint64('a'), int64('a'), true, false, nil, [1]int{1}, struct{ x int }{1},
		struct{ y int }{1}, [2]int{1}, uint(1), celsius(2)} {
		fmt.Printf("%T %v: %s\n", x, x, kind(x))
	}
	fmt.Println(stringer(month(1)), stringer(day(1)), stringer(day(2)), stringer(nil))
	switch x := 3; x {
	case 1, 2:
	case 'a' - 94:
		fmt.Println("a rune constant")
	}
	switch {
	case true:
		fmt.Println("first")
	case true:
		fmt.Println("second")
	}
}
