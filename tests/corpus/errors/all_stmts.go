// Statements: assignments, branches, switches, ranges, returns, unused names.
package main

import (
	"fmt"
	"os"
)

type T struct{ x int }

func two() (int, string)   { return 1, "" }
func one() int             { return 1 }
func none()                {}
func named() (a, b int)    { return 1 }
func bare() (int, string)  { return }
func extra()               { return 1 }
func many() int            { return 1, 2 }
func multi() (int, int)    { return two() }
func wrong() (int, string) { return "a", 1 }
func missing() int {
	for {
		break
	}
}

func assignments(a [2]int, s string, m map[string]T) {
	var x int
	x = "a"
	x, y := 1, 2, 3
	x := 4
	x, x := 1, 2
	a.b := 1
	1 = x
	one() = 2
	s[0] = 1
	m["a"].x = 1
	"a" = s
	x, s = two(), 1
	x, s = one()
	x = two()
	x = none()
	x, s = 1
	x += "a"
	s -= "b"
	x++
	s++
	nil = x
	_ = nil
	_ += 1
	x <<= 1.5
	var p *int = x
	two = nil
	const c = 1
	c = 2
	len = nil
	int = 1
	fmt = 1
	(x) = 1
	z := nil
	var e error = T{}
	var n int = nil
}

func branches() {
	break
	continue
	fallthrough
L:
	for {
		break M
		continue L
	}
M:
	{
		continue M
		break M
	}
	goto N
	goto O
	var v int
O:
	_ = v
	goto P
	{
	P:
	}
unused:
L:
	switch {
	case true:
		continue
		fallthrough
	default:
		fallthrough
	}
	var i any
	switch i.(type) {
	case int:
		fallthrough
	}
	select {
	default:
		break L
	}
}

func switches(x any, n int, f func(), s []int) {
	switch n {
	case 1, 1:
	case "a":
	case 1.5:
	case n, n:
	default:
	default:
	}
	switch f {
	case f:
	case nil:
	}
	switch s {
	}
	switch [1]func(){} {
	}
	switch none() {
	}
	switch two() {
	}
	switch nil {
	}
	switch {
	case 1:
	case n:
	case true, true:
	}
	switch y := x.(type) {
	case int, int:
	case nil, nil:
	case n:
	case nope:
	}
	switch x := x.(type) {
	case fmt.Stringer:
		_ = x
	case T:
	}
	switch _ := x.(type) {
	}
	switch n.(type) {
	}
	var st fmt.Stringer
	switch st.(type) {
	case T:
	case *T:
	}
}

func ranges(n int, f float64, c chan<- int, r <-chan int, p *int, x any) {
	for i, j := range n {
	}
	for i, j := range r {
	}
	for range f {
	}
	for range c {
	}
	for range p {
	}
	for range x {
	}
	for range none {
	}
	for range func(a, b func() bool) {} {
	}
	for range func(y func() int) {} {
	}
	for range func(y func() bool) int { return 1 } {
	}
	for range func(y func(a, b, c int) bool) {} {
	}
	for i := range func(y func() bool) {} {
	}
	for range 1.5 {
	}
	for f = range 10 {
	}
	for n, s := range "abc" {
	}
	var s string
	for s = range "abc" {
	}
	for _, s = range "abc" {
	}
	for 1 = range "abc" {
	}
	for range nil {
	}
	for i, i := range "abc" {
	}
}

func others(c chan int, r <-chan int, s chan<- int, n int) {
	if n {
	}
	for n {
	}
	if n := 1; n {
	}
	go n
	go none
	defer int(n)
	defer len("a")
	go func() {}
	defer recover()
	n
	n + 1
	len("a")
	none
	int
	-n
	"a"
	r <- 1
	<-s
	n <- 1
	c <- "a"
	select {
	case n:
	case n = 1:
	case x := <-s:
	case c <- 1:
	default:
	default:
	}
	func() {}
	T{}
	var unused int
	u2 := 1
	var u3, u4 = 1, 2
	func() { u5 := 1 }()
}

func main() {}
