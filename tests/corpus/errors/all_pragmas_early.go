package main

//go:noinline
import "fmt"

//go:noinline
var v int

//go:nosplit
const c = 1

//go:noescape
type T int

//go:notinheap
type U int


//go:generate echo
func main() {
	//go:noinline
	fmt.Println(v)
	//go:build linux
	//go:nosuch x
	var x int //go:noinline
	_ = x
	//go:generate x
	//go:debug x=1
	//go:embed
}

//go:noinline
//go:norace
//go:nointerface
//go:systemstack
//go:yeswritebarrierrec
//go:uintptrescapes
//go:uintptrkeepalive
//go:cgo_unsafe_args
//go:registerparams
//go:fix inline
func g() {}

var (
	//go:noinline
	w int
)

type (
	//go:noinline
	W int
)

//go:noinline
func h() {}

//go:build x

//go:noinline
