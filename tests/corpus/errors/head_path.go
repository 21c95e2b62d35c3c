package main

import "fmt"
import "a b"
import "nosuch"

func main() {}
