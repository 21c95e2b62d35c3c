// A panic's value whose own method panics when the value is printed: a fatal error. One that
// recovers in its method is printed.
package main

import "os"

type loud struct{}

func (loud) Error() string { panic("too loud") }

type careful struct{ inner error }

func (c careful) Error() (text string) {
	defer func() {
		if r := recover(); r != nil {
			text = "recovered: " + r.(string)
		}
	}()
	return c.inner.Error()
}

func main() {
	defer func() {
		println(recover().(error).Error())
		os.Exit(3)
	}()
	panic(careful{loud{}})
}
