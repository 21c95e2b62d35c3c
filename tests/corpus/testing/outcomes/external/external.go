// Package external is tested from outside.
package external

// F gives 1.
func F() int { return hidden }

var hidden = 1
