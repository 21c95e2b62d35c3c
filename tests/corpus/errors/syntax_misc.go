package main

import "fmt"

func main() {
	for i := 0; i < 10; i++
		fmt.Println(i)
	var x = [3]int{1, 2, 3
	fmt.Println(x)
}
