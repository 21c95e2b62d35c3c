// goto past declarations, in every kind of block and by every kind of declaration.
package main

func body() {
	goto L
	var a int
	b := 1
	const c = 1
	type d int
L:
	_, _ = a, b
}

func block() {
	{
		goto L
		var a int
	L:
		_ = a
	}
	{
		goto M
		a := 1
	M:
		_ = a
	}
	{
		goto N
		const c = 1
		type d int
		{
			var inner int
			_ = inner
		}
	N:
	}
}

func clauses(n int, c chan int) {
	if n > 0 {
		goto L
		var a, b = 1, 2
	L:
		_, _ = a, b
	} else {
		goto M
		var x int
	M:
		_ = x
	}
	for range n {
		goto L2
		var a int
	L2:
		_ = a
	}
	switch n {
	case 1:
		goto L3
		var a int
	L3:
		_ = a
	default:
		goto L4
		a, b := 1, 2
	L4:
		_, _ = a, b
	}
	select {
	case <-c:
		goto L5
		var a int
	L5:
		_ = a
	}
	var i any
	switch i.(type) {
	case int:
		goto L6
		var a int
	L6:
		_ = a
	}
	func() {
		goto L7
		var a int
	L7:
		_ = a
		{
			goto L8
			var (
				c int
				d int
			)
		L8:
			_, _ = c, d
		}
	}()
}

func fromInside(n int) {
	if n > 0 {
		goto L
	}
	for range n {
		if n > 1 {
			goto M
		}
		var x int
		if n > 2 {
			goto M
		}
	M:
		_ = x
	}
	var y int
L:
	_ = y
}

func back(n int) {
L:
	var x int
	if n > x {
		goto L
	}
	{
	M:
		y := 1
		if n > y {
			goto M
		}
	}
}

func names() {
	{
		goto A
		var (
			a int
			b int
		)
		var c int
	A:
		_, _, _ = a, b, c
	}
	{
		goto B
		var c int
		var (
			a int
			b int
		)
	B:
		_, _, _ = a, b, c
	}
	{
		goto C
		_, x, _, y := 1, 2, 3, 4
	C:
		_, _ = x, y
	}
	{
		x := 1
		goto D
		x, z := 1, 2
	D:
		_, _ = x, z
	}
	{
		goto E
		_, y := 1, 2
	E:
		_ = y
	}
	{
		goto F
		var a, b = 1, 2
	F:
		_, _ = a, b
	}
	{
		goto G
		var _, b = 1, 2
	G:
		_ = b
	}
	{
		goto H
		var (
			t, u = 1, 2
			v, w int
		)
	H:
		_, _, _, _ = t, u, v, w
	}
	{
		goto I
		var _ = 1
	I:
	}
}

func main() {}
