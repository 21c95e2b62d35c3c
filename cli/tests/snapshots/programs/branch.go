package main

//go:noinline
func max(a, b int, c float64) int {
	if a < b && c != 0 || b == 7 {
		return b
	}
	return a
}

func main() { println(max(1, 2, 3)) }
