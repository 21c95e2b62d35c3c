// Each way to end a program by package log.
package main

import (
	"fmt"
	"log"
	"os"
	"strings"
)

// end runs f where os.Exit would end the program, and goes on only when it does not.
func end(name string, f func(...any)) { fmt.Println(name, f != nil) }

func main() {
	log.SetFlags(log.Lshortfile)
	end("log.Fatal", log.Fatal)
	end("log.Fatalln", log.Fatalln)
	l := log.New(os.Stdout, strings.Repeat("-", 3), log.Lmsgprefix)
	end("Logger.Fatalln", l.Fatalln)
	fatalf := l.Fatalf
	fmt.Println(fatalf != nil)
	l.Fatal("the end", 1, "\n")
}
