//go:debug panicnil=1

package names_test

import (
	"fmt"

	"example.com/vetted/names"
)

func ExampleF()     { names.F(); fmt.Println() }
func ExampleNope()  {}
func ExampleT_M()   {}
func ExampleT_Bad() {}

//go:debug x=1
