// Building strings: a million numbers into a Builder, ten thousand concatenations, formatting.
package main

import (
	"fmt"
	"strconv"
	"strings"
)

func main() {
	var b strings.Builder
	for i := range 1_000_000 {
		b.WriteString(strconv.Itoa(i))
		b.WriteByte(',')
	}
	s := ""
	for range 10_000 {
		s += "x"
	}
	n := 0
	for i := range 100_000 {
		n += len(fmt.Sprintf("%d:%s;", i, "abc"))
	}
	fmt.Println(b.Len(), len(s), n)
}
