package main

import "fmt"

// What `&&` and `||` make is evaluated in its turn, as calls are; other operators come after all calls.

var yes = true
var n = 1

//go:noinline
func no() bool { yes, n = false, 5; return true }

func show(a ...bool) { fmt.Println(a); yes, n = true, 1 }

func three(a, b, c bool) { fmt.Println(a, b, c); yes, n = true, 1 }

func main() {
	three(yes || false, no(), yes)
	three(yes && true, no(), yes)
	three(!(yes && true), no(), yes)
	three(yes, no(), yes)
	three(!yes, no(), yes)
	three(n == 1, no(), n == 5)
	three(n == 1 && yes, no(), n == 5)
	show(yes || n == 1, no(), yes && n == 5)
	x := (yes || false) == no()
	show(x)
	x = yes == no()
	show(x)
	x = (yes || n > 1) != no() && yes
	show(x)
	m := map[bool]bool{yes || false: no()}
	fmt.Println(m)
	yes, n = true, 1
	s := []bool{yes || false, yes, no()}
	fmt.Println(s)
	yes = true
	fmt.Println(yes || false, yes, no(), yes)
}
