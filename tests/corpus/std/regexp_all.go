// Package regexp: every function and method.
package main

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
)

type broken struct{ n int }

func (b *broken) ReadRune() (rune, int, error) {
	if b.n--; b.n < 0 {
		return 0, 0, errors.New("broken")
	}
	return 'a', 1, nil
}

func main() {
	re := regexp.MustCompile(`(?P<name>a+)(b)?(?<last>c*)`)
	fmt.Println(re, re.NumSubexp(), re.SubexpIndex("last"), re.SubexpIndex("none"), re.SubexpIndex(""))
	fmt.Printf("%q\n", re.SubexpNames())
	s := "xaab ac aaccc b a"
	b := []byte(s)
	fmt.Println(re.MatchString(s), re.Match(b), re.MatchReader(strings.NewReader("xx")))
	fmt.Printf("%q %q %v %v\n", re.Find(b), re.FindString(s), re.FindIndex(b), re.FindStringIndex(s))
	fmt.Printf("%q %q\n", re.FindSubmatch(b), re.FindStringSubmatch(s))
	fmt.Println(re.FindSubmatchIndex(b), re.FindStringSubmatchIndex(s))
	fmt.Println(re.FindReaderIndex(strings.NewReader(s)), re.FindReaderSubmatchIndex(strings.NewReader(s)))
	for _, n := range []int{-1, 0, 1, 3} {
		fmt.Printf("%q %q\n", re.FindAll(b, n), re.FindAllString(s, n))
		fmt.Println(re.FindAllIndex(b, n), re.FindAllStringIndex(s, n))
		fmt.Printf("%q %q\n", re.FindAllSubmatch(b, n), re.FindAllStringSubmatch(s, n))
		fmt.Println(re.FindAllSubmatchIndex(b, n), re.FindAllStringSubmatchIndex(s, n))
		fmt.Printf("%q\n", re.Split(s, n))
		fmt.Printf("%q %q %q\n", regexp.MustCompile("a*").Split("abaabaccadaaae", 5), regexp.MustCompile("").Split("abé", n), regexp.MustCompile("z").Split("", n))
	}
	none := regexp.MustCompile("z+")
	fmt.Println(none.Find(b) == nil, none.FindIndex(b) == nil, none.FindSubmatch(b) == nil, none.FindAll(b, -1) == nil, none.FindAllString(s, -1) == nil)
	fmt.Printf("%q %v %v\n", none.FindString(s), none.FindReaderIndex(strings.NewReader(s)), none.ReplaceAll(nil, nil) == nil)
	template := "[$name $1 ${1}x $1x $2 $$ $ ${ ${name} ${nope} $0 $00 $01 ${last$ $é ${-} $9]"
	fmt.Println(re.ReplaceAllString(s, template))
	fmt.Println(string(re.ReplaceAll(b, []byte(template))))
	fmt.Println(re.ReplaceAllLiteralString(s, "$1"), string(re.ReplaceAllLiteral(b, []byte("$1"))))
	fmt.Println(re.ReplaceAllStringFunc(s, strings.ToUpper), string(re.ReplaceAllFunc(b, func(m []byte) []byte { return append(m, '!') })), string(b))
	fmt.Println(string(re.Expand([]byte("> "), []byte("$last-$name"), b, re.FindSubmatchIndex(b))))
	fmt.Println(string(re.ExpandString(nil, "$2|$last", s, []int{1, 4})), regexp.MustCompile("x*").ReplaceAllString("axé", "-"))
	fmt.Println(regexp.QuoteMeta(`a.b\c+(d)[e]{f}^$|*?-é`))
	fmt.Println(regexp.MatchString("^a", "ab"))
	fmt.Println(regexp.Match("b$", []byte("ab")))
	fmt.Println(regexp.MatchReader("c", strings.NewReader("ab")))
	_, e1 := regexp.MatchString("(", "")
	_, e2 := regexp.Match("[", nil)
	_, e3 := regexp.MatchReader("*", nil)
	fmt.Println(e1, e2, e3)
	text, err := re.MarshalText()
	fmt.Println(string(text), err)
	text, err = re.AppendText([]byte("re: "))
	fmt.Println(string(text), err)
	var other regexp.Regexp
	fmt.Println(other.UnmarshalText([]byte("a(")), other.UnmarshalText([]byte("q+")), other.String(), other.FindString("aqq"))
	first := regexp.MustCompile("a+?|aab")
	longest := first.Copy()
	longest.Longest()
	posix, err := regexp.CompilePOSIX("a|aab|(a)(a)(b)")
	fmt.Println(first.FindString("aab"), longest.FindString("aab"), posix.FindStringSubmatchIndex("aab"), err)
	fmt.Println(regexp.MustCompilePOSIX("^b$").FindStringIndex("a\nb\nc"), regexp.MustCompilePOSIX("[^a]+").FindString("b\nc"))
	fmt.Println(re.MatchReader(&broken{3}), none.MatchReader(&broken{3}), re.FindReaderIndex(&broken{2}))
	var r io.RuneReader = strings.NewReader("aaab rest")
	fmt.Println(regexp.MustCompile("^a*b").FindReaderIndex(r))
	for _, e := range []string{"abc", "abc+", "a(b)c", "(?i)abc", "ab|ac", "ab|a", "", "(|)", "^abc", "^abc$", "^a(b)c$", `\Aab\z`, "^ab(c|d)*$", "^ab(c|d)*", "^ab|^cd", "(?m)^ab", "a{3}", "a{2,3}", "é.", "[x]y", `\Qa.b\E`, `\x{fffd}a`, "(^ab)", "^ab[cd]", `^ab\b`, "ab$"} {
		prefix, complete := regexp.MustCompile(e).LiteralPrefix()
		fmt.Printf("%q: %q %v\n", e, prefix, complete)
	}
}
