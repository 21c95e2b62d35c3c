// The method that describes a panic's value is called once, even when it panics itself.
package main

import "fmt"

type failure struct{ calls *int }

func (f failure) Error() string {
	*f.calls++
	panic(fmt.Sprint("call ", *f.calls))
}

func main() {
	defer fmt.Println("deferred")
	panic(failure{new(int)})
}
