// Packages of modules that directories stand for, each with its own language version.
package main

import (
	"fmt"

	"example.com/app/sub"
	"example.com/lib"
	"example.com/lib/deep"
)

func main() {
	fmt.Println(sub.Name(), lib.Version, deep.Sum(1, 2, 3))
	lib.Print()
}
