package main

import "runtime"

func main() {
	go func() {
		defer func() {
			recover()
			runtime.Goexit()
		}()
		panic("gone")
	}()
	defer runtime.Goexit()
	panic("main's")
}
