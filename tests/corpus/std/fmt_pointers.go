// Addresses: their form, and which values show one.
package main

import (
	"fmt"
	"strings"
	"unsafe"
)

type point struct{ X, Y int }

func main() {
	x := 5
	p := &point{1, 2}
	m := map[string]int{"a": 1}
	s := []int{1, 2}
	f := func() {}
	c := make(chan int)
	pp := &p
	values := []any{&x, p, m, s, f, c, pp, unsafe.Pointer(&x), &s, &m, &[2]int{}, struct{ P *int }{&x}, []*int{&x}, map[string]*int{"k": &x}, [1]any{&x}}
	for i, v := range values {
		for _, verb := range []string{"%p", "%#p", "%v", "%+v", "%#v", "%x", "%#x", "%X", "%d", "%o", "%b", "%O", "%s", "%t", "%20p|", "%-20p|", "%020p|", "%c", "%q", "%U", "%e"} {
			text := fmt.Sprintf(verb, v)
			// Digits differ from run to run: the shape does not.
			var shape strings.Builder
			hex := false
			for j := 0; j < len(text); j++ {
				ch := text[j]
				switch {
				case ch == '0' && j+1 < len(text) && (text[j+1] == 'x' || text[j+1] == 'X'):
					hex = true
					shape.WriteString("0x")
					j++
				case hex && (ch >= '0' && ch <= '9' || ch >= 'a' && ch <= 'f'):
				default:
					if hex {
						shape.WriteByte('~')
					}
					hex = false
					if ch >= '0' && ch <= '9' {
						ch = '9'
					}
					if s := shape.String(); ch != '9' || len(s) == 0 || s[len(s)-1] != '9' {
						shape.WriteByte(ch)
					}
				}
			}
			line := shape.String()
			if strings.Contains("%x %X %20p| %-20p| %020p| %#p", verb) {
				line = fmt.Sprint(len(line) > 0)
			}
			fmt.Printf("%d %s %s\n", i, verb, line)
		}
	}
	same := fmt.Sprintf("%p", &x) == fmt.Sprintf("%v", &x) && fmt.Sprintf("%p", p) == fmt.Sprintf("%p", *pp)
	fmt.Println(same, fmt.Sprintf("%p", s) == fmt.Sprintf("%p", &s[0]), fmt.Sprintf("%p", &p.X) == fmt.Sprintf("%p", p))
	fmt.Println(fmt.Sprint(p) == "&{1 2}", fmt.Sprint(pp) == fmt.Sprintf("%p", pp), fmt.Sprintf("%p", 5), fmt.Sprintf("%p", "x"), fmt.Sprintf("%p", nil), fmt.Sprintf("%p", (*int)(nil)), fmt.Sprintf("%v %#v %+v", (*int)(nil), (*int)(nil), unsafe.Pointer(nil)))
}
