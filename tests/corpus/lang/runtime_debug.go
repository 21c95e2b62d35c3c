// What packages runtime and runtime/debug tell about the program and let it set.
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
)

func where() *runtime.Func {
	pc, _, _, _ := runtime.Caller(1)
	return runtime.FuncForPC(pc)
}

func main() {
	old := debug.SetGCPercent(50)
	fmt.Println(old > 0, debug.SetGCPercent(-7), debug.SetGCPercent(old))
	debug.FreeOSMemory()
	var stats debug.GCStats
	debug.ReadGCStats(&stats)
	fmt.Println(stats.NumGC > 0, stats.PauseTotal >= 0, len(stats.PauseQuantiles))
	_, _, _ = stats.LastGC, stats.Pause, stats.PauseEnd
	fmt.Println(debug.SetMaxStack(1<<20), debug.SetMaxStack(1_000_000_000))
	fmt.Println(strings.Contains(string(debug.Stack()), "main.main()"))
	if len(os.Args) > 10 {
		debug.PrintStack()
		runtime.Breakpoint()
	}
	f := where()
	file, line := f.FileLine(f.Entry())
	fmt.Println(f.Name(), file[strings.LastIndex(file, "/")+1:], line > 0, f.Entry() != 0)
	fmt.Println(runtime.GOROOT() == "", runtime.MemProfileRate)
	frames := runtime.CallersFrames(nil)
	frame, more := frames.Next()
	fmt.Println(frame.PC, frame.Func == nil, frame.Function, frame.File, frame.Line, frame.Entry, more)
	var none *runtime.Func
	fmt.Println(none.Name() == "")
}
