// Every jump in and out of bodies of range over functions: labels inside the body, around it, in functions in it,
// several deep; with defers, results and variables of each iteration.
package main

import "fmt"

func upTo(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer func() { fmt.Print("[end]") }()
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func pairs(n int) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for i := range n {
			if !yield(i, string(rune('a'+i))) {
				return
			}
		}
	}
}

func inner() {
	for i := range upTo(3) {
	loop:
		for j := 0; ; j++ {
			switch {
			case j == 1:
				continue loop
			case j > 3:
				break loop
			}
			fmt.Print(" ", i, j)
		}
	sw:
		switch i {
		case 0:
			if i == 0 {
				break sw
			}
			fmt.Print(" never")
		case 1:
			fmt.Print(" one")
			fallthrough
		default:
			fmt.Print(" more")
		}
	again:
		if i < 2 {
			i++
			goto again
		}
		fmt.Print(" =", i)
	}
	fmt.Println()
}

func outer() (n int) {
top:
	for i := range upTo(4) {
	middle:
		for k, s := range pairs(4) {
		low:
			for j := range upTo(3) {
				n++
				switch {
				case i == 0 && k == 1:
					continue middle
				case i == 0 && k == 2:
					break middle
				case i == 1 && j == 1:
					continue low
				case i == 1 && k == 2:
					break low
				case i == 2 && k == 1 && j == 2:
					continue top
				case i == 3 && k == 1:
					break top
				}
				fmt.Print(" ", i, s, j)
			}
			fmt.Print(" |")
		}
		fmt.Print(" /")
	}
	fmt.Println(" n", n)
	return n * 2
}

func leave(mode int) (s string, err error) {
	defer func() { s += "!" }()
	i := -1
next:
	i++
	for x := range upTo(3) {
		for _, t := range pairs(3) {
			s += t
			if mode == 0 && x == 1 {
				return s + "returned", nil
			}
			if mode == 1 && i < 2 {
				goto next
			}
			if mode == 2 {
				goto done
			}
			if mode == 3 && x == 1 {
				s, err = "named", fmt.Errorf("x is %d", x)
				return
			}
		}
	}
done:
	return s + fmt.Sprint(i), err
}

func nested() {
	var fs []func() int
	for i := range upTo(3) {
		defer fmt.Println("deferred", i)
		f := func() int {
		l:
			for j := range upTo(5) {
				for range 2 {
					if j == i {
						continue l
					}
					if j > i {
						break l
					}
				}
				i += 10
			}
			return i
		}
		fs = append(fs, f)
	}
	for _, f := range fs {
		fmt.Print(" ", f())
	}
	fmt.Println()
}

func main() {
	inner()
	fmt.Println(outer())
	for mode := range 5 {
		fmt.Println(leave(mode))
	}
	nested()
	select {
	default:
	sel:
		for i := range upTo(2) {
			select {
			default:
				if i == 1 {
					break sel
				}
				break
			}
			fmt.Print(" sel", i)
		}
	}
	fmt.Println()
}
