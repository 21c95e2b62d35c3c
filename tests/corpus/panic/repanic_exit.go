package main

func main() {
	defer func() {
		r := recover()
		panic(r.(string) + " again")
	}()
	defer func() {
		panic("second")
	}()
	panic("first")
}
