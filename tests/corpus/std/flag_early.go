// A flag that is set before it is defined; help that ends the program.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
)

func main() {
	fs := flag.NewFlagSet("early", flag.ExitOnError)
	fs.SetOutput(os.Stdout)
	fmt.Println(fs.Set("later", "1"))
	fmt.Println(flag.Set("later", "2"))
	for _, f := range []func(){func() { fs.Int("later", 0, "") }, func() { flag.Int("later", 0, "") }} {
		func() {
			defer func() {
				text := fmt.Sprint(recover())
				i, j := strings.Index(text, "/"), strings.LastIndex(text, "/")
				fmt.Println(text[:i], text[j:])
			}()
			f()
		}()
	}
	defer fmt.Println("never")
	fs.Parse([]string{"-help"})
}
