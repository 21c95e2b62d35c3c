package main

func f[T any](x T)         {}
func g[T, U any](x T, y U) {}

func take(x func(int)) {}

func main() {
	var a func(int) = f
	var b func(int, string) = g[int]
	a = f
	take(f)
	_, _ = a, b
	clear([]int{})
	_ = min(1, 2)
	for range 10 {
	}
}
