// x op= y: what stands on its left is looked at whatever the operation.
package main

const k = 1

type T struct{ a int }

func g() int  { return 1 }
func h() (int, int) { return 1, 1 }
func main() {
	nil += 1
	true += 1
	"a" += 1
	"a" += "b"
	1 += "a"
	k += "a"
	k += 1
	g() += 1
	g() += "a"
	h() += 1
	g += 1
	main += "a"
	undefined += 1
	T += 1
	T{}.a += "a"
	m := map[string]T{}
	m["a"].a += "a"
	m["a"].a += 1
	s := "abc"
	s[0] += "a"
	s[0] += 1
	_ += 1
	_ += "a"
	x := 1
	x += "a"
	x += nil
	(x) += undefined
	len += 1
	1 += undefined
	nil++
	"a"++
	1++
	k++
	main++
	x += h()
	x += main()
	s[0]++
	m["a"].a++
	_++
	T{}.a <<= 1
	s[0] <<= "a"
	1 <<= 1
	k += k
	*x += 1
	len(s) += 1
	(*T)(nil).a += "a"
	x.a += 1
}
