package main

import (
	"fmt"
	"no/such/package"
	"nosuch"
)

func main() { fmt.Println(nosuch.X) }
