// map[int]int: five million updates of 65 536 keys.
package main

import "fmt"

func main() {
	m := map[int]int{}
	for i := range 5_000_000 {
		m[(i*7919)&0xffff] += i
	}
	sum := 0
	for _, v := range m {
		sum += v
	}
	fmt.Println(sum, len(m))
}
