//go:debug panicnil=1
package lib

func F() {}
