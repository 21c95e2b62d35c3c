// So many keys with the same beginning or end that some have the same hash: all stay apart.
package main

import "fmt"

func main() {
	const n = 200000
	first, last := make(map[[2]uint64]int, n), make(map[[2]uint64]int, n)
	for i := range n {
		first[[2]uint64{7, uint64(i)}] = i
		last[[2]uint64{uint64(i), 7}] = i
	}
	bad := 0
	for i := range n {
		if first[[2]uint64{7, uint64(i)}] != i || last[[2]uint64{uint64(i), 7}] != i {
			bad++
		}
	}
	fmt.Println(len(first), len(last), bad)
}
