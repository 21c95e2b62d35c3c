// Parsing and formatting of numbers: every base, size and error.
package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
)

func main() {
	texts := []string{"", "0", "-0", "+0", "1", "-1", "+5", "42", "007", "127", "128", "-128", "-129", "255", "256", "32767", "32768", "-32768", "65535", "65536", "2147483647", "2147483648", "-2147483648", "-2147483649",
		"4294967295", "4294967296", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616", "99999999999999999999999",
		"0x10", "0X1f", "0b101", "0o17", "017", "08", "0x", "0b", "0_1", "1_000", "_1", "1_", "1__0", "0x_1f", "0x1_f_", "-0x1f", "+0b11", "zz", "ZZ", "1e3", "1.0", " 1", "1 ", "--1", "+-1", "+", "-", "٣", "a", "Az", "1a", "deadbeef"}
	for _, s := range texts {
		i, err := strconv.Atoi(s)
		fmt.Printf("%q: %d %v\n", s, i, err)
		for _, base := range []int{0, 2, 8, 10, 16, 36} {
			for _, size := range []int{0, 8, 16, 32, 64, 7} {
				a, err1 := strconv.ParseInt(s, base, size)
				b, err2 := strconv.ParseUint(s, base, size)
				if size == 0 || size == 7 || err1 == nil && err2 == nil {
					fmt.Print("  ", base, " ", size, " ", a, " ", err1, " ", b, " ", err2)
				} else {
					fmt.Print("  ", a, " ", b, errors.Is(err1, strconv.ErrRange), errors.Is(err1, strconv.ErrSyntax), errors.Is(err2, strconv.ErrRange))
				}
			}
			fmt.Println()
		}
	}
	for _, c := range [][2]int{{1, 10}, {37, 10}, {-1, 10}, {10, 65}, {10, -1}} {
		_, err1 := strconv.ParseInt("1", c[0], c[1])
		_, err2 := strconv.ParseUint("1", c[0], c[1])
		fmt.Println(err1, err2)
	}
	_, err := strconv.Atoi("bad\nvalue")
	var num *strconv.NumError
	fmt.Println(errors.As(err, &num), num.Func, num.Num, num.Err, num.Error(), num.Unwrap() == strconv.ErrSyntax, strconv.ErrRange, strconv.IntSize)

	for _, i := range []int64{0, 1, -1, 9, 10, 99, 100, 101, 12345, -98765, 1 << 32, math.MaxInt64, math.MinInt64} {
		fmt.Print(strconv.Itoa(int(i)), " ")
		for _, base := range []int{2, 3, 8, 10, 16, 32, 36} {
			fmt.Print(strconv.FormatInt(i, base), " ", strconv.FormatUint(uint64(i), base), " ", string(strconv.AppendInt([]byte("<"), i, base)), string(strconv.AppendUint(nil, uint64(i), base)), " ")
		}
		fmt.Println()
	}
	for _, base := range []int{1, 0, 37} {
		func() {
			defer func() { fmt.Println(recover()) }()
			strconv.FormatInt(100, base)
		}()
	}

	floats := []float64{0, math.Copysign(0, -1), 1, -1, 0.1, 0.5, 1.5, 2.5, 123456789, 1e5, 1e6, 1e20, 1e21, 1e22, 1e23, 123456.7, 0.0001, 0.00001, 1e-7, 5e-324, 2.2250738585072014e-308, math.MaxFloat64, math.Pi, 1.0 / 3, 100, 1e100,
		8.41, 4.35, 9007199254740993, 0.3, 2.675, 1.005, 1e15, 1e16, 123456789012345678, math.Inf(1), math.Inf(-1), math.NaN(), 3.4028234663852886e38, 1.401298464324817e-45, 16777216}
	for _, f := range floats {
		fmt.Print(f, ":")
		for _, verb := range []byte("eEfgGbxX") {
			for _, prec := range []int{-1, 0, 1, 3, 17, 25} {
				fmt.Print(" ", strconv.FormatFloat(f, verb, prec, 64))
			}
			fmt.Print(" ", strconv.FormatFloat(f, verb, -1, 32), " ", string(strconv.AppendFloat([]byte("+"), f, verb, 4, 32)))
		}
		fmt.Println()
	}
	fmt.Println(strconv.FormatFloat(1.5, 'z', -1, 64), strconv.FormatFloat(1.5, '%', 2, 64))
	fmt.Println(strconv.FormatComplex(1.5-2i, 'g', -1, 128), strconv.FormatComplex(complex(math.NaN(), math.Inf(1)), 'f', 2, 64))
	func() {
		defer func() { fmt.Println(recover()) }()
		strconv.FormatFloat(1, 'g', -1, 16)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		strconv.FormatComplex(1, 'g', -1, 32)
	}()
	for _, s := range []string{"", "0", "-0", "+1", "1", "1.", ".1", ".", "1.5", "-2.25", "1e3", "1E3", "1e+3", "1e-3", "1e", "1e+", "e1", "1e400", "-1e400", "1e-400", "1e308", "1.8e308", "1.7976931348623159e308", "1.7976931348623157e308", "4.9e-324", "2e-324", "2.4e-324", "2.5e-324",
		"0x1p0", "0x1.8p1", "0X1P-2", "0x1", "0xp1", "0x.8p0", "0x1p", "0x1.fffffffffffff8p1023", "0x1p-1080", "1_000.5", "1__0", "_1.5", "0x_1p0", "0x1_0p0", "inf", "Inf", "+inf", "-INF", "infinity", "Infinity", "infinit", "nan", "NaN", "-nan", "+NaN", "nano", "1.5x", " 1", "1 ", "--1", "1.2.3",
		"123456789012345678901234567890", "0.1234567890123456789012345678901234567890", "9007199254740993", "9007199254740992.99999999999999999999999999", "1.00000000000000011102230246251565404236316680908203125", "1.00000000000000011102230246251565404236316680908203124", "1.00000000000000011102230246251565404236316680908203126",
		"3.4028235e38", "3.4028236e38", "1e39", "1.4e-45", "0.7e-45", "0.70064923216240853e-45", "16777217", "0.000000000000000000000000000000000000000000001", "1e1000000000000", "0e1000000000000", "1e-1000000000000"} {
		f, err := strconv.ParseFloat(s, 64)
		g, err2 := strconv.ParseFloat(s, 32)
		c, err3 := strconv.ParseComplex(s, 128)
		fmt.Printf("%q %v %x %v | %v %v | %v %v\n", s, f, math.Float64bits(f), err, g, err2, c, err3)
	}
	for _, s := range []string{"1+2i", "(1+2i)", "1-2i", "+1+2i", "i", "+i", "-i", "2i", "1+i", "(1+2i", "1+2i)", "1+2", "1+2j", "1e3+2e-3i", "inf+nani", "NaN-Infi", "1e400+2i", "1+1e400i", "0x1p1+0x1p-1i", "1_0+2i", "()", "", "1++2i", "1+-2i", "3+4 i"} {
		c, err := strconv.ParseComplex(s, 128)
		d, err2 := strconv.ParseComplex(s, 64)
		fmt.Printf("%q %v %v | %v %v\n", s, c, err, d, err2)
	}
	for _, s := range []string{"1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False", "", "tRUE", "yes", "2"} {
		b, err := strconv.ParseBool(s)
		fmt.Print(b, " ", err, "; ")
	}
	fmt.Println(strconv.FormatBool(true), strconv.FormatBool(false), string(strconv.AppendBool([]byte("is "), true)))
}
