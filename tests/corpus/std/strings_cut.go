// Searching, trimming, cutting and splitting: every function of strings that looks at its argument or
// gives a part of it.
package main

import (
	"fmt"
	"iter"
	"strings"
	"unicode"
)

func show(s string) string { return fmt.Sprintf("%q", s) }

func list(parts []string) string {
	if parts == nil {
		return "nil"
	}
	s := "["
	for i, p := range parts {
		if i > 0 {
			s += " "
		}
		s += show(p)
	}
	return s + "]"
}

func collect(seq iter.Seq[string]) []string {
	all := []string{}
	for p := range seq {
		all = append(all, p)
	}
	return all
}

var inputs = []string{
	"", "a", "abc", "aaaa", "a,b,c", ",,", "  foo bar\tbaz\n ", "\u00a0x\u2003y\u3000", "日本語", "日,本,語",
	"\xff\xfeab\xff", "abracadabra", "line1\nline2\n\nline3", "\n", "ſtraße", "\xe6\x97", "K\u212a", "   ", "\u2003",
}

var needles = []string{"", "a", "b", ",", "ab", "aa", "abra", "語", "\xff", "\n", "日本", "line", "missing", "\xe6"}

var sets = []string{"", "a", "ab", " \n", "語日", "\xff", ",", "a\xff", "\u212a"}

func searching(s string, b string) {
	for _, n := range needles {
		m := n
		fmt.Print(" ", strings.Index(b, m), strings.LastIndex(b, m), strings.Count(b, m), strings.Contains(b, m),
			strings.HasPrefix(b, m), strings.HasSuffix(b, m), strings.Compare(b, m), strings.EqualFold(b, m))
	}
	fmt.Println()
	for _, set := range sets {
		fmt.Print(" ", strings.IndexAny(b, set), strings.LastIndexAny(b, set), strings.ContainsAny(b, set))
		fmt.Print(" ", show(strings.Trim(b, set)), show(strings.TrimLeft(b, set)), show(strings.TrimRight(b, set)))
	}
	fmt.Println()
	for _, r := range []rune{'a', '本', unicode.ReplacementChar, -1, 0xD800, 0x110000, 'ß', '\u212a'} {
		fmt.Print(" ", strings.IndexRune(b, r), strings.ContainsRune(b, r))
	}
	for _, c := range []byte{'a', '\n', 0xff, 0} {
		fmt.Print(" ", strings.IndexByte(b, c), strings.LastIndexByte(b, c))
	}
	fmt.Println()
	for _, f := range []func(rune) bool{unicode.IsSpace, unicode.IsLetter, unicode.IsUpper, func(r rune) bool { return r == unicode.ReplacementChar }} {
		fmt.Print(" ", strings.IndexFunc(b, f), strings.LastIndexFunc(b, f), strings.ContainsFunc(b, f))
		fmt.Print(" ", show(strings.TrimFunc(b, f)), show(strings.TrimLeftFunc(b, f)), show(strings.TrimRightFunc(b, f)))
		fmt.Print(" ", list(strings.FieldsFunc(b, f)), list(collect(strings.FieldsFuncSeq(b, f))))
	}
	fmt.Println()
}

func splitting(b string) {
	fmt.Println(" ", show(strings.TrimSpace(b)), list(strings.Fields(b)), list(collect(strings.FieldsSeq(b))), list(collect(strings.Lines(b))))
	for _, sep := range []string{"", ",", "a", "\n", "ab", "日"} {
		m := sep
		fmt.Printf("  %q: %s %s %s %s\n", sep, list(strings.Split(b, m)), list(strings.SplitAfter(b, m)),
			list(collect(strings.SplitSeq(b, m))), list(collect(strings.SplitAfterSeq(b, m))))
		for _, n := range []int{-1, 0, 1, 2, 100} {
			fmt.Print("   ", n, list(strings.SplitN(b, m, n)), list(strings.SplitAfterN(b, m, n)))
		}
		before, after, ok := strings.Cut(b, m)
		fmt.Print(" cut ", show(before), show(after), ok)
		before, after, ok = strings.CutLast(b, m)
		fmt.Print(" last ", show(before), show(after), ok)
		after, ok = strings.CutPrefix(b, m)
		fmt.Print(" prefix ", show(after), ok, show(strings.TrimPrefix(b, m)))
		before, ok = strings.CutSuffix(b, m)
		fmt.Println(" suffix ", show(before), ok, show(strings.TrimSuffix(b, m)))
	}
}

func main() {
	for _, s := range inputs {
		b := s
		fmt.Printf("%q %q\n", s, []rune(b))
		searching(s, b)
		splitting(b)
	}

	// An iteration may end early.
	for p := range strings.SplitSeq("1 2 3", " ") {
		fmt.Printf("%s ", p)
		if p[0] == '2' {
			break
		}
	}
	for p := range strings.Lines("1\n2\n3") {
		fmt.Printf("%q ", p)
		break
	}
	for p := range strings.FieldsSeq(" a b c") {
		fmt.Printf("%q ", p)
		break
	}
	for p := range strings.FieldsFuncSeq(" a b c", unicode.IsSpace) {
		fmt.Printf("%q ", p)
		break
	}
	for p := range strings.SplitAfterSeq("日本", "") {
		fmt.Printf("%q ", p)
		break
	}
	fmt.Println()
}
