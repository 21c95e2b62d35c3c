// A deadlock in reflection's receive says what it waits for.
package main

import "reflect"

func main() {
	go func() { reflect.ValueOf(make(chan int)).Send(reflect.ValueOf(1)) }()
	go func() { reflect.Select(nil) }()
	go func() { reflect.ValueOf((chan int)(nil)).Recv() }()
	reflect.ValueOf(make(chan string)).Recv()
}
