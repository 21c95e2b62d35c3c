package runtime

import "unsafe"

// A program counter here stands for one place in the source: the machine numbers the places it is
// asked about. So each inlined call has one of its own, and it may be used as it is or less one.

// callers writes the program counters of the goroutine's frames from the one that called the
// function around the call of it, less skip, and gives their number.
func callers(skip int, pcs []uintptr) int

// place describes a program counter.
func place(pc uintptr) (function, file string, line int, entry uintptr)

// stackText gives the goroutine's traceback, or everyone's.
func stackText(all bool) string

// Callers fills pcs with the program counters of the callers of the function that calls it; with
// skip 0 Callers itself comes first.
func Callers(skip int, pcs []uintptr) int {
	return callers(skip, pcs)
}

// Caller tells where the function that calls it, or its skip-th caller, is.
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	var one [1]uintptr
	if callers(skip+1, one[:]) == 0 {
		return
	}
	_, file, line, _ = place(one[0])
	return one[0], file, line, true
}

// Func is a function of the program. Its address is the program counter that stands for the function,
// so that one function has one; nothing is there.
type Func struct{ opaque struct{} }

// FuncForPC gives the function a program counter is in, or nil.
func FuncForPC(pc uintptr) *Func {
	name, _, _, entry := place(pc)
	if name == "" {
		return nil
	}
	return *(**Func)(unsafe.Pointer(&entry))
}

// Name is the function's name with its package path.
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	name, _, _, _ := place(f.Entry())
	return name
}

// Entry is the program counter that stands for the function.
func (f *Func) Entry() uintptr { return uintptr(unsafe.Pointer(f)) }

// FileLine tells where in the source a program counter is.
func (f *Func) FileLine(pc uintptr) (file string, line int) {
	_, file, line, _ = place(pc)
	return file, line
}

// Frame is what is known of one call.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// Frames goes through the calls behind program counters.
type Frames struct {
	pcs []uintptr
}

// CallersFrames prepares to go through what Callers gave.
func CallersFrames(callers []uintptr) *Frames {
	return &Frames{callers}
}

// Next gives the next frame, and whether there are more after it.
func (fs *Frames) Next() (frame Frame, more bool) {
	for len(fs.pcs) > 0 {
		pc := fs.pcs[0]
		fs.pcs = fs.pcs[1:]
		if name, file, line, entry := place(pc); name != "" {
			frame = Frame{pc, *(**Func)(unsafe.Pointer(&entry)), name, file, line, entry}
			break
		}
	}
	return frame, len(fs.pcs) > 0
}

// Stack writes the goroutine's traceback into buf, or that of all of them.
func Stack(buf []byte, all bool) int {
	return copy(buf, stackText(all))
}
