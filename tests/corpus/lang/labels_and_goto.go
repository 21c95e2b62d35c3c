// Labelled break and continue through all statements, goto forwards and backwards, shadowed labels,
// variables of loops entered again.
package main

import "fmt"

func matrix() {
rows:
	for i := 0; ; i++ {
		for j := range 5 {
			switch {
			case j == i:
				continue rows
			case i == 3:
				break rows
			default:
				if j == 4 {
					break
				}
				fmt.Print(i, j, " ")
			}
		}
		fmt.Print("| ")
		if i > 10 {
			return
		}
	}
	fmt.Println()
}

func selecting() {
	c, quit := make(chan int, 5), make(chan bool, 1)
	for i := range 5 {
		c <- i
	}
loop:
	for n := 0; ; n++ {
		select {
		case x := <-c:
			if x%2 == 1 {
				continue loop
			}
			if x == 4 {
				quit <- true
				break
			}
			fmt.Print(x, " ")
		case <-quit:
			fmt.Println("quit after", n)
			break loop
		}
	}
}

func blocks(n int) string {
	s := ""
block:
	switch {
	default:
		s += "a"
		if n == 0 {
			break block
		}
		s += "b"
	inner:
		switch n {
		case 1:
			for {
				break inner
			}
		case 2:
			for {
				break block
			}
		case 3:
			s += "3"
			fallthrough
		case 4:
			s += "4"
			break
		default:
			s += "d"
		}
		s += "c"
	}
	return s + "."
}

func gotos(n int) (steps []string) {
	i := 0
top:
	steps = append(steps, fmt.Sprint("top", i))
	if i < n {
		i++
		goto top
	}
	for {
		i--
		if i < 0 {
			goto out
		}
		if i == 1 {
			goto next
		}
		continue
	next:
		steps = append(steps, "one")
	}
out:
	return append(steps, "out")
}

func fresh() {
	var ps []*int
	i := 0
again:
	v := i * i
	ps = append(ps, &v)
	i++
	if i < 4 {
		goto again
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	var fs []func() int
	for i := 0; i < 6; i++ {
		fs = append(fs, func() int { i += 10; return i })
		if i%2 == 0 {
			i++
			continue
		}
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	for i, p := 0, (*int)(nil); i < 3; i, p = i+1, &i {
		if p != nil {
			*p += 5
			fmt.Print(i, *p, " ")
		}
	}
	fmt.Println()
}

func condition() {
	calls := ""
	f := func(s string, r bool) bool { calls += s; return r }
	n := 0
	for f("c", n < 3); f("t", n < 3); f("p", true) {
		n++
		if n == 2 {
			continue
		}
		f("b", true)
	}
	fmt.Println(calls)
}

func state() string {
	out := ""
	s := "a1+b2"
	i := 0
	for i < len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z':
			goto letter
		case '0' <= c && c <= '9':
			goto digit
		}
		out += "?"
		i++
		continue
	letter:
		out += "L"
		i++
		continue
	digit:
		out += "D"
		i++
	}
	return out
}

func main() {
	matrix()
	selecting()
	for n := range 6 {
		fmt.Print(blocks(n), " ")
	}
	fmt.Println()
	fmt.Println(gotos(0), gotos(3))
	fresh()
	condition()
	fmt.Println(state())
same:
	for i := range 2 {
		func() {
		same:
			for j := range 3 {
				if j == 1 {
					continue same
				}
				if i == 1 {
					break same
				}
				fmt.Print(i, j, " ")
			}
		}()
		if i == 1 {
			break same
		}
	}
	fmt.Println()
}
