// Processes by number, and the times that the system tells of a file.
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

type loud struct{}

func (loud) String() string { return "loud" }
func (loud) Signal()        {}

func main() {
	none := os.Process{}
	fmt.Println(none.Signal(os.Interrupt), none.Kill(), none.Release())
	func() {
		defer func() { fmt.Println(recover()) }()
		var none *os.Process
		fmt.Println(none.Signal(os.Interrupt))
	}()
	p, err := os.FindProcess(1 << 22)
	fmt.Println(p.Pid, err)
	err = p.Signal(syscall.Signal(0))
	fmt.Println(err, err == os.ErrProcessDone, errors.Is(p.Kill(), os.ErrProcessDone))
	fmt.Println(p.Signal(loud{}))
	fmt.Println(p.Release(), p.Kill())
	var s os.Signal = loud{}
	fmt.Println(s)

	name := filepath.Join(os.TempDir(), fmt.Sprint("times", os.Getpid()))
	if err := os.WriteFile(name, nil, 0o600); err != nil {
		fmt.Println(err)
	}
	defer os.Remove(name)
	when := time.Date(2024, 2, 29, 1, 2, 3, 456789000, time.UTC)
	fmt.Println(os.Chtimes(name, when, when.Add(time.Hour)))
	info, err := os.Stat(name)
	if err != nil {
		fmt.Println(err)
		return
	}
	st := info.Sys().(*syscall.Stat_t)
	fmt.Println(st.Atim.Unix())
	fmt.Println(st.Mtim.Unix())
	fmt.Println(st.Atim.Nano() == when.UnixNano(), time.Unix(st.Mtim.Unix()).UTC())
}
