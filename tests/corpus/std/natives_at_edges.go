// Natives where they refuse, where they change their ways, and with nil: each answer and each panic's text.
package main

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"unsafe"
)

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, r)
		}
	}()
	f()
	fmt.Println(name, "returned")
}

func nils() {
	var i32 *int32
	var i64 *int64
	var u32 *uint32
	var u64 *uint64
	var up *uintptr
	var p *unsafe.Pointer
	for n, f := range []func(){
		func() { atomic.LoadInt32(i32) }, func() { atomic.StoreInt32(i32, 1) }, func() { atomic.AddInt32(i32, 1) },
		func() { atomic.SwapInt32(i32, 1) }, func() { atomic.CompareAndSwapInt32(i32, 0, 1) }, func() { atomic.AndInt32(i32, 1) }, func() { atomic.OrInt32(i32, 1) },
		func() { atomic.LoadInt64(i64) }, func() { atomic.StoreInt64(i64, 1) }, func() { atomic.AddInt64(i64, 1) },
		func() { atomic.SwapInt64(i64, 1) }, func() { atomic.CompareAndSwapInt64(i64, 0, 1) },
		func() { atomic.LoadUint32(u32) }, func() { atomic.AddUint32(u32, 1) }, func() { atomic.LoadUint64(u64) }, func() { atomic.AddUint64(u64, 1) },
		func() { atomic.LoadUintptr(up) }, func() { atomic.StoreUintptr(up, 1) }, func() { atomic.LoadPointer(p) }, func() { atomic.StorePointer(p, nil) },
		func() { atomic.SwapPointer(p, nil) }, func() { atomic.CompareAndSwapPointer(p, nil, nil) },
		func() { (*atomic.Bool)(nil).Load() }, func() { (*atomic.Int32)(nil).Add(1) }, func() { (*atomic.Uint64)(nil).Store(1) },
		func() { (*sync.Mutex)(nil).Lock() }, func() { (*sync.Mutex)(nil).TryLock() }, func() { (*sync.RWMutex)(nil).RLock() },
		func() { (*sync.RWMutex)(nil).Lock() }, func() { (*sync.WaitGroup)(nil).Add(1) }, func() { (*sync.WaitGroup)(nil).Wait() },
		func() { (*sync.Once)(nil).Do(func() {}) }, func() { (*strings.Builder)(nil).Len() }, func() { (*bytes.Buffer)(nil).WriteByte(1) },
	} {
		try(fmt.Sprint("nil ", n), f)
	}
}

// Needles of every length in texts that nearly have them, again and again.
func needles() {
	for _, n := range []int{1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 200} {
		needle := strings.Repeat("a", n-1) + "b"
		text := strings.Repeat(strings.Repeat("a", n)+"c", 40) + strings.Repeat("a", n+3) + "b" + strings.Repeat("a", n)
		b := []byte(text)
		fmt.Println(n, strings.Index(text, needle), strings.LastIndex(text, needle), strings.Count(text, needle), bytes.Index(b, []byte(needle)),
			strings.Index(text, needle+"b"), strings.Contains(text, needle[1:]+"a"), bytes.Count(b, []byte(needle[:n/2+1])), strings.Index(needle, text))
		for at := range 5 {
			s := strings.Repeat("x", at*13) + needle + "y" + needle
			if strings.Index(s, needle) != at*13 || strings.Index(s[1:], needle+"z") != -1 || strings.LastIndex(s, needle) != at*13+n+1 {
				fmt.Println("wrong at", n, at)
			}
		}
	}
	parts := []string{"", "a", "", "bc", "", ""}
	for n := range len(parts) + 1 {
		for _, sep := range []string{"", ",", "<->"} {
			fmt.Printf("%q ", strings.Join(parts[:n], sep))
		}
	}
	big := strings.Repeat("0123456789", 7000)
	joined := strings.Join([]string{big, big, "end"}, "|")
	fmt.Println(len(joined), joined[70000:70003], joined[140001:])
	fmt.Println(len(strings.Join(make([]string, 70000), "")), len(strings.Join(make([]string, 70000), "-")))
}

func hex() {
	for _, s := range []string{"0x1p0", "0x1.8p1", "0x.8p1", "0x0p0", "-0x0p5", "0x1.fffffffffffff8p0", "0x1.fffffffffffff7ffp0", "0x1.00000000000008p0", "0x1.000000000000080000000000000000000000000000001p0",
		"0x123456789abcdef0123456789abcdef0123456789abcdefp0", "0x123456789abcdef0123456789abcdef0.123456789abcdefp-100", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1p1024", "0x1.fffffffffffffp1023", "0x1.fffffffffffff8p1023",
		"0x0.00000000000000000000000000000000000000000000000000000000001p300", "0x1p99999999999", "0x1p-99999999999", "0x1", "0xp1", "0x1p", "0x1_0p1", "0x10000000000000000000000000000000000000000000p-100", "0x0000000000000000000000000000000000000000000001p3"} {
		f, err := strconv.ParseFloat(s, 64)
		g, err32 := strconv.ParseFloat(s, 32)
		fmt.Println(s, f, err, g, err32)
	}
	for _, f := range []float64{0, 1, -1.5, math.Pi, 1e300, 5e-324, math.MaxFloat64, math.Inf(1), 0.1} {
		for _, p := range []int{-1, 0, 1, 5, 12, 13, 14, 15, 20, 30} {
			fmt.Print(strconv.FormatFloat(f, 'x', p, 64), " ", strconv.FormatFloat(f, 'X', p, 32), " ")
		}
		fmt.Println(strconv.FormatFloat(f, 'b', -1, 64))
		for p := range 24 {
			fmt.Print(strconv.FormatFloat(f, 'f', p, 64), " ", strconv.FormatFloat(f, 'e', p, 64), " ", strconv.FormatFloat(f, 'g', p, 32), " ")
		}
		fmt.Println()
	}
	for _, f := range []float64{0.5, 1.5, 2.5, 0.25, 0.125, 1e15 + 0.5, 9e15 + 1, 8999999999999999.5, 1e-20, 1e-30, 123456.0000005, 4.35, 0.000244140625} {
		for p := range 17 {
			fmt.Print(strconv.FormatFloat(f, 'f', p, 64), " ")
		}
		fmt.Println()
	}
}

func pages() {
	page := syscall.Getpagesize()
	b, err := syscall.Mmap(-1, 0, 3*page, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	fmt.Println(len(b)/page, err)
	beyond := unsafe.Slice(&b[0], 3*page)
	fmt.Println(syscall.Mprotect(b[page:2*page], syscall.PROT_READ), syscall.Mprotect(b[2*page:], syscall.PROT_READ|syscall.PROT_WRITE), syscall.Mprotect(b, syscall.PROT_READ|syscall.PROT_WRITE))
	fmt.Println(syscall.Mprotect(b[1:page], syscall.PROT_READ), syscall.Mprotect(beyond[page/2:page], syscall.PROT_READ))
	_, err = syscall.Mmap(-1, 0, -1, syscall.PROT_READ, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	fmt.Println(err)
	_, err = syscall.Mmap(9999, 0, page, syscall.PROT_READ, syscall.MAP_PRIVATE)
	fmt.Println(err)
	fmt.Println(syscall.Munmap(b), syscall.Munmap(b))
}

func slices() {
	n, large := -1, math.MaxInt
	x := 5
	for i, f := range []func(){
		func() { _ = make([]int, n) }, func() { _ = make([]int, 0, n) }, func() { _ = make([]int, large) }, func() { _ = make([]int, x, x-1) },
		func() { _ = make(chan int, n) }, func() { _ = make(chan [100]int, large) }, func() { _ = make(map[int]int, n) },
		func() { _ = unsafe.Slice(&x, n) }, func() { _ = unsafe.Slice(&x, large) }, func() { _ = unsafe.Slice((*int)(nil), x) }, func() { _ = unsafe.Slice((*int)(nil), 0) },
		func() { _ = unsafe.String((*byte)(nil), x) }, func() { _ = unsafe.String((*byte)(unsafe.Pointer(&x)), n) },
		func() { _ = strings.Repeat("ab", n) }, func() { _ = strings.Repeat("ab", large) }, func() { _ = bytes.Repeat([]byte("ab"), n) },
		func() { _ = [4]int(make([]int, x-2)) }, func() { _ = (*[4]int)(make([]int, 3)) }, func() { new(strings.Builder).Grow(n) }, func() { new(bytes.Buffer).Grow(n) },
	} {
		try(fmt.Sprint("length ", i), f)
	}
}

func main() {
	nils()
	needles()
	hex()
	pages()
	slices()
}
