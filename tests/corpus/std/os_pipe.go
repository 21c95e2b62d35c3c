// Pipes: goroutines that wait for each other through the system, closing, deadlines.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

func main() {
	r, w, err := os.Pipe()
	if err != nil {
		fmt.Println(err)
		return
	}
	// More than the pipe holds, both ways.
	r2, w2, _ := os.Pipe()
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		for i := 0; i < 3000; i++ {
			fmt.Fprintf(w, "request %d with some more text to fill the pipe\n", i)
		}
		fmt.Println("requests", w.Close())
	}()
	go func() {
		defer wg.Done()
		sc := bufio.NewScanner(r)
		out := bufio.NewWriter(w2)
		n := 0
		for sc.Scan() {
			fmt.Fprintln(out, "answer to", sc.Text())
			n++
		}
		out.Flush()
		w2.Close()
		_ = n
	}()
	b, err := io.ReadAll(r2)
	wg.Wait()
	fmt.Println(len(b), err)

	r, w, _ = os.Pipe()
	fmt.Println(r.SetReadDeadline(time.Now().Add(5 * time.Millisecond)))
	p := make([]byte, 10)
	n, err := r.Read(p)
	fmt.Println(n, err, os.IsTimeout(err), errors.Is(err, os.ErrDeadlineExceeded))
	fmt.Println(r.SetDeadline(time.Time{}))
	w.WriteString("late")
	n, err = r.Read(p)
	fmt.Println(n, err, string(p[:n]))
	fmt.Println(w.SetWriteDeadline(time.Now().Add(5 * time.Millisecond)))
	big := make([]byte, 1<<20)
	n, err = w.Write(big)
	fmt.Println(n > 0 && n < len(big), err)
	w.SetWriteDeadline(time.Time{})

	// Closing ends a Read that waits.
	r2, w2, _ = os.Pipe()
	done := make(chan error)
	go func() {
		_, err := r2.Read(p)
		done <- err
	}()
	time.Sleep(time.Millisecond)
	r2.Close()
	err = <-done
	fmt.Println(err, errors.Is(err, os.ErrClosed))
	w2.Close()
	_, err = w2.Write(p)
	fmt.Println(err)
	r.Close()
	_, err = w.Write(p)
	fmt.Println(err)
	_, err = r.Seek(0, 0)
	fmt.Println(err)
	r, w, _ = os.Pipe()
	_, err = r.Seek(0, 0)
	fmt.Println(err)
	_, err = w.Read(p)
	fmt.Println(err)
	_, err = r.Write(p)
	fmt.Println(err)
}
