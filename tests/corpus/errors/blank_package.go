package _

import "fmt"

var x int = "a"
