// A panic's value whose Error method panics with a value of a named string type.
package main

type text string

type failure struct{}

func (failure) Error() string { panic(text("inner")) }

func main() {
	panic(failure{})
}
