// Strings as bytes and runes: range over invalid UTF-8, indexing, slicing, comparison, concatenation,
// conversion in map keys and comparisons, raw strings, escapes, immutability.
package main

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

const raw = `raw \n "quoted"
	second line` + "\ttail"

func caught(what string, f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(what, e)
		}
	}()
	f()
}

func main() {
	fmt.Println(raw, len(raw))
	for _, s := range []string{"", "abc", "aé日\U0001F600", "\xff\xfe", "\xc3", "\xe6\x97", "\xed\xa0\x80", "\xf4\x90\x80\x80", "a\x00b", "\xc0\x80", "é\xffé"} {
		fmt.Printf("%q %d %d %v:", s, len(s), utf8.RuneCountInString(s), utf8.ValidString(s))
		for i, r := range s {
			fmt.Printf(" %d:%U", i, r)
		}
		for i := range s {
			fmt.Print(" ", i)
		}
		n := 0
		for range s {
			n++
		}
		fmt.Println(" ", n, len([]rune(s)), string([]rune(s)) == s)
	}
	s := "héllo, 世界"
	fmt.Println(s[1], s[1:3], s[:0] == "", s[len(s):], s[7:], string(s[0]), s[len(s)-3:])
	i, j := 5, 3
	caught("index", func() { _ = s[len(s)+i] })
	caught("negative", func() { _ = s[i-6] })
	caught("slice order", func() { _ = s[i:j] })
	caught("slice end", func() { _ = s[i : len(s)+1] })
	caught("slice start", func() { _ = s[len(s)+j:] })
	caught("empty", func() { _ = ""[i-5] })

	t := ""
	for k := range 5 {
		t += string(rune('a'+k)) + fmt.Sprint(k)
	}
	u := t
	t += "more"
	fmt.Println(t, u, t > u, t[:len(u)] == u, "a"+"b" == "ab", "Z" < "a", "" < "\x00", "\xff" > "\u00ff")
	b := []byte(s)
	b[0] = 'H'
	fmt.Println(string(b), s, string(b[:1])+s[1:] == string(b))
	m := map[string]int{}
	for _, w := range strings.Fields("to be or not to be") {
		m[string([]byte(w))]++
	}
	key := []byte("be")
	m[string(key)] += 10
	key[0] = 'x'
	fmt.Println(m)
	arr := [2]string{"x", "y"}
	arr2 := arr
	arr2[0] += "z"
	fmt.Println(arr, arr2, arr == [2]string{"x", "y"})
	fmt.Println([]byte("日"), []rune("日"), []byte{'a', 98, 0x63}, string([]byte{'a', 98, 0x63}), "\a\b\f\v\\\"\x41\101\u0041\U00000041" == "\x07\x08\x0c\x0b\x5c\x22AAAA")
	switch {
	case s > "h" && s < "i":
		fmt.Println("between")
	}
	copied := copy(b, "日本")
	fmt.Println(copied, string(b))
	copied = copy(b[1:], b)
	fmt.Println(copied, string(b))
	b = append(b[:0], "append"...)
	b = append(b, s[1:3]...)
	fmt.Println(string(b), cap(append([]byte(nil), "x"...)) >= 1)
	for i, c := range []byte("hé") {
		fmt.Print(i, c, " ")
	}
	for i, c := range []rune("hé") {
		fmt.Print(i, c, " ")
	}
	fmt.Println()
	var sb strings.Builder
	for r := 'a'; r < 'f'; r++ {
		sb.WriteRune(r - 32)
	}
	fmt.Println(sb.String(), min("b", "a", "c"), max("b", "a"), len("\u00e9"), len("e\u0301"), "\u00e9" == "e\u0301")
	long := strings.Repeat("0123456789", 1000)
	p := long[5000:5010]
	long = long[:9999]
	fmt.Println(p, len(long), long[9990:], strings.Count(long, "9"))
	type str string
	x := str("typed")
	fmt.Println(x[1:3]+"!", string(x) == "typed", x == "typed", str("a")+x[:1], []byte(x)[0])
	print()
	func(xs ...string) { fmt.Println(len(xs), xs) }(strings.Split("a b", " ")...)
	a := "same"
	c := strings.Clone(a)
	fmt.Println(a == c, any(a) == any(c), map[any]int{a: 1}[c])
}
