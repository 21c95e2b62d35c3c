package main

func f(xs ...int) {}
func g() {}
func two() (int, int) { return 1, 2 }

func main() {
	f([]int{1}...)
	f(1, []int{2}...)
	x := g()
	two()
	y := two()
	var z int
	z()
	f("a")
	len(1)
	append([]int{}, "x")
	len()
	_ = cap(map[int]int{})
	go f
	defer g
	g() + 1
	1 + 2
	_, _, _ = x, y, z
}
