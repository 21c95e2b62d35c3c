// References to characters in all kinds of text.
package main

import (
	"fmt"
	"html"
	"strings"
)

var x uint32 = 1

func rnd(n int) int { x = x*1664525 + 1013904223; return int(x>>8) % n }

func main() {
	pieces := []string{"&", "&", ";", "#", "x", "amp", "lt", "gt", "not", "notin", "in", "a", "41", "X", "65", "0", "x80", "128", "#150;", "D800", "110000", "99999999999", "copy", "É", "eacute", "CounterClockwiseContourIntegral", "NotEqualTilde", "fjlig", " ", "quot", "NBSP", "nbsp", "AMP", "\xff", "frac12", "sup1", "Aacut", "Aacute", "&amp;", "&#39;", "thorn", "thetasym", "-"}
	for i := 0; i < 600; i++ {
		var b strings.Builder
		for range 1 + rnd(7) {
			b.WriteString(pieces[rnd(len(pieces))])
		}
		s := b.String()
		fmt.Printf("%q %q %q\n", s, html.UnescapeString(s), html.EscapeString(s))
		if u := html.UnescapeString(html.EscapeString(s)); u != s {
			fmt.Println("BAD", u)
		}
	}
	for i := 0; i < 0x120; i++ {
		fmt.Printf("%q", html.UnescapeString(fmt.Sprintf("&#%d;", i)))
	}
	for a := 'l'; a <= 'o'; a++ {
		for b := 'A'; b <= 'z'; b++ {
			fmt.Printf("%q", html.UnescapeString(fmt.Sprintf("&%c%c;&%c%c", a, b, a, b)))
		}
	}
}
