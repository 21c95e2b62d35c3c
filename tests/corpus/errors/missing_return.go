package main

func f(x int) int {
	if x > 0 {
		return 1
	}
}

func g(x int) int {
	for {
		if x > 0 {
			break
		}
	}
}

func h(x int) int {
	switch x {
	case 1:
		return 1
	default:
		panic("x")
	}
}

func k(x int) (int, string) {
	return 1
}

func l() {
	return 1
}

func main() {}
