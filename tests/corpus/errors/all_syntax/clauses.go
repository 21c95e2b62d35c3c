package main

func cl1() {
	for i := 0; {
	}
	for ; {
	}
}

func cl2() {
	switch {
	case true:
	L:
	case false:
	}
}

func cl3() {
	switch x; y z {
	case 1:
	}
	select x {
	}
}

func cl4() {
L: else
}
