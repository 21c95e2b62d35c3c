// Panics, deferred calls, recover and Goexit in each other, all of them recovered.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
)

func try(name string, f func()) {
	defer func() { fmt.Println(name, "->", recover()) }()
	f()
}

func replace() {
	defer func() { panic("second") }()
	panic("first")
}

func recoverInNested() {
	defer func() {
		func() { fmt.Println("nested recover", recover()) }()
	}()
	panic("stays")
}

func recoverHelper() any { return recover() }

func recoverDirectly() {
	defer recover()
	panic("not by defer recover()")
}

func recoverByHelper() {
	defer recoverHelper()
	panic("by a helper that is deferred itself")
}

func recoverDeeper() {
	defer func() { recoverHelper() }()
	panic("a helper called by the deferred function does not")
}

func recoverTwice() {
	defer func() { fmt.Println("outer", recover()) }()
	defer func() {
		defer func() { fmt.Println("inner", recover()) }()
		panic("two")
	}()
	panic("one")
}

func panicAfterRecover() {
	defer func() { fmt.Println("last", recover()) }()
	defer func() {
		fmt.Println("got", recover())
		panic("again")
	}()
	panic("start")
}

func recoverInPanickingDefer() {
	defer func() { fmt.Println("a", recover()) }()
	defer func() {
		defer func() {
			defer func() { fmt.Println("c", recover()) }()
			panic("three")
		}()
		panic("two")
	}()
	panic("one")
}

type method struct{ name string }

func (m method) value()    { fmt.Println(m.name, recover()) }
func (m *method) pointer() { fmt.Println(m.name, recover()) }

type caller interface{ value() }

func byMethods() {
	m := &method{"m"}
	var c caller = m
	for i := range 4 {
		func() {
			switch i {
			case 0:
				defer m.value()
			case 1:
				defer m.pointer()
			case 2:
				defer c.value()
			case 3:
				f := c.value
				m.name = "changed"
				defer f()
			}
			panic(i)
		}()
	}
}

func results() (n int, s string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("wrapped: %w", r.(error))
			n *= 2
		}
	}()
	n, s = 21, "set"
	var list []int
	_ = list[n]
	return 1, "not returned", nil
}

func unnamed() int {
	defer func() { recover() }()
	panic("zero results")
}

func order() {
	for i := range 3 {
		defer fmt.Print("d", i, " ")
	}
	defer func() {
		for i := range 2 {
			defer fmt.Print("n", i, " ")
		}
	}()
}

func evaluated() {
	x := 1
	defer fmt.Println("at defer", x)
	defer func(v int) { fmt.Println("param", v, "now", x) }(x)
	x = 2
}

func nilDefers() {
	var f func()
	defer func() { fmt.Println("nil func", recover()) }()
	defer f()
	fmt.Println("before")
}

func exits() {
	var wg sync.WaitGroup
	wg.Go(func() {
		defer fmt.Println("ran 1", recover())
		defer func() { fmt.Println("recover in Goexit", recover()) }()
		runtime.Goexit()
	})
	wg.Wait()
	wg.Go(func() {
		defer fmt.Println("ran 2")
		defer func() {
			defer func() { fmt.Println("recovered", recover()) }()
			panic("while exiting")
		}()
		runtime.Goexit()
	})
	wg.Wait()
	wg.Go(func() {
		defer func() { fmt.Println("gone:", recover()) }()
		defer runtime.Goexit()
		panic("overtaken")
	})
	wg.Wait()
	wg.Go(func() {
		defer fmt.Println("ran 4")
		func() {
			defer func() { fmt.Println("first", recover()) }()
			panic("x")
		}()
		func() {
			defer func() {
				recover()
				runtime.Goexit()
			}()
			panic("y")
		}()
		fmt.Println("not reached")
	})
	wg.Wait()
	wg.Go(func() {
		defer func() {
			defer func() {
				fmt.Println("third level", recover())
			}()
			runtime.Goexit()
		}()
	})
	wg.Wait()
	wg.Go(func() {
		defer fmt.Println("Goexit goes on")
		defer func() { fmt.Println("recovered late", recover()) }()
		defer func() { panic("raised during Goexit") }()
		runtime.Goexit()
	})
	wg.Wait()
}

type textError struct{ text string }

func (e *textError) Error() string { return e.text }

var sentinel = errors.New("sentinel")

func values() {
	for _, v := range []any{1, "s", 1.5, nil, sentinel, &textError{"custom"}, []int{1}, struct{ a, b int }{1, 2}} {
		func() {
			defer func() {
				r := recover()
				_, isRuntime := r.(runtime.Error)
				fmt.Printf("%T %v %v\n", r, r, isRuntime)
			}()
			panic(v)
		}()
	}
}

func loop() {
	count := 0
	for i := range 1000 {
		func() {
			defer func() {
				if recover() != nil {
					count++
				}
			}()
			if i%3 == 0 {
				panic(i)
			}
		}()
	}
	fmt.Println("recovered", count)
}

func deep(n int) (text string) {
	defer func() {
		if n%2 == 0 {
			if r := recover(); r != nil {
				panic(fmt.Sprint(r, n))
			}
		}
	}()
	if n == 0 {
		panic("bottom")
	}
	return deep(n - 1)
}

func recursivePanics(n int) {
	defer func() {
		if n > 0 {
			recursivePanics(n - 1)
		}
		fmt.Print(n, ":", recover(), " ")
	}()
	panic(n)
}

func closures() {
	s := strings.Builder{}
	func() {
		defer func() {
			r := recover()
			func() {
				defer func() { fmt.Fprint(&s, "inner ", recover(), " ") }()
				panic(fmt.Sprint("again ", r))
			}()
			fmt.Fprint(&s, "after ", recover())
		}()
		panic("p")
	}()
	fmt.Println(s.String())
}

func main() {
	fmt.Println(recover())
	try("replace", replace)
	try("nested", recoverInNested)
	try("directly", recoverDirectly)
	try("helper", recoverByHelper)
	try("deeper", recoverDeeper)
	try("twice", recoverTwice)
	try("again", panicAfterRecover)
	try("three", recoverInPanickingDefer)
	try("methods", byMethods)
	fmt.Println(results())
	fmt.Println(unnamed())
	order()
	fmt.Println()
	evaluated()
	try("nil", nilDefers)
	exits()
	values()
	loop()
	try("deep", func() { deep(5) })
	recursivePanics(4)
	fmt.Println()
	closures()
}
