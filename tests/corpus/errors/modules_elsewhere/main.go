// Packages of modules that are not there, or not required.
package main

import (
	_ "example.com/extra"
	_ "example.com/gone"
	_ "example.com/gone/sub"
)

func main() {}
