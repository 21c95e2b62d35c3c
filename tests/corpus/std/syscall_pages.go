package main

import (
	"fmt"
	"os"
	"syscall"
)

// Pages of memory beside the heap, numbers of the process, a signal to itself.

func main() {
	page := syscall.Getpagesize()
	b, err := syscall.Mmap(-1, 0, 3*page, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	fmt.Println(len(b) == 3*page, cap(b) == 3*page, err, b[0], b[3*page-1])
	b[page] = 7
	copy(b[2*page:], "text")
	fmt.Println(syscall.Mprotect(b[:page], syscall.PROT_NONE), b[page], string(b[2*page:2*page+4]))
	fmt.Println(syscall.Mprotect(b[:page], syscall.PROT_READ), b[0])
	fmt.Println(syscall.Mprotect(nil, syscall.PROT_READ|syscall.PROT_EXEC))
	fmt.Println(syscall.Munmap(b[1:]), syscall.Munmap(b[:2]), syscall.Munmap(nil))
	fmt.Println(syscall.Munmap(b), syscall.Munmap(b))
	_, err = syscall.Mmap(-1, 0, 0, syscall.PROT_READ, syscall.MAP_ANONYMOUS|syscall.MAP_PRIVATE)
	fmt.Println(err)
	_, err = syscall.Mmap(1000, 0, page, syscall.PROT_READ, syscall.MAP_SHARED)
	fmt.Println(err)

	fmt.Println(syscall.Getpid() == os.Getpid(), syscall.Getppid() == os.Getppid(), page == os.Getpagesize())
	fmt.Println(syscall.Getuid() == os.Getuid(), syscall.Geteuid() == os.Geteuid())
	fmt.Println(syscall.Getgid() == os.Getgid(), syscall.Getegid() == os.Getegid())
	fmt.Println(syscall.Kill(syscall.Getpid(), syscall.SIGCHLD), syscall.Kill(syscall.Getpid(), 0))
	fmt.Println(syscall.Kill(syscall.Getpid(), 1000))
	fmt.Println(syscall.MAP_FIXED, syscall.MAP_POPULATE, syscall.MAP_NORESERVE)
}
