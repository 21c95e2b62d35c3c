// Concatenated strings of all short lengths and around the sizes of heap objects keep their last byte.
package main

import (
	"fmt"
	"strings"
)

func main() {
	var kept []string
	a, b := strings.Repeat("a", 5000), strings.Repeat("b", 5000)
	var lengths []int
	for n := 2; n < 300; n++ {
		lengths = append(lengths, n)
	}
	for n := 512; n <= 4096; n *= 2 {
		lengths = append(lengths, n-1, n, n+1)
	}
	for range 3 {
		for _, n := range lengths {
			kept = append(kept, a[:n-1]+b[:1], "<"+b[:n-2]+">")
		}
	}
	bad := 0
	for i := 0; i < len(kept); i += 2 {
		n := lengths[i/2%len(lengths)]
		if s := kept[i]; len(s) != n || s[0] != 'a' || s[n-1] != 'b' || strings.Count(s, "a") != n-1 {
			bad++
		}
		if s := kept[i+1]; len(s) != n || s[0] != '<' || s[n-1] != '>' || strings.Count(s, "b") != n-2 {
			bad++
		}
	}
	fmt.Println(len(kept), "strings,", bad, "bad")
}
