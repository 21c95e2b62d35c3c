// defer, panic, recover and Goexit nested in each other: which recover gets which panic, what runs after
// what, what results a function then has.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
)

var log []string

func say(a ...any) { log = append(log, strings.TrimSuffix(fmt.Sprintln(a...), "\n")) }

func flush(what string) {
	fmt.Printf("%s: %s\n", what, strings.Join(log, "; "))
	log = nil
}

func catch(f func()) {
	defer func() {
		if e := recover(); e != nil {
			say("caught", e)
		}
	}()
	f()
	say("normal")
}

func replaced() {
	defer func() { panic(fmt.Sprint("third after ", recover())) }()
	defer func() { panic("second") }()
	panic("first")
}

func recoverTwice() {
	defer func() { say("again", recover()) }()
	defer func() { say("once", recover()) }()
	panic("p")
}

func recoverNested() {
	defer func() {
		defer func() { say("inner", recover()) }()
		say("outer", recover())
		panic("from deferred")
	}()
	panic("p")
}

func tooDeep() {
	defer func() {
		func() { say("too deep", recover()) }()
	}()
	panic("deep")
}

func helper() { say("helper", recover()) }

func byHelper() {
	defer helper()
	panic("h")
}

func direct() {
	defer recover()
	defer fmt.Sprint(recover())
	panic("direct")
}

type T struct{ name string }

func (t T) Recover()   { say(t.name, recover()) }
func (t *T) PRecover() { say(t.name, recover()) }

type R interface{ Recover() }

func byMethods() {
	catch(func() { defer T{"value"}.Recover(); panic(1) })
	catch(func() { defer (&T{"pointer"}).PRecover(); panic(2) })
	catch(func() { var r R = T{"iface"}; defer r.Recover(); panic(3) })
	catch(func() { var r R = &T{"iface ptr"}; defer r.Recover(); panic(4) })
	catch(func() { f := T{"method value"}.Recover; defer f(); panic(5) })
	catch(func() { defer T.Recover(T{"expression"}); panic(6) })
	catch(func() {
		type E struct{ *T }
		defer E{&T{"promoted"}}.Recover()
		panic(7)
	})
}

func results() (a int, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("wrapped: %v", e)
			a *= 2
		}
	}()
	a = 21
	panic(errors.New("inside"))
}

func unnamed() int {
	defer func() { recover() }()
	panic("gone")
}

func deferredArgs() (n int) {
	x := 1
	defer func(v int) { n += v * 100; say("arg", v, "var", x) }(x)
	defer say("say", x)
	x = 2
	return x * 10
}

func loop() {
	for i := range 3 {
		defer func() {
			say("loop", i, recover())
			if i > 0 {
				panic(i)
			}
		}()
	}
	panic("start")
}

func goexitInDefer() {
	var wg sync.WaitGroup
	wg.Go(func() {
		defer say("last", recover())
		defer func() { say("recover sees", recover()) }()
		defer runtime.Goexit()
		panic("before goexit")
	})
	wg.Wait()
	wg.Go(func() {
		defer func() { say("no panic in Goexit", recover()) }()
		defer func() {
			defer func() { say("panic in deferred", recover()) }()
			panic("while exiting")
		}()
		runtime.Goexit()
	})
	wg.Wait()
	wg.Go(func() {
		defer say("end")
		func() {
			defer func() { recover(); say("still exiting") }()
			runtime.Goexit()
		}()
		say("never")
	})
	wg.Wait()
	wg.Go(func() {
		defer func() { say("panicked over Goexit", recover()) }()
		defer func() { panic("over") }()
		runtime.Goexit()
	})
	wg.Wait()
}

func errorsOf() {
	show := func(e any) string {
		if r, ok := e.(runtime.Error); ok {
			var t *runtime.TypeAssertionError
			return fmt.Sprintf("%v (runtime, assertion %v)", e, errors.As(r, &t))
		}
		return fmt.Sprintf("%T %v", e, e)
	}
	try := func(f func()) {
		defer func() { say(show(recover())) }()
		f()
	}
	var m map[string]int
	var p *T
	var s []int
	var e any = "str"
	var i fmt.Stringer
	try(func() { m["a"] = 1 })
	try(func() { _ = p.name })
	try(func() { _ = s[len(m)] })
	try(func() { _ = s[1:len(m)] })
	try(func() { _ = e.(int) })
	try(func() { _ = e.(fmt.Stringer) })
	try(func() { i.String() })
	try(func() { panic(nil) })
	try(func() { panic(fmt.Errorf("w: %w", errors.ErrUnsupported)) })
	try(func() { _ = make([]int, len(m)-1) })
	try(func() { _ = [3]int(s) })
	try(func() { close((chan int)(nil)) })
	try(func() { c := make(chan int); close(c); close(c) })
	try(func() { c := make(chan int); close(c); c <- 1 })
	try(func() { _ = map[any]int{[]int{}: 1} })
	try(func() { _ = any(s) == any(s) })
	try(func() { panic(&T{"ptr"}) })
}

func main() {
	catch(replaced)
	flush("replaced")
	catch(recoverTwice)
	flush("twice")
	catch(recoverNested)
	flush("nested")
	catch(tooDeep)
	flush("deep")
	catch(byHelper)
	flush("helper")
	catch(direct)
	flush("direct")
	byMethods()
	flush("methods")
	say(results())
	say(unnamed())
	flush("results")
	say(deferredArgs())
	flush("arguments")
	catch(loop)
	flush("loop")
	goexitInDefer()
	flush("goexit")
	errorsOf()
	for _, l := range log {
		fmt.Println(l)
	}
	fmt.Println(recover(), "outside")
}
