//go:debug panicnil=1
//go:debug	 tlsmaxrsasize=4096
package main
