// Methods that print calls on its own, called by name.
package main

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime"
	"runtime/pprof"
	"time"
)

type point struct{ X, y int }

func (point) M() {}

func main() {
	t := reflect.TypeOf(point{})
	var m reflect.Method = t.Method(0)
	byName, ok := t.FieldByName("X")
	byFunc, found := t.FieldByNameFunc(func(s string) bool { return s == "y" })
	fmt.Println(m.Name, byName.PkgPath == "", ok, byFunc.Name, byFunc.PkgPath, found, t.String(), reflect.BothDir.String())
	fmt.Println(reflect.TypeOf(int8(0)).OverflowInt(128), reflect.TypeOf(uint8(0)).OverflowUint(255), reflect.TypeOf(float32(0)).OverflowFloat(1e39), reflect.TypeOf(complex64(0)).OverflowComplex(1))
	at := time.Date(2024, time.February, 29, 1, 2, 3, 4, time.UTC)
	fmt.Println(time.May.String(), time.Friday.String(), at.String(), at.GoString())
	var c runtime.Cleanup = runtime.AddCleanup(new(int), func(int) {}, 1)
	c.Stop()
	pcs := make([]uintptr, 1)
	runtime.Callers(1, pcs)
	var frames *runtime.Frames = runtime.CallersFrames(pcs)
	var frame runtime.Frame
	frame, _ = frames.Next()
	fmt.Println(frame.Function)
	var labels pprof.LabelSet = pprof.Labels("k", "v")
	_ = labels
	var source rand.Source = rand.NewPCG(1, 2)
	var r *rand.Rand = rand.New(source)
	fmt.Println(source.Uint64(), r.Uint64())
}
