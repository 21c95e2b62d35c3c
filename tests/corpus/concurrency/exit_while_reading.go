// The program ends although main waits for input.
package main

import (
	"fmt"
	"os"
	"time"
)

func main() {
	r, w, err := os.Pipe()
	if err != nil {
		fmt.Println(err)
	}
	defer w.Close()
	go func() {
		time.Sleep(5 * time.Millisecond)
		fmt.Println("bye")
		os.Exit(3)
	}()
	r.Read(make([]byte, 1))
	fmt.Println("not reached")
}
