package main

type s struct{ x int }

func f(a s) { println(a, a) }

func main() {
	var w s
	print(w, 1)
	var a [2]int
	println(a)
	var e error
	println(e, main)
	defer println(w)
	go println(a)
	print(struct {
		x int
		Y []int
	}{})
	println(struct {
		f func(struct{}) int
		m map[string]interface{ M() }
	}{})
}
