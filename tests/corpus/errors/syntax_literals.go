package main

func main() {
	a := 'ab'
	b := "unterminated
	c := 09
	d := 0x
	e := 1_
}
