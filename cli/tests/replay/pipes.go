// What a call of the system does reaches others before the call is over: main sees the end of each pipe and makes the
// next one in the same variables while the goroutine is still in Close.
package main

import (
	"fmt"
	"io"
	"os"
)

func main() {
	var r, w *os.File
	for i := range 400 {
		r, w, _ = os.Pipe()
		go func() {
			w.WriteString("text")
			w.Close()
		}()
		b, err := io.ReadAll(r)
		r.Close()
		if string(b) != "text" || err != nil {
			fmt.Println(i, string(b), err)
		}
	}
	fmt.Println("done")
}
