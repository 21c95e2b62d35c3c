// Package big has integers, fractions and floating-point numbers of any size.
//
// Arithmetic of natural numbers is native; all else is made of it.
package big

import "math/bits"

// Word is a digit of a number with the base 2^64.
type Word uint

// A natural number is a slice of words, the lowest first, without zeros at the high end. Words are never
// written to once they are a number.
type nat []Word

func natAdd(x, y []Word) []Word
func natSub(x, y []Word) []Word
func natMul(x, y []Word) []Word
func natGCD(x, y []Word) []Word
func natDiv(x, y []Word) (q, r []Word)
func natPowerMod(x, y, m []Word) []Word
func natPower(x []Word, n uint) []Word
func natSqrt(x []Word) []Word
func natLeft(x []Word, n uint) []Word
func natRight(x []Word, n uint) []Word

// bitwise is x op y in two's complement; the operations are and, or, xor, and not.
func bitwise(op int, x []Word, xneg bool, y []Word, yneg bool) (z []Word, neg bool)

// natText and natParse know bases from 2 to 36; natParse gets digits only.
func natText(x []Word, base int) string
func natParse(s string, base int) []Word

func word(x uint64) nat {
	if x == 0 {
		return nil
	}
	return nat{Word(x)}
}

// norm is x without zeros at the high end.
func norm(x []Word) nat {
	for len(x) > 0 && x[len(x)-1] == 0 {
		x = x[:len(x)-1]
	}
	return x
}

func (x nat) low() uint64 {
	if len(x) == 0 {
		return 0
	}
	return uint64(x[0])
}

func (x nat) cmp(y nat) int {
	if len(x) != len(y) {
		if len(x) < len(y) {
			return -1
		}
		return 1
	}
	for i := len(x) - 1; i >= 0; i-- {
		if x[i] != y[i] {
			if x[i] < y[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

func (x nat) add(y nat) nat {
	if len(x) == 1 && len(y) == 1 {
		if s, c := bits.Add64(uint64(x[0]), uint64(y[0]), 0); c == 0 {
			return nat{Word(s)}
		}
	}
	return natAdd(x, y)
}

// sub is x - y, which is not negative.
func (x nat) sub(y nat) nat {
	if len(x) == 1 && len(y) <= 1 {
		return word(uint64(x[0]) - y.low())
	}
	return natSub(x, y)
}

func (x nat) mul(y nat) nat {
	if len(x) == 1 && len(y) == 1 {
		if h, l := bits.Mul64(uint64(x[0]), uint64(y[0])); h == 0 {
			return nat{Word(l)}
		}
	}
	return natMul(x, y)
}

// div panics when y is zero.
func (x nat) div(y nat) (q, r nat) {
	if len(y) == 0 {
		panic("division by zero")
	}
	if len(x) <= 1 && len(y) == 1 {
		a, b := x.low(), uint64(y[0])
		return word(a / b), word(a % b)
	}
	if x.cmp(y) < 0 {
		return nil, x
	}
	return natDiv(x, y)
}

func (x nat) left(n uint) nat {
	if len(x) == 0 || n == 0 {
		return x
	}
	return natLeft(x, n)
}

func (x nat) right(n uint) nat {
	if n == 0 {
		return x
	}
	if n >= uint(x.bitLen()) {
		return nil
	}
	return natRight(x, n)
}

func (x nat) bitLen() int {
	if len(x) == 0 {
		return 0
	}
	return (len(x)-1)*64 + bits.Len64(uint64(x[len(x)-1]))
}

func (x nat) bit(i uint) uint {
	if i/64 >= uint(len(x)) {
		return 0
	}
	return uint(x[i/64]>>(i%64)) & 1
}

// zeros is the number of zero bits at the low end.
func (x nat) zeros() uint {
	for i, w := range x {
		if w != 0 {
			return uint(i*64 + bits.TrailingZeros64(uint64(w)))
		}
	}
	return 0
}

// power is x^n.
func (x nat) power(n uint) nat {
	if n == 0 {
		return nat{1}
	}
	if len(x) == 0 {
		return nil
	}
	return natPower(x, n)
}

const letters = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// text gives the digits in a base up to MaxBase.
func (x nat) text(base int) string {
	if base <= 36 {
		return natText(x, base)
	}
	if len(x) == 0 {
		return "0"
	}
	var out []byte
	b := nat{Word(base)}
	for len(x) > 0 {
		var r nat
		x, r = x.div(b)
		out = append(out, letters[r.low()])
	}
	for i, j := 0, len(out)-1; i < j; i, j = i+1, j-1 {
		out[i], out[j] = out[j], out[i]
	}
	return string(out)
}

// digit is the value of a digit in a base, or -1.
func digit(c byte, base int) int {
	d := -1
	switch {
	case '0' <= c && c <= '9':
		d = int(c - '0')
	case 'a' <= c && c <= 'z':
		d = int(c-'a') + 10
	case 'A' <= c && c <= 'Z':
		d = int(c-'A') + 10
		if base > 36 {
			d += 26
		}
	}
	if d >= base {
		return -1
	}
	return d
}

// parse is the number that digits of a base are.
func parse(s string, base int) nat {
	if base <= 36 {
		return natParse(s, base)
	}
	var x nat
	b := nat{Word(base)}
	for i := range len(s) {
		x = x.mul(b).add(word(uint64(digit(s[i], base))))
	}
	return x
}
