package main

func safe(a, b int) (q int, failed bool) {
	defer func() {
		failed = recover() != nil
	}()
	return a / b, false
}

func main() { println(safe(1, 0)) }
