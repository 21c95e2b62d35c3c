package examples

import "fmt"

func Example() {
	fmt.Println("hello")
	fmt.Println("world") // beside code

	// Output:
	// hello
	// world
}

func Example_unordered() {
	for _, s := range []string{"b", "c", "a"} {
		fmt.Println(s)
	}
	// Unordered output:
	// a
	// b
	// c
}

func Example_wrong() {
	fmt.Println("got")
	// Output: want
}

func Example_wrongUnordered() {
	fmt.Println("b")
	// unordered output: a
}

func Example_empty() {
	// Output:
}

func Example_notRun() {
	fmt.Println("no output comment")
}

func Example_block() {
	fmt.Println("// in a string", `/*`)
	/* Output:
	// in a string /*
	*/
}
