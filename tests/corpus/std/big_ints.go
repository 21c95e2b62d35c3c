// Whole numbers of all sizes: every operation, conversion and format.
package main

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand"
)

var x uint32 = 1

func rnd(n int) int { x = x*1664525 + 1013904223; return int(x>>8) % n }

func random() *big.Int {
	var b []byte
	for range []int{0, 1, 7, 8, 9, 16, 17, 24, 40, 65}[rnd(10)] {
		switch rnd(6) {
		case 0:
			b = append(b, 0)
		case 1:
			b = append(b, 255)
		default:
			b = append(b, byte(rnd(256)))
		}
	}
	z := new(big.Int).SetBytes(b)
	if rnd(2) == 0 {
		z.Neg(z)
	}
	return z
}

func try(name string, f func() any) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panic:", r)
		}
	}()
	fmt.Println(name, f())
}

func main() {
	for i := 0; i < 60; i++ {
		a, b, m := random(), random(), random()
		fmt.Println(i, a, b, m)
		z := new(big.Int)
		fmt.Println(z.Add(a, b), z.BitLen(), z.TrailingZeroBits(), z.Sign())
		fmt.Println(z.Sub(a, b), z.IsInt64(), z.IsUint64(), z.Int64(), z.Uint64())
		fmt.Println(z.Mul(a, b), a.Cmp(b), a.CmpAbs(b))
		try("quorem", func() any { q, r := new(big.Int).QuoRem(a, b, new(big.Int)); return []*big.Int{q, r} })
		try("divmod", func() any { q, r := new(big.Int).DivMod(a, b, new(big.Int)); return []*big.Int{q, r} })
		try("quo", func() any {
			return []*big.Int{new(big.Int).Quo(a, b), new(big.Int).Rem(a, b), new(big.Int).Div(a, b), new(big.Int).Mod(a, b)}
		})
		for mode := big.ToNearestEven; mode <= big.ToPositiveInf; mode++ {
			try("divide "+mode.String(), func() any {
				r := new(big.Int)
				q, r := new(big.Int).Divide(a, big.NewInt(int64(rnd(20)-10)), r, mode)
				return []*big.Int{q, r}
			})
		}
		fmt.Println(z.And(a, b), new(big.Int).Or(a, b), new(big.Int).Xor(a, b), new(big.Int).AndNot(a, b), new(big.Int).Not(a))
		n := uint(rnd(200))
		fmt.Println(z.Lsh(a, n), new(big.Int).Rsh(a, n), a.Bit(int(n)), new(big.Int).SetBit(a, int(n), uint(rnd(2))))
		x1, y1 := new(big.Int), new(big.Int)
		fmt.Println(z.GCD(x1, y1, a, b), x1, y1, new(big.Int).GCD(nil, nil, a, b))
		try("inv", func() any { return new(big.Int).ModInverse(a, m) })
		if m.Sign() == 0 {
			m = big.NewInt(7)
		}
		try("exp", func() any { e := new(big.Int).Rsh(b, 300); return new(big.Int).Exp(a, e, m) })
		try("exp2", func() any { return new(big.Int).Exp(a, big.NewInt(int64(rnd(9)-2)), nil) })
		try("expm", func() any { return new(big.Int).Exp(a, b, m) })
		try("sqrt", func() any { return new(big.Int).Sqrt(a) })
		try("bytes", func() any { return fmt.Sprintf("%x %x", a.Bytes(), a.FillBytes(make([]byte, 20))) })
		f, acc := a.Float64()
		fmt.Println(f, acc)
		base := 2 + rnd(61)
		s := a.Text(base)
		back, ok := new(big.Int).SetString(s, base)
		fmt.Println(base, s, back.Cmp(a), ok)
		format := "%" + []string{"", "+", " ", "#", "0", "-", "+#", "#0", "- "}[rnd(9)] + []string{"", "5", "40", "70"}[rnd(4)] + []string{"", ".0", ".3", ".50"}[rnd(4)] + []string{"d", "x", "X", "b", "o", "O", "s", "v", "q", "f"}[rnd(10)]
		fmt.Printf("%s "+format+"|\n", format, a)
		fmt.Printf(format+"|\n", big.NewInt(int64(rnd(3))))
		g, _ := a.GobEncode()
		var d big.Int
		fmt.Printf("%x %v %v\n", g, d.GobDecode(g), &d)
		odd := new(big.Int).SetBit(new(big.Int).Abs(b), 0, 1)
		fmt.Println(big.Jacobi(a, odd), odd.ProbablyPrime(3))
		r := rand.New(rand.NewSource(int64(i)))
		fmt.Println(new(big.Int).Rand(r, m), new(big.Int).Rand(r, b))
	}
	for i := int64(0); i < 600; i++ {
		if big.NewInt(i).ProbablyPrime(int(i % 3)) {
			fmt.Print(i, " ")
		}
	}
	fmt.Println()
	for _, s := range []string{"2047", "3215031751", "18446744073709551557", "18446744073709551556", "170141183460469231731687303715884105727", "170141183460469231731687303715884105725", "5459", "5777", "10877", "3825123056546413051", "318665857834031151167461", "618970019642690137449562111", "1000000016000000063"} {
		n, _ := new(big.Int).SetString(s, 10)
		fmt.Println(s, n.ProbablyPrime(0), n.ProbablyPrime(10))
	}
	for _, p := range []int64{3, 5, 7, 11, 13, 17, 41, 97, 193, 257, 65537, 1000003, 999999937, 40961, 12289} {
		for _, a := range []int64{0, 1, 2, 3, 4, 5, 10, 16, 100, -1, -4} {
			fmt.Print(new(big.Int).ModSqrt(big.NewInt(a), big.NewInt(p)), big.Jacobi(big.NewInt(a), big.NewInt(p)), " ")
		}
		fmt.Println()
	}
	for _, c := range [][2]int64{{1, 10}, {5, 5}, {6, 5}, {-3, 2}, {-5, -1}, {-4, -1}, {1, 60}, {100, 140}, {0, 5}} {
		fmt.Println(new(big.Int).MulRange(c[0], c[1]))
	}
	for n := int64(0); n < 12; n++ {
		for k := int64(0); k <= n; k++ {
			fmt.Print(new(big.Int).Binomial(n, k), " ")
		}
	}
	fmt.Println(new(big.Int).Binomial(100, 50), new(big.Int).Binomial(3, 5))
	for _, s := range []string{"", "-", "+", "0", "-0", "+5", "0x1f", "0X_1F", "0b101", "0o17", "017", "08", "0_8", "1_000", "1__0", "_1", "1_", "0x", "0b", "12a", " 1", "1 ", "--1", "0xg", "zz", "1e5", "0x_", "0_", "00", "0o8", "é"} {
		for _, base := range []int{0, 2, 8, 10, 16, 36, 62} {
			z, ok := new(big.Int).SetString(s, base)
			fmt.Print(z, ok, " ")
		}
		var u big.Int
		fmt.Println(s, u.UnmarshalText([]byte(s)), u.UnmarshalJSON([]byte(s)))
	}
	var nilInt *big.Int
	fmt.Println(nilInt, nilInt.Text(10))
	j, err := nilInt.MarshalJSON()
	fmt.Println(string(j), err)
	fmt.Printf("%d %x %s\n", nilInt, nilInt, nilInt)
	for _, in := range []string{"12 0x1f -5 017 abc", "+7,8", "1_000 5", "0b11 2", "x"} {
		var a, b, c big.Int
		n, err := fmt.Sscan(in, &a, &b, &c)
		fmt.Println(n, err, &a, &b, &c)
		n, err = fmt.Sscanf(in, "%d %x", &a, &b)
		fmt.Println(n, err, &a, &b)
	}
	try("base", func() any { z, ok := new(big.Int).SetString("1", 1); return fmt.Sprint(z, ok) })
	try("bit", func() any { return new(big.Int).Bit(-1) })
	try("setbit", func() any { return new(big.Int).SetBit(new(big.Int), 3, 2) })
	try("jacobi", func() any { return big.Jacobi(big.NewInt(3), big.NewInt(4)) })
	try("fill", func() any { return big.NewInt(70000).FillBytes(make([]byte, 2)) })
	try("text", func() any { return big.NewInt(1).Text(63) })
	try("prime", func() any { return big.NewInt(1).ProbablyPrime(-1) })
	w := big.NewInt(-5)
	fmt.Println(w.Bits(), new(big.Int).SetBits([]big.Word{1, 2, 0}), string(w.Append([]byte("n="), 2)))
	fmt.Println(big.MaxBase, new(big.Int).SetUint64(1<<64-1), new(big.Int).Set(w), new(big.Int).Abs(w), new(big.Int).Neg(w))
	programs()
}

// programs are small uses: digits of pi, a factorial, a key exchange, numbers in JSON.
func programs() {
	q, r, t, k, n, l := big.NewInt(1), big.NewInt(0), big.NewInt(1), int64(1), big.NewInt(3), int64(3)
	for digits := 0; digits < 60; {
		left := new(big.Int).Mul(q, big.NewInt(4))
		left.Add(left, r).Sub(left, t)
		if left.Cmp(new(big.Int).Mul(n, t)) < 0 {
			fmt.Print(n)
			digits++
			nr := new(big.Int).Mul(n, t)
			nr.Sub(r, nr).Mul(nr, big.NewInt(10))
			next := new(big.Int).Mul(q, big.NewInt(3))
			next.Add(next, r).Mul(next, big.NewInt(10)).Quo(next, t)
			next.Sub(next, new(big.Int).Mul(n, big.NewInt(10)))
			q.Mul(q, big.NewInt(10))
			r, n = nr, next
			continue
		}
		nr := new(big.Int).Mul(q, big.NewInt(2))
		nr.Add(nr, r).Mul(nr, big.NewInt(l))
		nn := new(big.Int).Mul(q, big.NewInt(7*k+2))
		nn.Add(nn, new(big.Int).Mul(r, big.NewInt(l)))
		t.Mul(t, big.NewInt(l))
		nn.Quo(nn, t)
		q.Mul(q, big.NewInt(k))
		l += 2
		k++
		n, r = nn, nr
	}
	fmt.Println()
	f := new(big.Int).MulRange(1, 300)
	fmt.Println(f, len(f.String()))
	p, _ := new(big.Int).SetString("FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B", 16)
	g, a, b := big.NewInt(2), big.NewInt(123456789), big.NewInt(987654321)
	x, y := new(big.Int).Exp(g, a, p), new(big.Int).Exp(g, b, p)
	fmt.Println(new(big.Int).Exp(x, b, p).Cmp(new(big.Int).Exp(y, a, p)))
	var v struct{ N, M *big.Int }
	fmt.Println(json.Unmarshal([]byte(`{"N": 123456789012345678901234567890, "M": null}`), &v), v.N, v.M)
	v.M = new(big.Int).Lsh(v.N, 3)
	out, err := json.Marshal(v)
	fmt.Println(string(out), err)
	text, _ := v.N.MarshalText()
	more, _ := v.N.AppendText([]byte("n="))
	fmt.Println(string(text), string(more))
	fmt.Println(big.Trunc, big.Floor, big.Round, big.Ceil, big.ToNearestAway, big.ToZero, big.AwayFromZero, big.ToNegativeInf, big.ErrNaN{}.Error())
	var scanner fmt.Scanner = new(big.Int)
	var formatter fmt.Formatter = new(big.Int)
	fmt.Println(scanner, formatter)
}
