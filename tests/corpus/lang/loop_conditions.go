// Loops that count in their bodies, with several ways back to the condition.
package main

import "fmt"

func skip(n int) (i, odd int) {
	for i < n {
		if i%3 == 0 {
			odd++
			i += 2
			continue
		}
		i++
	}
	return
}

func constant() (i, turns int) {
	for i < 20 {
		turns++
		switch {
		case i%5 == 0:
			i += 3
			continue
		case i%7 == 0:
			i += 4
			continue
		}
		i++
	}
	return
}

func jumps(n int) string {
	i, s := 0, ""
	goto test
body:
	s += fmt.Sprint(i, ",")
	if i == 2 {
		i = 5
		goto test
	}
	i++
test:
	if i < n {
		goto body
	}
	return s
}

func nested(n int) (turns int) {
	i, j := 0, 0
outer:
	for i < n {
		j = i
		for j < n {
			turns++
			if turns%4 == 0 {
				i += 2
				continue outer
			}
			if turns%7 == 0 {
				j += 3
				continue
			}
			j++
		}
		i++
	}
	return turns*10000 + i*100 + j
}

func entered(i, n int) (turns int) {
	for ; i < n; i++ {
		turns++
		if turns > 100 {
			break
		}
	}
	return turns
}

func down(n int) (s int) {
	for n >= 0 {
		s += n
		if n%2 == 0 {
			n -= 3
			continue
		}
		n--
	}
	return s*100 + n + 50
}

func main() {
	fmt.Println(skip(20))
	fmt.Println(skip(100))
	fmt.Println(constant())
	fmt.Println(jumps(8), jumps(0), jumps(3))
	fmt.Println(nested(10), nested(1), nested(0))
	fmt.Println(entered(0, 5), entered(5, 5), entered(9, 5), entered(-3, 0))
	fmt.Println(down(9), down(10), down(-1))
}
