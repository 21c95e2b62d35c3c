// Closures that capture arrays see what is assigned to their elements later, however deep the element is.
package main

import "fmt"

type grid struct{ cells [2][3]int }

func set[A [2]int | [3]int](a A, f func(func() int)) {
	read := func() int { return a[1] }
	f(read)
	a[1] = 50
	f(read)
	a[0]++
	(a)[1] += 2
	f(read)
}

func main() {
	var flat [4]int
	var nested [2][2]string
	var g grid
	words := [2]string{"a", "b"}
	show := func() { fmt.Println(flat, nested, g, words) }
	show()
	flat[1] = 5
	show()
	nested[1][0] = "x"
	show()
	g.cells[1][2]++
	show()
	(words)[0] = "c"
	show()
	flat[0], words[1] = 7, "d"
	show()
	for flat[3] = range 3 {
		show()
	}
	defer show()
	flat[2] <<= 1
	flat[2] |= 8
	done := make(chan bool)
	var once [1]int
	go func() {
		<-done
		fmt.Println(once)
		done <- true
	}()
	once[0] = 9
	done <- true
	<-done
	set([2]int{1, 2}, func(f func() int) { fmt.Println("set", f()) })
}
