package main

type st struct {
	a int
	b string
}

func main() {
	defer func() {
		recover()
		panic(st{1, "x"})
	}()
	panic([]int{1})
}
