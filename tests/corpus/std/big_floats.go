// Floating-point numbers and fractions of all sizes, in all roundings and formats.
package main

import (
	"fmt"
	"math"
	"math/big"
)

var x uint32 = 1

func rnd(n int) int { x = x*1664525 + 1013904223; return int(x>>8) % n }

func random() *big.Float {
	f := new(big.Float).SetPrec(uint([]int{1, 2, 10, 24, 53, 64, 100, 200}[rnd(8)])).SetMode(big.RoundingMode(rnd(6)))
	switch rnd(12) {
	case 0:
		return f
	case 1:
		return f.Neg(f)
	case 2:
		return f.SetInf(rnd(2) == 0)
	case 3:
		return f.SetInt64(int64(rnd(1000) - 500))
	}
	var b []byte
	for range rnd(20) {
		b = append(b, byte(rnd(256)))
	}
	i := new(big.Int).SetBytes(b)
	f.SetInt(i)
	f.SetMantExp(f, rnd(400)-200)
	if rnd(2) == 0 {
		f.Neg(f)
	}
	return f
}

func try(name string, f func() any) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("%s panic: %v %T\n", name, r, r)
		}
	}()
	fmt.Println(name, f())
}
func show(f *big.Float) string {
	return fmt.Sprintf("%s %d %v %v", f.Text('p', 0), f.Prec(), f.Acc(), f.Mode())
}

func main() {
	for i := 0; i < 90; i++ {
		a, b := random(), random()
		fmt.Println(i, show(a), show(b))
		fresh := func() *big.Float {
			return new(big.Float).SetPrec(uint([]int{0, 1, 5, 53, 80}[i%5])).SetMode(big.RoundingMode(i % 6))
		}
		try("add", func() any { return show(fresh().Add(a, b)) })
		try("sub", func() any { return show(fresh().Sub(a, b)) })
		try("mul", func() any { return show(fresh().Mul(a, b)) })
		try("quo", func() any { return show(fresh().Quo(a, b)) })
		try("sqrt", func() any { return show(fresh().Sqrt(a)) })
		fmt.Println(a.Cmp(b), a.Sign(), a.Signbit(), a.IsInf(), a.IsInt(), a.MinPrec())
		f64, acc := a.Float64()
		f32, acc2 := a.Float32()
		i64, acc3 := a.Int64()
		u64, acc4 := a.Uint64()
		fmt.Println(f64, acc, f32, acc2, i64, acc3, u64, acc4)
		ii, acc := a.Int(nil)
		rr, acc2 := a.Rat(nil)
		fmt.Println(ii, acc, rr, acc2)
		m := new(big.Float)
		e := a.MantExp(m)
		fmt.Println(e, show(m))
		for _, c := range []byte("eEfgGbpx") {
			fmt.Print(a.Text(c, rnd(12)-1), " ")
		}
		fmt.Println(a, a.Text('z', 3))
		format := "%" + []string{"", "+", " ", "0", "-", "+0"}[rnd(6)] + []string{"", "5", "30"}[rnd(3)] + []string{"", ".0", ".3", ".20"}[rnd(4)] + []string{"e", "f", "g", "G", "v", "s", "d", "x", "b"}[rnd(9)]
		fmt.Printf("%s "+format+"|\n", format, a)
		fmt.Println(show(fresh().SetPrec(uint(rnd(60))).Set(a)), show(new(big.Float).Copy(a).SetPrec(uint(rnd(60)))))
		t, err := a.MarshalText()
		fmt.Println(string(t), err)
		g, err := a.GobEncode()
		var d big.Float
		fmt.Printf("%x %v %v %s\n", g, err, d.GobDecode(g), show(&d))
		if !a.IsInf() {
			r, _ := a.Rat(nil)
			fmt.Println(show(fresh().SetRat(r.Quo(r, big.NewRat(3, 7)))))
			q64, ex := r.Float64()
			q32, ex2 := r.Float32()
			n, ex3 := r.FloatPrec()
			_ = ex2
			fmt.Println(q64, ex, q32, n, ex3, r.FloatString(rnd(10)), r.RatString(), r.IsInt())
		}
	}
	for _, s := range []string{"", "0", "-0", "1", "1.5", ".5", "5.", "1e10", "1e-10", "1E+5", "1p10", "0x1.8p3", "0x.8", "0b101.1", "0o7.7", "0x1e2", "1_000.5", "1__0", "_1", "1_", "1e", "1e+", "1e1_0", "Inf", "-inf", "+Inf", "inf1", "1.2.3", "abc", "0x", "1 ", " 1", "1/3", "0.1", "123456789.123456789", "1e400", "3.14159265358979323846264338327950288", "0x1p-1080", "00.5", "0_1.5", "1e99999999999", "-.5e-3", "1._5", "1_.5"} {
		for _, base := range []int{0, 2, 8, 10, 16} {
			if len(s) > 8 && s[:4] == "1e99" {
				break
			}
			f, b, err := big.ParseFloat(s, base, uint(rnd(100)), big.RoundingMode(rnd(6)))
			if f != nil {
				fmt.Print(show(f), " ")
			}
			fmt.Println(s, b, err)
		}
		if len(s) > 8 && s[:4] == "1e99" {
			continue
		}
		f, ok := new(big.Float).SetString(s)
		fmt.Println(f, ok)
		r, ok := new(big.Rat).SetString(s)
		fmt.Println(r, ok)
		var z big.Float
		fmt.Println(z.UnmarshalText([]byte(s)))
		var q big.Rat
		fmt.Println(q.UnmarshalText([]byte(s)))
	}
	for _, s := range []string{"1/2", "-3/6", "4/0", "1/-2", "0x10/0b11", "1/", "/2", "1.5/2", "010/3", "1/2/3", "6/4 "} {
		r, ok := new(big.Rat).SetString(s)
		fmt.Println(s, r, ok)
	}
	for _, f := range []float64{0, 1, -1.5, 0.1, 1e300, 5e-324, math.MaxFloat64, math.Inf(1), math.Copysign(0, -1), 2.5e-310} {
		a := big.NewFloat(f)
		b, acc := a.Float64()
		c, acc2 := a.Float32()
		r := new(big.Rat).SetFloat64(f)
		fmt.Println(a, b, acc, c, acc2, r == nil, a.Text('g', -1), a.Text('f', 5))
		if r != nil {
			g, e := r.Float64()
			h, e2 := r.Float32()
			_ = e2
			fmt.Println(g, e, h)
		}
	}
	try("nan", func() any { return big.NewFloat(math.NaN()) })
	try("rat0", func() any { return big.NewRat(1, 0) })
	try("inv", func() any { return new(big.Rat).Inv(new(big.Rat)) })
	try("quo", func() any { return new(big.Rat).Quo(big.NewRat(1, 2), new(big.Rat)) })
	try("base", func() any { f, b, err := new(big.Float).Parse("1", 7); return fmt.Sprint(f, b, err) })
	p, q := big.NewRat(3, -6), big.NewRat(10, 4)
	fmt.Println(p, q, new(big.Rat).Add(p, q), new(big.Rat).Sub(p, q), new(big.Rat).Mul(p, q), new(big.Rat).Quo(p, q), p.Cmp(q), new(big.Rat).Neg(p), new(big.Rat).Abs(p), new(big.Rat).Inv(q), p.Sign(), p.Num(), p.Denom(), new(big.Rat).Denom())
	g, err := p.GobEncode()
	var d big.Rat
	fmt.Printf("%x %v %v %v\n", g, err, d.GobDecode(g), &d)
	fmt.Println(new(big.Rat).SetInt(big.NewInt(7)), new(big.Rat).SetInt64(-7), new(big.Rat).SetUint64(8), new(big.Rat).SetFrac(big.NewInt(4), big.NewInt(-6)), new(big.Rat).Set(p), big.NewRat(22, 7).FloatString(30), big.NewRat(-1, 3).FloatString(0), big.NewRat(1, 2).FloatString(0))
	var s1, s2 big.Rat
	var f1 big.Float
	n, err := fmt.Sscan("1/3 -2.5 1.25e2", &s1, &s2, &f1)
	fmt.Println(n, err, &s1, &s2, &f1)
	two := big.NewFloat(2).SetPrec(300)
	fmt.Println(new(big.Float).Sqrt(two).Text('f', 80), new(big.Float).SetPrec(200).Quo(big.NewFloat(1), big.NewFloat(3)).Text('g', 50))
	huge := new(big.Float).SetMantExp(big.NewFloat(1), math.MaxInt32)
	fmt.Println(huge.MantExp(nil), show(new(big.Float).Mul(huge, huge)), show(new(big.Float).Quo(big.NewFloat(1), new(big.Float).Mul(huge, huge))))
	tiny := new(big.Float).SetMantExp(big.NewFloat(1), math.MinInt32)
	fmt.Println(show(new(big.Float).Mul(tiny, tiny)), show(new(big.Float).Add(big.NewFloat(1), tiny)))
	fmt.Println(big.RoundingMode(9), big.Accuracy(3), big.MaxExp, big.MinExp, uint64(big.MaxPrec), new(big.Float).SetUint64(7), new(big.Float).SetInt64(-7).Mode())
	direct()
}

// direct calls what package fmt calls.
func direct() {
	fmt.Println(big.Below, big.Exact, big.Above, big.Below.String())
	f := new(big.Float).SetFloat64(-2.25)
	text, err := f.AppendText([]byte("f="))
	fmt.Println(new(big.Float).Abs(f).String(), string(f.Append(nil, 'e', 3)), string(text), err)
	r := new(big.Rat).SetFrac64(-6, 8)
	text, err = r.AppendText([]byte("r="))
	plain, _ := r.MarshalText()
	fmt.Println(r.String(), string(text), err, string(plain))
	i := new(big.Int).SetInt64(-77)
	fmt.Fprintf(shown{f, r, i}, "")
	var verbs verb
	fmt.Println(fmt.Sscanf("x1.5 2/3 99", "x%v %v %v", &verbs.f, &verbs.r, &verbs.i))
	fmt.Println(fmt.Sscan("1.5 2/3 99", &verbs))
	fmt.Println(verbs.f.String(), verbs.r.String(), verbs.i.String())
	fmt.Printf("%v|%x\n", shown{f, r, i}, shown{f, r, i})
}

type verb struct {
	f big.Float
	r big.Rat
	i big.Int
}

func (v *verb) Scan(s fmt.ScanState, c rune) error {
	if err := v.f.Scan(s, 'g'); err != nil {
		return err
	}
	s.SkipSpace()
	if err := v.r.Scan(s, 'v'); err != nil {
		return err
	}
	return v.i.Scan(s, 'd')
}

type shown struct {
	f *big.Float
	r *big.Rat
	i *big.Int
}

func (s shown) Write(p []byte) (int, error) { return len(p), nil }

func (s shown) Format(st fmt.State, c rune) {
	s.f.Format(st, 'g')
	s.i.Format(st, c)
}
