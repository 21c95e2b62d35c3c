package main

func sum(xs []int) (n int) {
	for i := 0; i < len(xs); i++ {
		n += xs[i]
	}
	return n
}

func main() { println(sum([]int{1, 2, 3})) }
