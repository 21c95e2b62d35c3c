package main

import (
	"fmt"
	5
	6
)

func main() {}
