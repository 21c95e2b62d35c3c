package main

import "fmt"

var (
	a = b + 1
	b = f("b", c)
	c = f("c", 10)
	d = func() int { fmt.Println("d"); return e }()
	e = 5
	_ = f("blank", 0)
	x, y = pair()
)

func pair() (int, int) { fmt.Println("pair", a); return a, b }

func f(name string, n int) int {
	fmt.Println("init", name, n)
	return n + 1
}

func init() { fmt.Println("init1", a, b, c) }

type T struct{ n int }

var table = map[string]T{"one": {1}, "two": {2}}
var ptr = &table
var arr = [...]int{len(table), 2}

func init() { fmt.Println("init2", len(*ptr), arr, x, y) }

func main() { fmt.Println("main", d, e) }
