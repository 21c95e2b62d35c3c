package says

import "fmt"

var n = 0

// It tells who is initialised; it gives a number.
func It(who string, _ int) int {
	n++
	fmt.Println(n, who)
	return n
}

var own = It("says", 0)
