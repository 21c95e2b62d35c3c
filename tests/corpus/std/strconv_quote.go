// Quoting and unquoting.
package main

import (
	"fmt"
	"strconv"
)

func main() {
	texts := []string{"", "plain", "tab\tnew\nline", "\a\b\f\n\r\t\v\\\"'`", "\x00\x01\x1f\x7f\x80", "é日本😀", "\u00a0\u200b\u2028\ufeff\ufffd", "\xff\xfe", "a\xe6\x97b", "\U0010ffff\U000e0001", "back`quote", "é\u0301", "\u0085", "\u3000x"}
	for _, s := range texts {
		fmt.Println(strconv.Quote(s), strconv.QuoteToASCII(s), strconv.QuoteToGraphic(s), strconv.CanBackquote(s))
		fmt.Printf("%s%s%s\n", strconv.AppendQuote([]byte("1"), s), strconv.AppendQuoteToASCII([]byte("2"), s), strconv.AppendQuoteToGraphic([]byte("3"), s))
		for _, q := range []string{strconv.Quote(s), strconv.QuoteToASCII(s), strconv.QuoteToGraphic(s), "`" + s + "`"} {
			back, err := strconv.Unquote(q)
			fmt.Print(back == s, " ", err, "; ")
		}
		fmt.Println()
	}
	for _, r := range []rune{0, 'a', '\'', '"', '\\', '\n', 0x7f, 0x80, 'é', '日', 0x200b, 0xfeff, '😀', 0x10ffff, 0xd800, -1, 0x110000, 0xfffd, 0xa0, 0x3000} {
		fmt.Println(strconv.QuoteRune(r), strconv.QuoteRuneToASCII(r), strconv.QuoteRuneToGraphic(r), string(strconv.AppendQuoteRune(nil, r)), string(strconv.AppendQuoteRuneToASCII(nil, r)), string(strconv.AppendQuoteRuneToGraphic(nil, r)), strconv.IsPrint(r), strconv.IsGraphic(r))
	}
	printed := 0
	for r := rune(0); r < 0x3000; r++ {
		if strconv.IsPrint(r) != strconv.IsGraphic(r) {
			fmt.Printf("%U ", r)
		}
		if strconv.IsPrint(r) {
			printed++
		}
	}
	fmt.Println(printed)
	for _, q := range []string{``, `"`, `""`, `"a"`, `"a`, `a"`, `'a'`, `'ab'`, `''`, `'\''`, `"\'"`, `'"'`, `'\"'`, "``", "`a\r\nb`", "`a`b`", `"\n\t\a\b\f\r\v\\"`, `"\x41\101\u0041\U00000041"`, `"\x4"`, `"\xZZ"`, `"\400"`, `"\38"`, `"\u12"`, `"\ud800"`, `"\U00110000"`, `"\q"`, `"\"`, "\"a\nb\"", `"é"`, "\"\xff\"", `'日'`, `'\u65e5'`, `'\xff'`, `'\377'`, "'\xff'", `"a" `, ` "a"`, `"a""b"`, `"\`, "'\n'", "`"} {
		s, err := strconv.Unquote(q)
		p, err2 := strconv.QuotedPrefix(q)
		fmt.Printf("%q: %q %v | %q %v\n", q, s, err, p, err2)
	}
	for _, s := range []string{`"a" rest`, "`raw` rest", `'x'y`, `"\"x" z`, `x"y"`, `"open`} {
		p, err := strconv.QuotedPrefix(s)
		fmt.Printf("%q %v; ", p, err)
	}
	fmt.Println()
	for _, s := range []string{"", "a", "ab", `\n`, `\nx`, `\'`, `\"`, `"`, `'`, `\x41z`, `\x4`, `\1012`, `\u65e5本`, `\U0001F600`, `\ud83d`, "é!", "\xff!", `\`, `\z`, `\400`, `\u00`} {
		for _, quote := range []byte{0, '\'', '"', '`'} {
			r, multi, tail, err := strconv.UnquoteChar(s, quote)
			fmt.Printf("%q %v %q %v; ", r, multi, tail, err)
		}
		fmt.Println()
	}
}
