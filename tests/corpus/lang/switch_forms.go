// switch in all forms: no tag, init statements, duplicates of non-constants, fallthrough, break, types with
// several per case, nil, generics, shadowing, interfaces of interfaces, order of evaluation.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
)

type E1 struct{}

func (E1) Error() string { return "e1" }

type E2 struct{ E1 }

func (*E2) Temporary() bool { return true }

func tag(x any) string {
	switch x := x.(type) {
	case nil:
		return "nil"
	case int, int8:
		return fmt.Sprintf("small %T %v", x, x)
	case error:
		switch y := x.(type) {
		case interface{ Temporary() bool }:
			return fmt.Sprint("temporary ", y.Temporary(), x)
		case E1:
			return "E1"
		}
		return "error " + x.Error()
	case func() int:
		return fmt.Sprint("func ", x())
	case []any:
		s := "["
		for _, y := range x {
			s += tag(y) + " "
		}
		return s + "]"
	case map[string]int, *int:
		_, isMap := x.(map[string]int)
		return fmt.Sprint("map or pointer ", isMap)
	case fmt.Stringer, io.Reader:
		return fmt.Sprintf("interface %T", x)
	case [2]int:
		return fmt.Sprint(x[0] + x[1])
	case struct{ A int }:
		return fmt.Sprint("struct ", x.A)
	case chan<- int, <-chan int:
		return "directed"
	default:
		return fmt.Sprintf("default %T", x)
	}
}

func grade(n int) (s string) {
	switch {
	case n < 0:
		return "negative"
	case n == 0:
		s = "zero "
		fallthrough
	case n < 10:
		s += "small "
		if n == 5 {
			break
		}
		fallthrough
	default:
		s += "default "
	case n > 100:
		s += "big "
		fallthrough
	case n > 1000000:
		s += "(fell) "
	}
	return s + "end"
}

func calls() {
	f := func(name string, v int) int { fmt.Print(name, " "); return v }
	switch x := f("init", 3); f("tag", x) {
	case f("a", 1), f("b", 2):
		fmt.Println("no")
	default:
		fmt.Println("default comes last")
	case f("c", 3), f("d", 3):
		fmt.Println("third", x)
	case f("e", 3):
		fmt.Println("no")
	}
	switch f("only", 1); {
	}
	switch f("tag only", 1) {
	}
	switch {
	default:
		fmt.Println("bare default")
	}
	switch x := any(2.5).(type) {
	default:
		fmt.Printf("%T\n", x)
	}
}

func mixed(x any) string {
	switch x {
	case 1:
		return "int 1"
	case 1.0:
		return "float 1"
	case "1":
		return "string"
	case nil:
		return "nil"
	case errors.ErrUnsupported, os.ErrNotExist:
		return "known error"
	case [1]int{1}:
		return "array"
	}
	return "none"
}

func kind[T any](x T) string {
	switch any(x).(type) {
	case T:
		return "T"
	}
	return "never"
}

func strs(s string) int {
	switch s {
	case "", "empty":
		return 0
	case "one":
		return 1
	case "two", "zwei", "deux":
		return 2
	case "a long string of more than sixteen bytes", "another long string of the same sort":
		return 100
	}
	return -1
}

func dense(n int) int {
	switch n {
	case 0, 1, 2, 3:
		return n * 10
	case 4, 5:
		return n * 100
	case 6:
	case 7, 8, 9, 10, 11, 12:
		return -n
	case -5, 1 << 40:
		return 1
	}
	return 7
}

func runes(s string) (out []string) {
	for _, r := range s {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z':
			out = append(out, "letter")
		case '0' <= r && r <= '9':
			out = append(out, "digit")
		default:
			switch r {
			case ' ', '\t':
				continue
			case '!':
				return append(out, "stop")
			}
			out = append(out, "other")
		}
	}
	return
}

func main() {
	n := 1
	for _, x := range []any{nil, 1, int8(2), int16(3), E1{}, E2{}, &E2{}, errors.New("new"), func() int { return 4 }, []any{1, nil, "s"}, map[string]int{}, &n, os.Stdin, [2]int{3, 4}, struct{ A int }{5}, make(chan<- int), make(chan int), "str", [3]int{}} {
		fmt.Println(tag(x))
	}
	for _, n := range []int{-1, 0, 3, 5, 50, 200, 2000000} {
		fmt.Println(n, grade(n))
	}
	calls()
	for _, x := range []any{1, 1.0, "1", '1', nil, errors.ErrUnsupported, os.ErrNotExist, [1]int{1}, [1]int{2}, int64(1), true} {
		fmt.Print(mixed(x), "; ")
	}
	fmt.Println()
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(mixed([]int{1}))
	}()
	fmt.Println(kind(1), kind("a"), kind([]int{}), kind[any](1), kind[error](nil), kind[error](E1{}))
	for _, s := range []string{"", "empty", "one", "deux", "three", "a long string of more than sixteen bytes", "another long string of the same sorT"} {
		fmt.Print(strs(s), " ")
	}
	for _, n := range []int{-6, -5, 0, 3, 4, 6, 9, 13, 1 << 40} {
		fmt.Print(dense(n), " ")
	}
	fmt.Println(runes("a1 é!x"))
	var e error
	switch e.(type) {
	case nil:
		fmt.Println("nil error")
	case E1:
	}
	switch x := e.(type) {
	case E1, nil:
		fmt.Printf("%v %T\n", x == nil, x)
	}
	switch f := 0.5; f * 2 {
	case 1:
		fmt.Println("one")
	}
}
