// In modules of before go1.21 panic(nil) panics with nil.
package main

import "fmt"

func main() {
	defer func() { fmt.Println("recovered", recover()) }()
	panic(nil)
}
