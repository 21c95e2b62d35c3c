// A directory that stands for a module and is not there.
package main

import (
	_ "example.com/gone"
	x "example.com/gone/sub"
)

func main() {}
