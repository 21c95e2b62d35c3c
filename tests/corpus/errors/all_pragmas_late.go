package main

//go:noinline
import "fmt"

//go:noinline
var v int

//go:nosplit
const c = 1

type T int

//go:notinheap
type U int

//go:generate echo
func main() {
	fmt.Println(v)
	//go:noinline
	var x int
	_ = x
	//go:build linux
	const y = 1
	//go:noinline
	type z int
}

//go:noinline
//go:norace
//go:nointerface
//go:uintptrescapes
//go:registerparams
//go:fix inline
//go:build linux
//go:debug x=1
//go:embedx
func g() {}

var (
	//go:noinline
	w int
)

type (
	//go:noinline
	W int
)

func h() {}

func y() {}

func z() {}

//go:noescape
func withBody() {}

//go:linkname x y
func y() {}
