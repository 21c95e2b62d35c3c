//go:debug nosuch=1
package lib

func F() int { return 1 }
