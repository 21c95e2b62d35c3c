// Package regexp: which expressions there are, in Perl's and in POSIX's language, and what is wrong
// with the others.
package main

import (
	"fmt"
	"regexp"
	"strings"
)

func main() {
	expressions := []string{
		"*", "a**", "a*+", "a*?*", "a???", "(|*)", "a|*", "^*", "$+", "\\b*", "\\b+x", "(?:^)*", "a{1001}", "a{2,1}",
		"a{,5}", "a{1,", "a{1a}", "a{0}", "a{0,0}", "x{2}{3}", "x{2}*", "x*{2}", "(?i", "(?", "(?i)(?s",
		"(?P<n>a)(?P<n>b)", "(?P<n", "(?P<>a)", "(?P<1>a)", "(?P<n!>a)", "(?P=n)", "(?<n>a)", "(?<n", "(?<=a)", "(?<!a)",
		"(?=a)", "(?!a)", "(?#a)", "(?i-", "(?i-:a", "(?i-:a)", "(?-)", "(?)", "(?:", "(?i-s:a)", "(?ii)", "(?i--s)",
		"(?z)", "(?-z:a)", "a)", "(a", "((a)", "[a", "[", "[]", "[]a]", "[^]a]", "[^]", "[a-", "[a-]", "[-a]", "[a-b-c]",
		"[b-a]", "[a-\\d]", "[\\d-a]", "[\\d-\\w]", "[[:alpha:]]", "[[:foo:]]", "[[:^alpha:]]", "[[:alpha:", "[[:alpha",
		"[:alpha:]", "[a[:digit:]b]", "\\", "a\\", "\\8", "\\1", "\\0", "\\07", "\\08", "\\123", "\\777", "\\400", "\\x",
		"\\x1", "\\x12", "\\x{12", "\\x{}", "\\x{110000}", "\\x{10ffff}", "\\x{zz}", "\\q", "\\y", "\\Z", "\\z", "\\A",
		"\\C", "\\G", "\\Qab", "\\Qab\\E*", "\\Q\\E*", "\\Q*\\E+", "a\\Q\\E*", "\\E", "\\pL", "\\p", "\\pX", "\\p{",
		"\\p{L", "\\p{Foo}", "\\p{Greek}", "\\P{^Greek}", "\\p{^L}", "\\p{}", "\\p{letter}", "\\p{lu}", "\\pl",
		"\\p{ascii}", "\\p{Any}", "\\p{LC}", "\\p{Cn}", "\\p{Assigned}", "\\p{old italic}", "\\p{Uppercase_Letter}",
		"\\p{Script=Greek}", "\\_", "\\-", "\\ ", "\\é", "\xff", "a\xffb", "[\xff]", "\\\xff", "(?i)\\pL",
		"(a{100}){100}", "((a{10}){10}){10}", "((a{10}){10}){11}", "(a{1000}){1}", "(a{500}){2}", "(a{500}){3}",
		"(a*){1001}", "(?:a{0}){1000}", strings.Repeat("(", 998) + strings.Repeat(")", 998),
		strings.Repeat("(", 999) + strings.Repeat(")", 999), strings.Repeat("(", 1000) + strings.Repeat(")", 1000),
		strings.Repeat("(?:", 3000) + strings.Repeat(")", 3000), strings.Repeat("(", 1000) + "a" + strings.Repeat(")", 1000),
		strings.Repeat("(", 999) + "ab" + strings.Repeat(")", 999), strings.Repeat("(", 999) + "a" + strings.Repeat(")", 999),
		strings.Repeat("(", 998) + "a|bc" + strings.Repeat(")", 998), strings.Repeat("(", 997) + "a|bc" + strings.Repeat(")", 997),
		strings.Repeat("(?:", 1000) + strings.Repeat(")*", 1000), strings.Repeat("(?:a", 1000) + strings.Repeat(")*", 1000),
		strings.Repeat("(?:a", 500) + strings.Repeat(")*", 500), strings.Repeat("(?:a", 499) + strings.Repeat(")*", 499),
		strings.Repeat("((a*){10}){10}", 4), "(?s).", "(?U)a+", "(?m)^", "a{3", "{", "{3}", "}", "a{-1}", "a{ 1}",
		"a{1, 2}", "a{01}", "a{00001}", "a{1000}", "a{1000,1000}", "a{0,1001}", "a{99999999999}", "a{1,99999999999}",
		"(?:(?:a{1000}){2}|b)", "[[.a.]]", "[[=a=]]", "[a-z&&b]", "[\\b]", "[\\Q]", "[\\x{61}-\\x{63}]", "[\\pL]",
		"[^\\pL]", "[\\p{Foo}]", "[\\PL-z]", "[--a]", "[a--]", "[!--]", "\\x{61", "\\pé", "(?P<é>a)", "(?P<_a1>b)",
		"(?P<a-b>c)", "(?P<name", "(?P>name)", "(?Pn)", "(?|a|b)", "(?>a)", "(?'n'a)", "(?i:a", "a|", "|", "()", "(|)",
		"a||b", "(?^a)", "(?i)(", "x(?i)*", "(?i)*", "(?:)*", "()*",
		"(?P<n>a", "\\xg1", "\\x1g", "a**?", "a{2}?{3}", "a*(?i)*", "[[:\xff:]]", "(?\xff)", "(?P<\xff>a)", "\\p{\xff}",
		"*?", "+?x", "a{1001}?", "(a{2}){501}?", "\\Q\xff\\E", "(?i)[[:lower:]]", "(?i)[^a-z]", "[[:^word:]]",
	}
	for _, e := range expressions {
		for _, compile := range []func(string) (*regexp.Regexp, error){regexp.Compile, regexp.CompilePOSIX} {
			re, err := compile(e)
			shown := fmt.Sprintf("%.60q", e)
			switch {
			case err != nil && len(e) > 100:
				fmt.Printf("%s… %d: %.60s…\n", shown, len(e), err)
			case err != nil:
				fmt.Printf("%s: %q %T\n", shown, err, err)
			default:
				fmt.Printf("%s: %d groups %.3q\n", shown, re.NumSubexp(), re.SubexpNames())
			}
		}
	}
	for _, e := range []string{"a\n`(", "a("} {
		for _, must := range []func(string) *regexp.Regexp{regexp.MustCompile, regexp.MustCompilePOSIX} {
			func() {
				defer func() { fmt.Println(recover()) }()
				must(e)
			}()
		}
	}
	var classes strings.Builder
	for _, name := range []string{"alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "word", "xdigit"} {
		re := regexp.MustCompile("[[:" + name + ":]]")
		n := 0
		for c := rune(0); c < 300; c++ {
			if re.MatchString(string(c)) {
				n++
			}
		}
		fmt.Fprint(&classes, name, " ", n, " ")
	}
	fmt.Println(classes.String())
	for _, name := range []string{`\d`, `\D`, `\s`, `\S`, `\w`, `\W`, `\pL`, `\PL`, `\p{Greek}`, `\p{Lu}`, `(?i)\p{Lu}`, `\p{cased letter}`, `\p{Nd}`, `\p{Any}`, `\p{^Any}`, `\p{ASCII}`, `(?i)\p{ASCII}`, `\p{Cn}`, `(?i)[k-l]`, `(?i)[^k]`, `.`, `(?s).`} {
		re := regexp.MustCompile("^(?:" + name + ")$")
		n := 0
		for c := rune(0); c < 0x2200; c += 13 {
			if re.MatchString(string(c)) {
				n++
			}
		}
		fmt.Print(name, " ", n, "; ")
	}
	fmt.Println()
}
