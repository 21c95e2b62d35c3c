package main

import "fmt"

func seq(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer fmt.Print("[done]")
		for i := range n {
			if !yield(i) {
				fmt.Print("[stop]")
				return
			}
		}
	}
}

func pairs(m map[string]int, keys ...string) func(func(string, int) bool) {
	return func(yield func(string, int) bool) {
		for _, k := range keys {
			if !yield(k, m[k]) {
				return
			}
		}
	}
}

func find(n int) (r string) {
	for i := range seq(10) {
		for j := range seq(10) {
			if i*j == n {
				return fmt.Sprint(i, "*", j)
			}
			if j > i {
				break
			}
		}
	}
	return "none"
}

func labelled() {
outer:
	for i := range seq(4) {
		for j := range seq(4) {
			if j == 1 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Print(i, j, ";")
		}
	}
	fmt.Println()
}

func deferred() {
	for i := range seq(3) {
		defer fmt.Print("defer", i, " ")
	}
	fmt.Print("body end ")
}

func main() {
	for i, r := range "héé\xff日" {
		fmt.Print(i, ":", string(r), " ")
	}
	fmt.Println()
	for i := range 3 {
		fmt.Print(i)
	}
	for range 2 {
		fmt.Print("x")
	}
	var u8 uint8 = 3
	for i := range u8 {
		fmt.Printf(" %T", i)
	}
	fmt.Println()
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 10
		fmt.Print(i, v, " ")
	}
	for i, v := range &arr {
		arr[2] = 20
		fmt.Print(i, v, " ")
	}
	sl := []int{1, 2, 3}
	for i, v := range sl {
		sl = append(sl, v)
		sl[2] = 99
		fmt.Print(i, v, " ")
	}
	fmt.Println(len(sl))
	for k, v := range pairs(map[string]int{"a": 1, "b": 2, "c": 3}, "a", "b", "c") {
		if k == "c" {
			break
		}
		fmt.Print(k, v, " ")
	}
	fmt.Println()
	fmt.Println(find(12))
	labelled()
	deferred()
	fmt.Println()
	m := map[int]bool{1: true, 2: true, 3: true}
	n := 0
	for k := range m {
		delete(m, k)
		n++
	}
	fmt.Println(n, len(m))
	for i := range m {
		fmt.Println("never", i)
	}
	var nilmap map[string]int
	for range nilmap {
		fmt.Println("never")
	}
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	close(ch)
	for v := range ch {
		fmt.Print(v, " ")
	}
	fmt.Println()
	bytes := []byte("abc")
	for i := range bytes {
		bytes[i] -= 32
	}
	fmt.Println(string(bytes))
	x := 0
	for x = range 5 {
	}
	fmt.Println(x)
	for i := range len(arr) {
		fmt.Print(arr[i])
	}
	fmt.Println()
}
