package main

func main() {
	break
	continue
	for {
		break L
	}
L:
	for {
		continue M
	}
	goto N
	x := 1
	_ = x
N:
}
