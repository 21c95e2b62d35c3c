package main

func main() {
	s := "日本語"; x := 1
	é := 2
}
