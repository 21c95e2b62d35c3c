package big

import "math/rand"

// Jacobi is the Jacobi symbol (x/y); y is odd. The algorithm is that of Cohen, A Course in Computational
// Algebraic Number Theory, algorithm 1.4.10.
func Jacobi(x, y *Int) int {
	if len(y.abs) == 0 || y.abs[0]&1 == 0 {
		panic("big: invalid 2nd argument to Int.Jacobi: need odd integer but got " + y.String())
	}
	var a, b Int
	a.Set(x)
	b.Set(y)
	j := 1
	if b.neg {
		if a.neg {
			j = -1
		}
		b.neg = false
	}
	for {
		if len(b.abs) == 1 && b.abs[0] == 1 {
			return j
		}
		if len(a.abs) == 0 {
			return 0
		}
		a.Mod(&a, &b)
		if len(a.abs) == 0 {
			return 0
		}
		s := a.abs.zeros()
		if s&1 == 1 {
			if low := b.abs[0] & 7; low == 3 || low == 5 {
				j = -j
			}
		}
		c := Int{abs: a.abs.right(s)}
		if b.abs[0]&3 == 3 && c.abs[0]&3 == 3 {
			j = -j
		}
		a, b = b, c
	}
}

// ModSqrt sets z to a root of x modulo the odd prime p; without one it gives nil and leaves z alone. For primes
// 8k+1 it is the algorithm of Tonelli and Shanks, for 8k+5 Atkin's formula.
func (z *Int) ModSqrt(x, p *Int) *Int {
	switch Jacobi(x, p) {
	case -1:
		return nil
	case 0:
		return z.SetInt64(0)
	}
	var a Int
	a.Mod(x, p)
	switch {
	case p.abs[0]&3 == 3:
		e := Int{abs: p.abs.add(nat{1}).right(2)}
		return z.Exp(&a, &e, p)
	case p.abs[0]&7 == 5:
		e := Int{abs: p.abs.right(3)}
		twice := Int{abs: a.abs.left(1)}
		var alpha, beta Int
		alpha.Exp(&twice, &e, p)
		beta.Mul(&alpha, &alpha)
		beta.Mod(&beta, p)
		beta.Mul(&beta, &twice)
		beta.Mod(&beta, p)
		beta.Sub(&beta, one)
		beta.Mul(&beta, &a)
		beta.Mod(&beta, p)
		beta.Mul(&beta, &alpha)
		return z.Mod(&beta, p)
	}
	// p - 1 = q * 2^s
	minus := p.abs.sub(nat{1})
	s := minus.zeros()
	q := Int{abs: minus.right(s)}
	n := NewInt(2)
	for Jacobi(n, p) != -1 {
		n.Add(n, one)
	}
	half := Int{abs: q.abs.add(nat{1}).right(1)}
	var r, b, g Int
	r.Exp(&a, &half, p)
	b.Exp(&a, &q, p)
	g.Exp(n, &q, p)
	for {
		t := b
		m := uint(0)
		for t.Cmp(one) != 0 {
			t.Mul(&t, &t)
			t.Mod(&t, p)
			m++
		}
		if m == 0 {
			return z.Set(&r)
		}
		e := Int{abs: nat{1}.left(s - m - 1)}
		t.Exp(&g, &e, p)
		g.Mul(&t, &t)
		g.Mod(&g, p)
		r.Mul(&r, &t)
		r.Mod(&r, p)
		b.Mul(&b, &g)
		b.Mod(&b, p)
		s = m
	}
}

// ProbablyPrime reports whether x is a prime: by the test of Baillie, Pomerance, Selfridge and Wagstaff, which
// knows no counterexample and below 2^64 has none, and that of Miller and Rabin with n more bases.
func (x *Int) ProbablyPrime(n int) bool {
	if n < 0 {
		panic("negative n for ProbablyPrime")
	}
	if x.neg || len(x.abs) == 0 {
		return false
	}
	for _, p := range [...]Word{2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53} {
		if len(x.abs) == 1 && x.abs[0] == p {
			return true
		}
		if _, r := x.abs.div(nat{p}); len(r) == 0 {
			return false
		}
	}
	if len(x.abs) == 1 && x.abs[0] < 59*59 {
		return x.abs[0] > 1
	}
	if !x.strong(NewInt(2)) || !x.lucas() {
		return false
	}
	rnd := rand.New(rand.NewSource(int64(x.abs[0])))
	span := Int{abs: x.abs.sub(nat{4})}
	for range n {
		base := new(Int).Rand(rnd, &span)
		if !x.strong(base.Add(base, NewInt(2))) {
			return false
		}
	}
	return true
}

// strong is Miller and Rabin's test of an odd number with a base.
func (x *Int) strong(base *Int) bool {
	minus := Int{abs: x.abs.sub(nat{1})}
	s := minus.abs.zeros()
	q := Int{abs: minus.abs.right(s)}
	var y Int
	y.Exp(base, &q, x)
	if y.Cmp(one) == 0 || y.Cmp(&minus) == 0 {
		return true
	}
	for range s - 1 {
		y.Mul(&y, &y)
		y.Mod(&y, x)
		if y.Cmp(&minus) == 0 {
			return true
		}
	}
	return false
}

// lucas is the strong Lucas test of an odd number with Selfridge's parameters (Baillie and Wagstaff, Lucas
// pseudoprimes, 1980).
func (x *Int) lucas() bool {
	root := new(Int).Sqrt(x)
	if root.Mul(root, root).Cmp(x) == 0 {
		return false // has no D
	}
	d := NewInt(5)
	for {
		j := Jacobi(d, x)
		if j == -1 {
			break
		}
		if j == 0 && new(Int).Abs(d).Cmp(x) != 0 {
			return false
		}
		if d.neg {
			d.Neg(d)
			d.Add(d, NewInt(2))
		} else {
			d.Add(d, NewInt(2))
			d.Neg(d)
		}
	}
	// P = 1, Q = (1 - D) / 4; x + 1 = k * 2^s
	q := new(Int).Sub(one, d)
	q.Rsh(q, 2)
	plus := Int{abs: x.abs.add(nat{1})}
	s := plus.abs.zeros()
	k := plus.abs.right(s)
	u, v, qk := NewInt(1), NewInt(1), new(Int).Mod(q, x)
	half := func(a *Int) {
		if a.abs.bit(0) == 1 {
			a.Add(a, x)
		}
		a.Rsh(a, 1)
		a.Mod(a, x)
	}
	double := func() {
		v.Mul(v, v)
		v.Sub(v, new(Int).Lsh(qk, 1))
		v.Mod(v, x)
		qk.Mul(qk, qk)
		qk.Mod(qk, x)
	}
	for i := k.bitLen() - 2; i >= 0; i-- {
		u.Mul(u, v)
		u.Mod(u, x)
		double()
		if k.bit(uint(i)) == 1 {
			du := new(Int).Mul(d, u)
			u.Add(u, v)
			half(u)
			v.Add(v, du)
			v.Mod(v, x)
			half(v)
			qk.Mul(qk, q)
			qk.Mod(qk, x)
		}
	}
	if len(u.abs) == 0 || len(v.abs) == 0 {
		return true
	}
	for range s - 1 {
		double()
		if len(v.abs) == 0 {
			return true
		}
	}
	return false
}
