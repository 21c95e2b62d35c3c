// Packages are initialised one at a time: of those whose imports are, the first by import path.
package main

import (
	"fmt"

	"example.com/order/says"

	_ "example.com/order/c"
	_ "example.com/order/m"
)

var second = says.It("main.second", first)

var first = says.It("main.first", 0)

func init() { says.It("main.init", 0) }

func main() { fmt.Println("main", second) }
