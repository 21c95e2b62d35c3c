// strconv at its limits: ranges, bases, underscores, infinities, halfway cases, shortest forms, quoting.
package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
)

func main() {
	for _, s := range []string{"0", "-0", "+5", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "", "-", "+", "0x10", "0b11", "0o17", "017", "1_000", "0x_f", "_1", "1__0", "1_", " 1", "1 ", "１", "1e3", "0x", "08", "0_8", "99999999999999999999999"} {
		a, ea := strconv.ParseInt(s, 10, 64)
		b, eb := strconv.ParseInt(s, 0, 64)
		c, ec := strconv.ParseUint(s, 0, 8)
		d, ed := strconv.Atoi(s)
		fmt.Println(a, ea, b, eb, c, ec, d, ed)
	}
	for _, bits := range []int{0, 1, 8, 16, 32, 63, 64} {
		a, ea := strconv.ParseInt("-129", 10, bits)
		b, eb := strconv.ParseUint("256", 10, bits)
		c, ec := strconv.ParseInt("7fffffff", 16, bits)
		fmt.Println(bits, a, ea, b, eb, c, ec)
	}
	for _, base := range []int{-1, 1, 2, 3, 16, 36, 37} {
		a, err := strconv.ParseInt("zz", base, 64)
		fmt.Println(base, a, err)
		if base >= 2 && base <= 36 {
			fmt.Println(strconv.FormatInt(math.MinInt64, base), strconv.FormatUint(math.MaxUint64, base), strconv.FormatInt(-35, base))
		}
	}
	_, err := strconv.ParseInt("1", 10, 65)
	fmt.Println(err)
	var ne *strconv.NumError
	_, err = strconv.ParseUint("-1", 10, 64)
	fmt.Println(errors.As(err, &ne), ne.Func, ne.Num, ne.Err == strconv.ErrSyntax, errors.Is(err, strconv.ErrSyntax))

	for _, s := range []string{"1", "-0", ".5", "5.", ".", "1e", "1e5", "1E+5", "1e-5", "1e400", "-1e400", "1e-400", "4.9e-324", "2.4e-324", "2.5e-324", "1.7976931348623157e308", "1.7976931348623159e308", "inf", "-Infinity", "+INF", "infi", "nan", "NaN", "-nan", "0x1p-2", "0x1.8p1", "0x1", "0x.8p0", "0x1p", "0x1P+1023", "0x1p1024", "0x1.fffffffffffff8p0", "0x1.fffffffffffff7p0", "1_0.5", "0x_1p0", "9007199254740993", "9007199254740992.5", "1.00000000000000011102230246251565404", "1.00000000000000011102230246251565405", "0.1", "123456789012345678901234567890", "1e23", "8.41e21", "2.2250738585072011e-308", "5e-1_0", "1e+", "+", "--1", "1.2.3", "१"} {
		a, ea := strconv.ParseFloat(s, 64)
		b, eb := strconv.ParseFloat(s, 32)
		fmt.Println(s, a, ea, float32(b), eb)
	}
	for _, f := range []float64{0, math.Copysign(0, -1), 1, 0.1, 1.0 / 3, 1e20, 1e21, 1e22, 123456789, 1e-6, 1e-7, 5e-324, math.MaxFloat64, math.Pi, 100, 2.5, 3.5, 0.5, 1.5, 0.000123456, 1e100, math.NaN(), math.Inf(1), math.Inf(-1), 16777216, 0.3, 2.675, 1.005} {
		for _, c := range "eEfgGbxX" {
			fmt.Print(strconv.FormatFloat(f, byte(c), -1, 64), " ", strconv.FormatFloat(f, byte(c), 3, 64), " ")
		}
		fmt.Println(strconv.FormatFloat(f, 'g', -1, 32), strconv.FormatFloat(f, 'f', 0, 64), strconv.FormatFloat(f, 'e', 0, 64), strconv.FormatFloat(f, 'g', 0, 64), strconv.FormatFloat(f, 'g', 20, 64), strconv.FormatFloat(f, 'f', 25, 32))
	}
	fmt.Println(strconv.FormatFloat(1, 'q', 2, 64), strconv.FormatComplex(1.5-2i, 'f', 1, 128), strconv.FormatComplex(complex(math.Inf(1), 0), 'g', -1, 64))
	for _, s := range []string{"1", "i", "1i", "-2.5e3i", "1+2i", "(1-2i)", "1+i", "inf+nani", "(1", "1+2", "1 + 2i", "0x1p1+0x1p2i", "1e400i"} {
		fmt.Println(strconv.ParseComplex(s, 128))
	}
	for _, s := range []string{"true", "T", "1", "FALSE", "f", "yes", "tRUE", ""} {
		fmt.Print(strconv.ParseBool(s))
		fmt.Print(" ")
	}
	fmt.Println()
	for _, s := range []string{"", "a\tb", "\x00\x7f\xff", "日本\u200b\U0001F600", "'\"`\\", "\u00a0\ufeff\u2028", "a\xc3"} {
		fmt.Println(strconv.Quote(s), strconv.QuoteToASCII(s), strconv.QuoteToGraphic(s), strconv.CanBackquote(s))
	}
	for _, r := range []rune{'a', '\'', '"', '\n', 0, 0x7f, 'é', 0xfffd, 0x1F600, 0x10ffff, 0x110000, -1, 0xd800, '\u00a0', '\u3000'} {
		fmt.Print(strconv.QuoteRune(r), strconv.QuoteRuneToASCII(r), strconv.QuoteRuneToGraphic(r), strconv.IsPrint(r), strconv.IsGraphic(r), " ")
	}
	fmt.Println()
	for _, s := range []string{`"a\tb"`, "`raw\\n`", `'x'`, `'\''`, `"\x41\101\u00e9\U0001F600"`, `"unterminated`, `'ab'`, `"bad \q"`, `""`, "``", `'`, `"a" `, `"\xg"`, `"'"`, `'"'`, `"\'"`, "\"a\nb\"", "`a`b`"} {
		u, err := strconv.Unquote(s)
		p, err2 := strconv.QuotedPrefix(s)
		fmt.Printf("%q %v %q %v\n", u, err, p, err2)
	}
	for _, s := range []string{`\n rest`, `é`, `\u00e9x`, `"`, `\`, `\400`, `\xff!`} {
		r, mb, tail, err := strconv.UnquoteChar(s, '"')
		fmt.Println(r, mb, tail, err)
	}
	b := strconv.AppendInt([]byte("n="), -42, 2)
	b = strconv.AppendQuote(b, "q")
	b = strconv.AppendBool(b, true)
	b = strconv.AppendFloat(b, 1.5, 'e', 2, 32)
	b = strconv.AppendQuoteRune(b, '☺')
	b = strconv.AppendUint(b, 7, 10)
	fmt.Println(string(b), strconv.Itoa(-0), strconv.IntSize)
}
