package main

import (
	"fmt"
	"os"
)

func main() {
	defer os.Exit(4)
	defer func() {
		fmt.Println("recovered:", recover())
		defer fmt.Println("before the exit")
		panic("not seen")
	}()
	panic("seen")
}
