package names

import (
	"testing"
	tt "testing"
)

func Testlower(t *testing.T)      {}
func Test(t *testing.T)           {}
func Test_x(t *testing.T)         {}
func Test1(t *testing.T)          {}
func TestÄ(t *testing.T)          {}
func Testä(t *testing.T)          {}
func testing1(t *testing.T)       {}
func TestAlias(t *tt.T)           {}
func Benchmarklower(b *testing.B) {}
func Fuzzlower(f *testing.F)      {}
func TestMain(m *testing.M)       {}

type S struct{}

func (S) TestlowerMethod(t *testing.T) {}
func (S) Testx()                       {}

func Example()            {}
func Example_suffix()     {}
func Example_Suffix()     {}
func ExampleF()           {}
func ExampleF_suffix()    {}
func ExampleF_Suffix()    {}
func ExampleF_two_parts() {}
func ExampleT()           {}
func ExampleT_M()         {}
func ExampleT_P()         {}
func ExampleT_M_more()    {}
func ExampleT_M_More()    {}
func ExampleT_Nope()      {}
func ExampleT_nope()      {}
func ExampleNope()        {}
func ExampleNope_M()      {}
func ExampleV()           {}
func ExampleC()           {}
func ExampleG_Get()       {}
func ExampleG_Nope()      {}
func ExampleEmb_M()       {}
func ExampleI_Do()        {}
func ExampleT_F()         {}
func Examplelower()       {}
func Exampleunexp()       {}
func Example_()           {}
func ExampleT_()          {}
func ExampleArg(x int)    {}
func ExampleRes() int     { return 0 }
func ExampleGen[X any]()  {}
func ExampleF_x_()        {}

func ExampleF_output() {
	F()
	// Output: a

	// another
}

func ExampleF_outputs() {
	F() // output: beside
	/* Unordered Output:
	a */
	F()

	// Output:
	// b
}

func Testing_generic[X any](t *testing.T) {}
func Testgeneric[X any](t *testing.T)     {}
