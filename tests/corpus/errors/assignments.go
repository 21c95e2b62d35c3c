package main

func main() {
	a, b := 1
	c := nil
	1 = 2
	"a"[0] = 98
	m := map[string]struct{ x int }{}
	m["a"].x = 1
	var p *int = 5
	a++
	s := "x"
	s++
	s[0] = 1
	const k = 1
	k++
	for i := range 3 {
		i = "x"
	}
	_, _, _, _ = b, c, p, s
	_ = _
}
