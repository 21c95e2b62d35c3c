// Jumps after each kind of statement that such a jump may stand in: it has ended.
package main

func after(n int, c chan int, f func(func(int) bool)) {
	for {
		break
	}
	break
	for n < 3 {
		continue
	}
	continue
	for range n {
	}
	break
	for range f {
		break
	}
	continue
	switch n {
	case 1:
		break
	}
	break
	switch any(n).(type) {
	case int:
		break
	}
	break
	select {
	case <-c:
		break
	}
	break
	func() {
		for {
			func() { break }()
			func() { continue }()
		}
	}()
outer:
	for {
		break outer
	}
	break outer
	continue outer
	goto outer
sw:
	switch {
	case n > 1:
		break sw
		continue sw
	default:
		continue
	}
	for {
		switch {
		case n > 2:
			continue
		}
		select {
		default:
			continue
		}
	}
sel:
	select {
	case c <- 1:
		break sel
		continue sel
	}
block:
	{
		break block
		continue block
		break
	}
	if n > 1 {
		break
	} else {
		continue
	}
	switch n {
	case 2:
		fallthrough
	case 3:
		if n > 1 {
			fallthrough
		}
		{
			fallthrough
		}
		for {
			fallthrough
		}
	case 4:
		fallthrough
	}
	select {
	case <-c:
		fallthrough
	default:
	}
	switch any(c).(type) {
	case int:
		fallthrough
	default:
	}
	fallthrough
}

func main() {}
