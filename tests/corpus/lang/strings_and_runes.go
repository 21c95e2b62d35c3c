package main

import "fmt"

func main() {
	s := "héllo, 世界\x00\xff"
	fmt.Println(len(s), len([]rune(s)), s[1], s[0:1], s[7:], string([]byte(s)[0:3]))
	fmt.Printf("%q %x %U\n", s, s, []rune(s)[7])
	b := []byte("abc")
	t := string(b)
	b[0] = 'z'
	fmt.Println(t, string(b), string(rune(65)), string(rune(0x4e16)), string(rune(-1)))
	fmt.Println("a" < "b", "abc" < "abd", "ab" < "abc", "Z" < "a", "x" == "x", "x" != "y", "" < "a")
	r := []rune("日本語")
	r[1] = 'x'
	fmt.Println(string(r), len(r))
	cat := ""
	for i := range 5 {
		cat += string(rune('a'+i)) + "-"
	}
	fmt.Println(cat)
	const c = "const" + "ant"
	fmt.Println(c, len(c), c[2])
	raw := `raw\n
string`
	fmt.Println(raw, len(raw))
	fmt.Println("esc: \a\b\f\n\r\t\v\\\"\x41\101\u00e9\U0001F600"[5:12] == "\a\b\f\n\r\t\v")
	m := map[string]int{}
	m[string(b)]++
	m["zbc"]++
	fmt.Println(m)
	type myBytes []byte
	type myString string
	fmt.Println(string(myBytes{104, 105}), []byte(myString("yo")), myString("a")+"b")
	x := append([]byte("hello "), "world"...)
	n := copy(x[1:], "EL")
	fmt.Println(string(x), n)
	switch s[0] {
	case 'h':
		fmt.Println("starts with h")
	}
	var zero string
	fmt.Println(zero == "", len(zero), fmt.Sprintf("%d%%|%5d|%-5d|%05d|%x|%X|%o|%b|%c|%U", 50, 42, 42, 42, 255, 255, 8, 5, 'A', 'A'))
	fmt.Printf("%8.3f|%-8.2f|%+d|%e|%g|%t|%v|%p\n", 3.14159, 2.5, 7, 12345.678, 1e-10, true, nil, nil)
	fmt.Printf("%s|%10s|%-10s|%.2s|%q|%x|% x|%#x\n", "go", "go", "go", "golang", 'x', "hi", "hi", "hi")
	fmt.Printf("%v %+v %#v %T\n", struct {
		A int
		B string
	}{1, "x"}, struct{ P *int }{nil}, []string{"a"}, map[string][]int{})
	fmt.Printf("%d %s %!|%z %d\n", "str", 5, 1)
	fmt.Printf("%[2]d %[1]d %d\n", 1, 2)
	fmt.Printf("%*d|%-*d|%.*f\n", 5, 42, 5, 42, 2, 3.14159)
	fmt.Printf("%6.2f%%|%+.1e|%x|%08b|%#o|%#b\n", 99.5, 12345.0, -255, 5, 8, 5)
	fmt.Printf("%t %v %5t|%q %v\n", true, false, true, []string{"a b", "c"}, [2]bool{true, false})
	fmt.Printf("%v %d %s %x\n", []byte("hi"), []byte("hi"), []byte("hi"), []byte("hi"))
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.0), fmt.Sprintln("x", 1))
}
