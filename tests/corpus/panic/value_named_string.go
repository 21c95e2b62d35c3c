package main

type s string

func main() {
	defer println("deferred first")
	panic(s("line one\nline two\t\x01é"))
}
