// A module that is replaced but not required.
package main

import (
	_ "example.com/extra"
	. "example.com/extra/sub"
)

func main() {}
