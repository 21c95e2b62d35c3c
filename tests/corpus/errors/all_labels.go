// Labels of what cannot be continued or broken out of.
package main

func f() (int, int) { return 1, 2 }

func main() {
L:
	switch {
	case true:
		for {
			continue L
		}
	}
M:
	select {
	default:
		for {
			continue M
		}
	}
N:
	{
		for {
			continue N
			break N
		}
	}
O:
	if true {
		for {
			continue O
			break O
		}
	}
P:
	for {
		func() {
			continue P
			break P
			goto P
		}()
	}
}

func selects() {
	var a, b int
	var ch chan int
	select {
	case a = b:
	case a++:
	case f():
	case a:
	case a + b:
	case (<-ch):
	case x := 1 + <-ch:
	case ch <- 1:
	case a, b, b = <-ch:
	case a, b := f():
	case int(<-ch):
	}
}
