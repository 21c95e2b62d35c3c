// Loops over a slice of bool: primes below five million, three times.
package main

import "fmt"

func main() {
	const n = 5_000_000
	count := 0
	for range 3 {
		composite := make([]bool, n+1)
		count = 0
		for i := 2; i <= n; i++ {
			if composite[i] {
				continue
			}
			count++
			for j := 2 * i; j <= n; j += i {
				composite[j] = true
			}
		}
	}
	fmt.Println(count)
}
