// strings and bytes where inputs are empty, overlapping, invalid UTF-8, or fold oddly.
package main

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
)

func main() {
	q := func(xs []string) string { return fmt.Sprintf("%q", xs) }
	fmt.Println(q(strings.Split("", ",")), q(strings.Split("", "")), q(strings.Split("abc", "")), q(strings.Split("a,b,", ",")), q(strings.SplitN("a,b,c", ",", 0)), q(strings.SplitN("a,b,c", ",", 2)), q(strings.SplitN("a,b,c", ",", -1)), q(strings.SplitN("aéx", "", 2)), q(strings.SplitAfter("a,b,", ",")), q(strings.SplitAfterN("a,b,c", ",", 2)), q(strings.Split("\xff\xfea", "")))
	fmt.Println(q(strings.Fields("  a\u00a0b\u2003c\u200bd\x85e ")), q(strings.Fields("")), q(strings.FieldsFunc("1a22b", unicode.IsDigit)))
	fmt.Println(strings.Index("chicken", "ken"), strings.Index("", ""), strings.Index("a", ""), strings.LastIndex("go gopher", "go"), strings.LastIndex("a", ""), strings.Index("aaab", "aab"), strings.IndexByte("abc", 'c'), strings.IndexRune("aé\xffx", 'é'), strings.IndexRune("aé\xffx", 0xfffd), strings.IndexRune("abc", -1), strings.IndexAny("xyz", "zy"), strings.IndexAny("é\xff", "\xff"), strings.LastIndexAny("abcabc", "ab"), strings.IndexFunc("abC", unicode.IsUpper), strings.LastIndexFunc("aBc", unicode.IsUpper), strings.LastIndexByte("abca", 'a'))
	fmt.Println(strings.Count("cheese", "e"), strings.Count("five", ""), strings.Count("é", ""), strings.Count("aaaa", "aa"), strings.Contains("", ""), strings.ContainsAny("", ""), strings.ContainsRune("aé", 'é'), strings.ContainsFunc("a1", unicode.IsDigit))
	fmt.Println(strings.Replace("oink oink oink", "k", "ky", 2), strings.Replace("aaa", "a", "b", -1), strings.Replace("abc", "", "-", -1), strings.Replace("abc", "", "-", 2), strings.ReplaceAll("", "", "x"), strings.ReplaceAll("é", "", "|"), strings.Replace("abc", "b", "", 0))
	fmt.Println(strings.ToUpper("ǆ ß ŉ ı ﬁ i̇"), strings.ToLower("İ Σ ΑΣ K Å"), strings.ToTitle("ǆ ß"), strings.Title("hello wOrld o'neil-x"), strings.ToUpper("\xffa"), strings.ToUpperSpecial(unicode.TurkishCase, "i ı"), strings.ToLowerSpecial(unicode.TurkishCase, "I İ"), strings.ToValidUTF8("a\xff\xfeb\xc0", "?"), strings.ToValidUTF8("\xff", ""))
	fmt.Println(strings.EqualFold("Straße", "STRASSE"), strings.EqualFold("K", "k"), strings.EqualFold("ſ", "S"), strings.EqualFold("Σ", "ς"), strings.EqualFold("\xff", "\xff"), strings.EqualFold("a", "ab"))
	fmt.Printf("%q %q %q %q %q %q %q %q %q\n", strings.Trim("xxhixx", "x"), strings.Trim("  é ", " "), strings.TrimLeft("abcabd", "ba"), strings.TrimRight("a\xff\xff", "\xff"), strings.TrimSpace("\t\u2003\u0085 x \n"), strings.TrimPrefix("abc", ""), strings.TrimSuffix("abc", "bc"), strings.TrimFunc("12a34", unicode.IsDigit), strings.Trim("", "x"))
	fmt.Println(strings.Repeat("ab", 3), strings.Repeat("", 1000) == "", strings.Repeat("x", 0) == "", strings.Join(nil, ","), strings.Join([]string{"a"}, ","), strings.Join([]string{"", ""}, "-"))
	for _, f := range []func(){func() { strings.Repeat("x", -1) }, func() { strings.Repeat("abcdefgh", 1<<61) }, func() { bytes.Repeat([]byte("x"), -1) }, func() { strings.NewReplacer("a") }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
	r := strings.NewReplacer("a", "1", "aa", "2", "b", "", "", "_", "é", "e")
	fmt.Println(r.Replace("aab é x"), strings.NewReplacer("hello", "HI", "hell", "HE").Replace("hello hell help"), strings.NewReplacer("a", "b", "b", "a").Replace("abba"), strings.NewReplacer().Replace("same"), strings.NewReplacer("", "X").Replace("ab"), strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace("<<>>"))
	fmt.Println(strings.Map(func(r rune) rune {
		switch {
		case r == 'a':
			return -1
		case r == 0xfffd:
			return '?'
		case r == 'b':
			return 0x110000
		case r == 'c':
			return 'ç'
		}
		return r
	}, "abc\xffd"))
	b, a, ok := strings.Cut("k=v=w", "=")
	fmt.Printf("%q %q %v\n", b, a, ok)
	b, a, ok = strings.Cut("kv", "=")
	fmt.Printf("%q %q %v\n", b, a, ok)
	x, ok := strings.CutPrefix("prefix", "pre")
	y, ok2 := strings.CutSuffix("x", "y")
	fmt.Println(x, ok, y, ok2, strings.Compare("a", "b"), strings.Compare("b", "a"), strings.Compare("", ""), strings.HasPrefix("", ""), strings.HasSuffix("a", "ba"))
	for l := range strings.Lines("a\nb\r\n\nc") {
		fmt.Printf("%q ", l)
	}
	for p := range strings.SplitSeq("a,,b", ",") {
		fmt.Printf("%q ", p)
	}
	for p := range strings.FieldsSeq(" x  y ") {
		fmt.Printf("%q ", p)
	}
	for p := range strings.SplitAfterSeq("a,b", ",") {
		fmt.Printf("%q ", p)
	}
	fmt.Println()
	var sb strings.Builder
	sb.Grow(10)
	sb.WriteString("héllo")
	sb.WriteRune(0x110000)
	sb.WriteByte('!')
	fmt.Fprintf(&sb, "%d", sb.Len())
	fmt.Println(sb.String(), sb.Len(), sb.Cap() >= 10)
	sb.Reset()
	fmt.Println(sb.Len(), sb.Cap())
	func() {
		defer func() { fmt.Println(recover()) }()
		c := sb
		sb.WriteString("x")
		c = sb
		c.WriteString("y")
	}()
	bs := []byte("a,b,c")
	parts := bytes.Split(bs, []byte(","))
	parts[0] = append(parts[0], 'X')
	fmt.Println(string(bs), cap(parts[0]), string(bytes.Join(parts, []byte("-"))), bytes.Equal(nil, []byte{}), bytes.Compare(nil, []byte{0}), string(bytes.Title([]byte("ab cd"))), bytes.Fields([]byte(" ")) == nil, len(bytes.Fields([]byte(" "))))
	fmt.Println(bytes.IndexAny([]byte("golang"), "gy"), bytes.Count([]byte("aé"), nil), string(bytes.TrimRight([]byte("abba"), "ab")), bytes.TrimRight([]byte("aa"), "a") == nil, bytes.TrimLeft([]byte("aa"), "a") == nil, string(bytes.Map(unicode.ToUpper, []byte("é\xff"))), string(bytes.ToValidUTF8([]byte("\xffx\xff"), []byte("??"))), string(bytes.Runes([]byte("a\xff"))[1]))
	rd := strings.NewReader("reader")
	rd.Seek(2, 0)
	p := make([]byte, 3)
	n, err := rd.ReadAt(p, 4)
	fmt.Println(rd.Len(), rd.Size(), n, err, string(p[:n]))
	_, err = rd.Seek(-1, 0)
	_, err2 := rd.ReadAt(p, -1)
	_, err3 := rd.Seek(0, 9)
	fmt.Println(err, err2, err3, rd.UnreadRune(), rd.UnreadByte())
}
