package main

import (
	"errors"
	"fmt"
)

func main() {
	defer func() {
		e := recover().(error)
		panic(fmt.Errorf("outer: %w", e))
	}()
	panic(errors.Join(errors.New("one"), errors.New("two")))
}
