// Package lib is of an older language: its loops have one variable.
package lib

import "fmt"

const Version = "1.2.3"

func Print() {
	var fs []func()
	for i := 0; i < 3; i++ {
		fs = append(fs, func() { fmt.Print(i, " ") })
	}
	for _, f := range fs {
		f()
	}
	fmt.Println()
}
