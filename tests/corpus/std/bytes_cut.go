// Searching, trimming, cutting and splitting: every function of bytes that looks at its argument or
// gives a part of it, with nil-ness and capacity of the parts.
package main

import (
	"bytes"
	"fmt"
	"iter"
	"unicode"
)

func show(b []byte) string {
	if b == nil {
		return "nil"
	}
	return fmt.Sprintf("%q", b)
}

func list(parts [][]byte) string {
	if parts == nil {
		return "nil"
	}
	s := "["
	for i, p := range parts {
		if i > 0 {
			s += " "
		}
		s += show(p)
		if cap(p) > len(p) {
			s += "+"
		}
	}
	return s + "]"
}

func collect(seq iter.Seq[[]byte]) [][]byte {
	all := [][]byte{}
	for p := range seq {
		all = append(all, p)
	}
	return all
}

// exact has no spare capacity.
func exact(s string) []byte {
	b := make([]byte, len(s))
	copy(b, s)
	return b[:len(b):len(b)]
}

var inputs = []string{
	"", "a", "abc", "aaaa", "a,b,c", ",,", "  foo bar\tbaz\n ", "\u00a0x\u2003y\u3000", "日本語", "日,本,語",
	"\xff\xfeab\xff", "abracadabra", "line1\nline2\n\nline3", "\n", "ſtraße", "\xe6\x97", "K\u212a", "   ", "\u2003",
}

var needles = []string{"", "a", "b", ",", "ab", "aa", "abra", "語", "\xff", "\n", "日本", "line", "missing", "\xe6"}

var sets = []string{"", "a", "ab", " \n", "語日", "\xff", ",", "a\xff", "\u212a"}

func searching(s string, b []byte) {
	for _, n := range needles {
		m := []byte(n)
		fmt.Print(" ", bytes.Index(b, m), bytes.LastIndex(b, m), bytes.Count(b, m), bytes.Contains(b, m),
			bytes.HasPrefix(b, m), bytes.HasSuffix(b, m), bytes.Compare(b, m), bytes.Equal(b, m), bytes.EqualFold(b, m))
	}
	fmt.Println()
	for _, set := range sets {
		fmt.Print(" ", bytes.IndexAny(b, set), bytes.LastIndexAny(b, set), bytes.ContainsAny(b, set))
		fmt.Print(" ", show(bytes.Trim(b, set)), show(bytes.TrimLeft(b, set)), show(bytes.TrimRight(b, set)))
	}
	fmt.Println()
	for _, r := range []rune{'a', '本', unicode.ReplacementChar, -1, 0xD800, 0x110000, 'ß', '\u212a'} {
		fmt.Print(" ", bytes.IndexRune(b, r), bytes.ContainsRune(b, r))
	}
	for _, c := range []byte{'a', '\n', 0xff, 0} {
		fmt.Print(" ", bytes.IndexByte(b, c), bytes.LastIndexByte(b, c))
	}
	fmt.Println()
	for _, f := range []func(rune) bool{unicode.IsSpace, unicode.IsLetter, unicode.IsUpper, func(r rune) bool { return r == unicode.ReplacementChar }} {
		fmt.Print(" ", bytes.IndexFunc(b, f), bytes.LastIndexFunc(b, f), bytes.ContainsFunc(b, f))
		fmt.Print(" ", show(bytes.TrimFunc(b, f)), show(bytes.TrimLeftFunc(b, f)), show(bytes.TrimRightFunc(b, f)))
		fmt.Print(" ", list(bytes.FieldsFunc(b, f)), list(collect(bytes.FieldsFuncSeq(b, f))))
	}
	fmt.Println()
}

func splitting(b []byte) {
	fmt.Println(" ", show(bytes.TrimSpace(b)), list(bytes.Fields(b)), list(collect(bytes.FieldsSeq(b))), list(collect(bytes.Lines(b))))
	for _, sep := range []string{"", ",", "a", "\n", "ab", "日"} {
		m := []byte(sep)
		fmt.Printf("  %q: %s %s %s %s\n", sep, list(bytes.Split(b, m)), list(bytes.SplitAfter(b, m)),
			list(collect(bytes.SplitSeq(b, m))), list(collect(bytes.SplitAfterSeq(b, m))))
		for _, n := range []int{-1, 0, 1, 2, 100} {
			fmt.Print("   ", n, list(bytes.SplitN(b, m, n)), list(bytes.SplitAfterN(b, m, n)))
		}
		before, after, ok := bytes.Cut(b, m)
		fmt.Print(" cut ", show(before), show(after), ok)
		before, after, ok = bytes.CutLast(b, m)
		fmt.Print(" last ", show(before), show(after), ok)
		after, ok = bytes.CutPrefix(b, m)
		fmt.Print(" prefix ", show(after), ok, show(bytes.TrimPrefix(b, m)))
		before, ok = bytes.CutSuffix(b, m)
		fmt.Println(" suffix ", show(before), ok, show(bytes.TrimSuffix(b, m)))
	}
}

func main() {
	for _, s := range inputs {
		b := exact(s)
		fmt.Printf("%q %q\n", s, bytes.Runes(b))
		searching(s, b)
		splitting(b)
	}
	fmt.Println("nil")
	searching("", nil)
	splitting(nil)

	// An iteration may end early.
	for p := range bytes.SplitSeq([]byte("1 2 3"), []byte(" ")) {
		fmt.Printf("%s ", p)
		if p[0] == '2' {
			break
		}
	}
	for p := range bytes.Lines([]byte("1\n2\n3")) {
		fmt.Printf("%q ", p)
		break
	}
	for p := range bytes.FieldsSeq([]byte(" a b c")) {
		fmt.Printf("%q ", p)
		break
	}
	for p := range bytes.FieldsFuncSeq([]byte(" a b c"), unicode.IsSpace) {
		fmt.Printf("%q ", p)
		break
	}
	for p := range bytes.SplitAfterSeq([]byte("日本"), nil) {
		fmt.Printf("%q ", p)
		break
	}
	fmt.Println()
	// Parts are the original's memory.
	b := []byte("x=y")
	k, v, _ := bytes.Cut(b, []byte("="))
	b[0], b[2] = 'X', 'Y'
	fmt.Printf("%s %s\n", k, v)
}
