// Package regexp: random expressions on random texts, as leftmost-first, longest and POSIX matches,
// on strings, readers and long texts.
package main

import (
	"fmt"
	"io"
	"regexp"
	"strings"
)

var state uint32 = 12345

// hash is FNV-1a.
type hash struct{ n uint64 }

func (h *hash) Write(b []byte) (int, error) {
	for _, c := range b {
		h.n = (h.n ^ uint64(c)) * 1099511628211
	}
	return len(b), nil
}

func choose(n int) int {
	state = state*1664525 + 1013904223
	return int(state>>8) % n
}

func pick(s ...string) string { return s[choose(len(s))] }

// expression makes one at most so deep.
func expression(deep int) string {
	if deep <= 0 || choose(6) == 0 {
		return pick("a", "b", "c", "é", "[ab]", "[^a]", `[^b\n]`, ".", `\w`, `\W`, `\d`, `\pL`, "[[:upper:]]", "A", `\b`,
			`\B`, "^", "$", `\A`, `\z`, "ab", `\n`, "k", "[a-cé]", "", "x", `\x{fffd}`, "(?i:k)", "(?m:^)", "(?m:$)", "(?s:.)")
	}
	times := func() string {
		return pick("*", "+", "?", "*?", "+?", "??", "{2}", "{0,2}", "{1,}", "{2,3}?", "{0}", "{0,1}", "{3,}?")
	}
	switch choose(10) {
	case 0, 1, 2:
		return expression(deep-1) + expression(deep-1)
	case 3:
		return "(?:" + expression(deep-1) + "|" + expression(deep-1) + ")"
	case 4:
		return "(" + expression(deep-1) + "|" + expression(deep-1) + ")"
	case 5:
		return "(" + expression(deep-1) + ")"
	case 6, 7:
		return "(?:" + expression(deep-1) + ")" + times()
	case 8:
		return "(" + expression(deep-1) + ")" + times()
	}
	return pick("(?i)", "(?m)", "(?s)", "(?U)") + expression(deep-1)
}

func text() string {
	s := ""
	for range choose(12) {
		s += pick("a", "b", "c", "é", "A", "k", "K", "\u212a", "1", "\n", " ", "x", "\xff", "_", "ab", "aab")
	}
	return s
}

func main() {
	sum := &hash{14695981039346656037}
	for i := range 160 {
		w := io.Writer(sum)
		e := expression(4)
		re, err := regexp.Compile(e)
		px, errx := regexp.CompilePOSIX(e)
		if i < 60 {
			fmt.Printf("%q %v %v\n", e, err, errx)
		}
		if err != nil {
			continue
		}
		longest := re.Copy()
		longest.Longest()
		for k := range 3 {
			t := text()
			fmt.Fprint(w, re.FindAllStringSubmatchIndex(t, -1), re.MatchString(t), re.ReplaceAllString(t, "<$1>"))
			fmt.Fprintf(w, "%q", re.Split(t, -1))
			fmt.Fprint(w, longest.FindAllStringSubmatchIndex(t, -1), longest.FindReaderSubmatchIndex(strings.NewReader(t)))
			fmt.Fprint(w, re.FindReaderSubmatchIndex(strings.NewReader(t)), re.MatchReader(strings.NewReader(t)))
			if errx == nil {
				fmt.Fprint(w, px.FindAllStringSubmatchIndex(t, -1))
			}
			if i < 60 && k == 0 {
				fmt.Printf("\t%q %v\n", t, re.FindAllStringSubmatchIndex(t, 3))
			}
		}
	}
	fmt.Printf("%x\n", sum.n)
	// Choices that would take other engines forever, and texts too long to note every place.
	long := strings.Repeat("a", 3000)
	fmt.Println(regexp.MustCompile(`(a*)*(a|b)*c`).MatchString(long), regexp.MustCompile(`(a+a+)+y`).MatchString(long))
	fmt.Println(regexp.MustCompile(strings.Repeat("a?", 30) + strings.Repeat("a", 30)).FindStringIndex(long))
	fmt.Println(regexp.MustCompile(`(?:` + strings.Repeat("(?:a?b?)?", 60) + `)*$`).FindStringIndex(long[:200]))
}
