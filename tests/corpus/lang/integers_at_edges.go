// Every operation of every integer type at the edges, in each form: variable, constant operand,
// assignment, condition and loop. Each line is a sum over all pairs of edge values.
package main

import "fmt"

//go:noinline
func no() bool { return false }

func mix(h uint64, x uint64) uint64 { return (h ^ x) * 0x100000001b3 }

func flag(b bool) uint64 {
	if b {
		return 1
	}
	return 2
}

func opsInt8() {
	values := []int8{-128, -127, -64, -7, -2, -1, 0, 1, 2, 3, 7, 31, 63, 64, 100, 126, 127}
	var add, sub, mul, div, rem, and, or, xor, clr, cmp, neg, con, asg, cnd uint64
	for _, x := range values {
		neg = mix(mix(mix(neg, uint64(-x)), uint64(^x)), uint64(+x))
		con = mix(mix(mix(mix(con, uint64(x+1)), uint64(x-1)), uint64(x*1)), uint64(1-x))
		con = mix(mix(mix(mix(con, uint64(x&1)), uint64(x|1)), uint64(x^1)), uint64(x&^1))
		con = mix(mix(con, uint64(x/1)), uint64(x%1))
		cnd = mix(cnd, flag(x < 1)+4*flag(x <= 1)+16*flag(x > 1)+64*flag(x >= 1)+256*flag(x == 1)+1024*flag(x != 1))
		if x < 1 { cnd = mix(cnd, 3) }
		if !(x < 1) || no() { cnd = mix(cnd, 5) }
		if x <= 1 { cnd = mix(cnd, 3) }
		if !(x <= 1) || no() { cnd = mix(cnd, 5) }
		if x > 1 { cnd = mix(cnd, 3) }
		if !(x > 1) || no() { cnd = mix(cnd, 5) }
		if x >= 1 { cnd = mix(cnd, 3) }
		if !(x >= 1) || no() { cnd = mix(cnd, 5) }
		if x == 1 { cnd = mix(cnd, 3) }
		if !(x == 1) || no() { cnd = mix(cnd, 5) }
		if x != 1 { cnd = mix(cnd, 3) }
		if !(x != 1) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+(-1))), uint64(x-(-1))), uint64(x*(-1))), uint64((-1)-x))
		con = mix(mix(mix(mix(con, uint64(x&(-1))), uint64(x|(-1))), uint64(x^(-1))), uint64(x&^(-1)))
		con = mix(mix(con, uint64(x/(-1))), uint64(x%(-1)))
		cnd = mix(cnd, flag(x < (-1))+4*flag(x <= (-1))+16*flag(x > (-1))+64*flag(x >= (-1))+256*flag(x == (-1))+1024*flag(x != (-1)))
		if x < (-1) { cnd = mix(cnd, 3) }
		if !(x < (-1)) || no() { cnd = mix(cnd, 5) }
		if x <= (-1) { cnd = mix(cnd, 3) }
		if !(x <= (-1)) || no() { cnd = mix(cnd, 5) }
		if x > (-1) { cnd = mix(cnd, 3) }
		if !(x > (-1)) || no() { cnd = mix(cnd, 5) }
		if x >= (-1) { cnd = mix(cnd, 3) }
		if !(x >= (-1)) || no() { cnd = mix(cnd, 5) }
		if x == (-1) { cnd = mix(cnd, 3) }
		if !(x == (-1)) || no() { cnd = mix(cnd, 5) }
		if x != (-1) { cnd = mix(cnd, 3) }
		if !(x != (-1)) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+2)), uint64(x-2)), uint64(x*2)), uint64(2-x))
		con = mix(mix(mix(mix(con, uint64(x&2)), uint64(x|2)), uint64(x^2)), uint64(x&^2))
		con = mix(mix(con, uint64(x/2)), uint64(x%2))
		cnd = mix(cnd, flag(x < 2)+4*flag(x <= 2)+16*flag(x > 2)+64*flag(x >= 2)+256*flag(x == 2)+1024*flag(x != 2))
		if x < 2 { cnd = mix(cnd, 3) }
		if !(x < 2) || no() { cnd = mix(cnd, 5) }
		if x <= 2 { cnd = mix(cnd, 3) }
		if !(x <= 2) || no() { cnd = mix(cnd, 5) }
		if x > 2 { cnd = mix(cnd, 3) }
		if !(x > 2) || no() { cnd = mix(cnd, 5) }
		if x >= 2 { cnd = mix(cnd, 3) }
		if !(x >= 2) || no() { cnd = mix(cnd, 5) }
		if x == 2 { cnd = mix(cnd, 3) }
		if !(x == 2) || no() { cnd = mix(cnd, 5) }
		if x != 2 { cnd = mix(cnd, 3) }
		if !(x != 2) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+3)), uint64(x-3)), uint64(x*3)), uint64(3-x))
		con = mix(mix(mix(mix(con, uint64(x&3)), uint64(x|3)), uint64(x^3)), uint64(x&^3))
		con = mix(mix(con, uint64(x/3)), uint64(x%3))
		cnd = mix(cnd, flag(x < 3)+4*flag(x <= 3)+16*flag(x > 3)+64*flag(x >= 3)+256*flag(x == 3)+1024*flag(x != 3))
		if x < 3 { cnd = mix(cnd, 3) }
		if !(x < 3) || no() { cnd = mix(cnd, 5) }
		if x <= 3 { cnd = mix(cnd, 3) }
		if !(x <= 3) || no() { cnd = mix(cnd, 5) }
		if x > 3 { cnd = mix(cnd, 3) }
		if !(x > 3) || no() { cnd = mix(cnd, 5) }
		if x >= 3 { cnd = mix(cnd, 3) }
		if !(x >= 3) || no() { cnd = mix(cnd, 5) }
		if x == 3 { cnd = mix(cnd, 3) }
		if !(x == 3) || no() { cnd = mix(cnd, 5) }
		if x != 3 { cnd = mix(cnd, 3) }
		if !(x != 3) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+8)), uint64(x-8)), uint64(x*8)), uint64(8-x))
		con = mix(mix(mix(mix(con, uint64(x&8)), uint64(x|8)), uint64(x^8)), uint64(x&^8))
		con = mix(mix(con, uint64(x/8)), uint64(x%8))
		cnd = mix(cnd, flag(x < 8)+4*flag(x <= 8)+16*flag(x > 8)+64*flag(x >= 8)+256*flag(x == 8)+1024*flag(x != 8))
		if x < 8 { cnd = mix(cnd, 3) }
		if !(x < 8) || no() { cnd = mix(cnd, 5) }
		if x <= 8 { cnd = mix(cnd, 3) }
		if !(x <= 8) || no() { cnd = mix(cnd, 5) }
		if x > 8 { cnd = mix(cnd, 3) }
		if !(x > 8) || no() { cnd = mix(cnd, 5) }
		if x >= 8 { cnd = mix(cnd, 3) }
		if !(x >= 8) || no() { cnd = mix(cnd, 5) }
		if x == 8 { cnd = mix(cnd, 3) }
		if !(x == 8) || no() { cnd = mix(cnd, 5) }
		if x != 8 { cnd = mix(cnd, 3) }
		if !(x != 8) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+10)), uint64(x-10)), uint64(x*10)), uint64(10-x))
		con = mix(mix(mix(mix(con, uint64(x&10)), uint64(x|10)), uint64(x^10)), uint64(x&^10))
		con = mix(mix(con, uint64(x/10)), uint64(x%10))
		cnd = mix(cnd, flag(x < 10)+4*flag(x <= 10)+16*flag(x > 10)+64*flag(x >= 10)+256*flag(x == 10)+1024*flag(x != 10))
		if x < 10 { cnd = mix(cnd, 3) }
		if !(x < 10) || no() { cnd = mix(cnd, 5) }
		if x <= 10 { cnd = mix(cnd, 3) }
		if !(x <= 10) || no() { cnd = mix(cnd, 5) }
		if x > 10 { cnd = mix(cnd, 3) }
		if !(x > 10) || no() { cnd = mix(cnd, 5) }
		if x >= 10 { cnd = mix(cnd, 3) }
		if !(x >= 10) || no() { cnd = mix(cnd, 5) }
		if x == 10 { cnd = mix(cnd, 3) }
		if !(x == 10) || no() { cnd = mix(cnd, 5) }
		if x != 10 { cnd = mix(cnd, 3) }
		if !(x != 10) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+127)), uint64(x-127)), uint64(x*127)), uint64(127-x))
		con = mix(mix(mix(mix(con, uint64(x&127)), uint64(x|127)), uint64(x^127)), uint64(x&^127))
		con = mix(mix(con, uint64(x/127)), uint64(x%127))
		cnd = mix(cnd, flag(x < 127)+4*flag(x <= 127)+16*flag(x > 127)+64*flag(x >= 127)+256*flag(x == 127)+1024*flag(x != 127))
		if x < 127 { cnd = mix(cnd, 3) }
		if !(x < 127) || no() { cnd = mix(cnd, 5) }
		if x <= 127 { cnd = mix(cnd, 3) }
		if !(x <= 127) || no() { cnd = mix(cnd, 5) }
		if x > 127 { cnd = mix(cnd, 3) }
		if !(x > 127) || no() { cnd = mix(cnd, 5) }
		if x >= 127 { cnd = mix(cnd, 3) }
		if !(x >= 127) || no() { cnd = mix(cnd, 5) }
		if x == 127 { cnd = mix(cnd, 3) }
		if !(x == 127) || no() { cnd = mix(cnd, 5) }
		if x != 127 { cnd = mix(cnd, 3) }
		if !(x != 127) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+(-128))), uint64(x-(-128))), uint64(x*(-128))), uint64((-128)-x))
		con = mix(mix(mix(mix(con, uint64(x&(-128))), uint64(x|(-128))), uint64(x^(-128))), uint64(x&^(-128)))
		con = mix(mix(con, uint64(x/(-128))), uint64(x%(-128)))
		cnd = mix(cnd, flag(x < (-128))+4*flag(x <= (-128))+16*flag(x > (-128))+64*flag(x >= (-128))+256*flag(x == (-128))+1024*flag(x != (-128)))
		if x < (-128) { cnd = mix(cnd, 3) }
		if !(x < (-128)) || no() { cnd = mix(cnd, 5) }
		if x <= (-128) { cnd = mix(cnd, 3) }
		if !(x <= (-128)) || no() { cnd = mix(cnd, 5) }
		if x > (-128) { cnd = mix(cnd, 3) }
		if !(x > (-128)) || no() { cnd = mix(cnd, 5) }
		if x >= (-128) { cnd = mix(cnd, 3) }
		if !(x >= (-128)) || no() { cnd = mix(cnd, 5) }
		if x == (-128) { cnd = mix(cnd, 3) }
		if !(x == (-128)) || no() { cnd = mix(cnd, 5) }
		if x != (-128) { cnd = mix(cnd, 3) }
		if !(x != (-128)) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+100)), uint64(x-100)), uint64(x*100)), uint64(100-x))
		con = mix(mix(mix(mix(con, uint64(x&100)), uint64(x|100)), uint64(x^100)), uint64(x&^100))
		con = mix(mix(con, uint64(x/100)), uint64(x%100))
		cnd = mix(cnd, flag(x < 100)+4*flag(x <= 100)+16*flag(x > 100)+64*flag(x >= 100)+256*flag(x == 100)+1024*flag(x != 100))
		if x < 100 { cnd = mix(cnd, 3) }
		if !(x < 100) || no() { cnd = mix(cnd, 5) }
		if x <= 100 { cnd = mix(cnd, 3) }
		if !(x <= 100) || no() { cnd = mix(cnd, 5) }
		if x > 100 { cnd = mix(cnd, 3) }
		if !(x > 100) || no() { cnd = mix(cnd, 5) }
		if x >= 100 { cnd = mix(cnd, 3) }
		if !(x >= 100) || no() { cnd = mix(cnd, 5) }
		if x == 100 { cnd = mix(cnd, 3) }
		if !(x == 100) || no() { cnd = mix(cnd, 5) }
		if x != 100 { cnd = mix(cnd, 3) }
		if !(x != 100) || no() { cnd = mix(cnd, 5) }
		for _, y := range values {
			add = mix(add, uint64(x+y))
			sub = mix(sub, uint64(x-y))
			mul = mix(mul, uint64(x*y))
			and = mix(and, uint64(x&y))
			or = mix(or, uint64(x|y))
			xor = mix(xor, uint64(x^y))
			clr = mix(clr, uint64(x&^y))
			if y != 0 {
				div, rem = mix(div, uint64(x/y)), mix(rem, uint64(x%y))
			}
			cmp = mix(cmp, flag(x < y)+4*flag(x <= y)+16*flag(x > y)+64*flag(x >= y)+256*flag(x == y)+1024*flag(x != y))
			if x < y { cmp = mix(cmp, 3) }
			if x < y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x <= y { cmp = mix(cmp, 3) }
			if x <= y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x > y { cmp = mix(cmp, 3) }
			if x > y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x >= y { cmp = mix(cmp, 3) }
			if x >= y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x == y { cmp = mix(cmp, 3) }
			if x == y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x != y { cmp = mix(cmp, 3) }
			if x != y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			z := x
			z += y
			z ^= x
			z -= 3
			z *= y
			z |= 1
			z &^= x
			z++
			z &= ^y
			z--
			asg = mix(asg, uint64(z))
		}
	}
	fmt.Printf("int8 %x %x %x %x %x %x %x %x %x\n", add, sub, mul, div, rem, and, or, xor, clr)
	fmt.Printf("int8 %x %x %x %x %x\n", cmp, neg, con, asg, cnd)
	var sh uint64
	for _, x := range values {
		sh = mix(mix(sh, uint64(x<<0)), uint64(x>>0))
		sh = mix(mix(sh, uint64(x<<1)), uint64(x>>1))
		sh = mix(mix(sh, uint64(x<<7)), uint64(x>>7))
		sh = mix(mix(sh, uint64(x<<8)), uint64(x>>8))
		sh = mix(mix(sh, uint64(x<<15)), uint64(x>>15))
		sh = mix(mix(sh, uint64(x<<16)), uint64(x>>16))
		sh = mix(mix(sh, uint64(x<<31)), uint64(x>>31))
		sh = mix(mix(sh, uint64(x<<32)), uint64(x>>32))
		sh = mix(mix(sh, uint64(x<<33)), uint64(x>>33))
		sh = mix(mix(sh, uint64(x<<63)), uint64(x>>63))
		sh = mix(mix(sh, uint64(x<<64)), uint64(x>>64))
		sh = mix(mix(sh, uint64(x<<65)), uint64(x>>65))
		sh = mix(mix(sh, uint64(x<<100)), uint64(x>>100))
		for _, n := range []uint{0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 255, 256, 1 << 32, 1<<63, 1<<64 - 1} {
			sh = mix(mix(sh, uint64(x<<n)), uint64(x>>n))
			sh = mix(mix(sh, uint64(x<<uint8(n))), uint64(x>>uint16(n)))
			sh = mix(mix(sh, uint64(x<<int64(n>>1))), uint64(x>>(n&63)))
			z := x
			z <<= n
			z |= x
			z >>= uint32(n)
			sh = mix(sh, uint64(z))
		}
	}
	fmt.Printf("int8 shifts %x\n", sh)
	var cv uint64
	for _, x := range values {
		cv = mix(cv, uint64(int8(x)))
		cv = mix(cv, uint64(int16(x)))
		cv = mix(cv, uint64(int32(x)))
		cv = mix(cv, uint64(int64(x)))
		cv = mix(cv, uint64(int(x)))
		cv = mix(cv, uint64(uint8(x)))
		cv = mix(cv, uint64(uint16(x)))
		cv = mix(cv, uint64(uint32(x)))
		cv = mix(cv, uint64(uint64(x)))
		cv = mix(cv, uint64(uint(x)))
		cv = mix(cv, uint64(uintptr(x)))
		cv = mix(mix(cv, uint64(int64(float64(x)/3))), uint64(int64(float32(x)/5)))
	}
	fmt.Printf("int8 conversions %x\n", cv)
	n := 0
	for i := int8(124); i > 0; i++ {
		n++
	}
	for i := int8(-125); i < -123; i-- {
		n += 100
	}
	for i := int8(125); i <= 126; i++ {
		n += 10000
	}
	for i := range int8(5) {
		n += int(i)
	}
	limit := values[len(values)-1]
	for i := limit - 4; i != limit; i++ {
		n += 1000000
	}
	fmt.Println("int8 loops", n)
}

func opsInt16() {
	values := []int16{-32768, -32767, -16384, -7, -2, -1, 0, 1, 2, 3, 7, 31, 63, 100, 16383, 16384, 32766, 32767}
	var add, sub, mul, div, rem, and, or, xor, clr, cmp, neg, con, asg, cnd uint64
	for _, x := range values {
		neg = mix(mix(mix(neg, uint64(-x)), uint64(^x)), uint64(+x))
		con = mix(mix(mix(mix(con, uint64(x+1)), uint64(x-1)), uint64(x*1)), uint64(1-x))
		con = mix(mix(mix(mix(con, uint64(x&1)), uint64(x|1)), uint64(x^1)), uint64(x&^1))
		con = mix(mix(con, uint64(x/1)), uint64(x%1))
		cnd = mix(cnd, flag(x < 1)+4*flag(x <= 1)+16*flag(x > 1)+64*flag(x >= 1)+256*flag(x == 1)+1024*flag(x != 1))
		if x < 1 { cnd = mix(cnd, 3) }
		if !(x < 1) || no() { cnd = mix(cnd, 5) }
		if x <= 1 { cnd = mix(cnd, 3) }
		if !(x <= 1) || no() { cnd = mix(cnd, 5) }
		if x > 1 { cnd = mix(cnd, 3) }
		if !(x > 1) || no() { cnd = mix(cnd, 5) }
		if x >= 1 { cnd = mix(cnd, 3) }
		if !(x >= 1) || no() { cnd = mix(cnd, 5) }
		if x == 1 { cnd = mix(cnd, 3) }
		if !(x == 1) || no() { cnd = mix(cnd, 5) }
		if x != 1 { cnd = mix(cnd, 3) }
		if !(x != 1) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+(-1))), uint64(x-(-1))), uint64(x*(-1))), uint64((-1)-x))
		con = mix(mix(mix(mix(con, uint64(x&(-1))), uint64(x|(-1))), uint64(x^(-1))), uint64(x&^(-1)))
		con = mix(mix(con, uint64(x/(-1))), uint64(x%(-1)))
		cnd = mix(cnd, flag(x < (-1))+4*flag(x <= (-1))+16*flag(x > (-1))+64*flag(x >= (-1))+256*flag(x == (-1))+1024*flag(x != (-1)))
		if x < (-1) { cnd = mix(cnd, 3) }
		if !(x < (-1)) || no() { cnd = mix(cnd, 5) }
		if x <= (-1) { cnd = mix(cnd, 3) }
		if !(x <= (-1)) || no() { cnd = mix(cnd, 5) }
		if x > (-1) { cnd = mix(cnd, 3) }
		if !(x > (-1)) || no() { cnd = mix(cnd, 5) }
		if x >= (-1) { cnd = mix(cnd, 3) }
		if !(x >= (-1)) || no() { cnd = mix(cnd, 5) }
		if x == (-1) { cnd = mix(cnd, 3) }
		if !(x == (-1)) || no() { cnd = mix(cnd, 5) }
		if x != (-1) { cnd = mix(cnd, 3) }
		if !(x != (-1)) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+2)), uint64(x-2)), uint64(x*2)), uint64(2-x))
		con = mix(mix(mix(mix(con, uint64(x&2)), uint64(x|2)), uint64(x^2)), uint64(x&^2))
		con = mix(mix(con, uint64(x/2)), uint64(x%2))
		cnd = mix(cnd, flag(x < 2)+4*flag(x <= 2)+16*flag(x > 2)+64*flag(x >= 2)+256*flag(x == 2)+1024*flag(x != 2))
		if x < 2 { cnd = mix(cnd, 3) }
		if !(x < 2) || no() { cnd = mix(cnd, 5) }
		if x <= 2 { cnd = mix(cnd, 3) }
		if !(x <= 2) || no() { cnd = mix(cnd, 5) }
		if x > 2 { cnd = mix(cnd, 3) }
		if !(x > 2) || no() { cnd = mix(cnd, 5) }
		if x >= 2 { cnd = mix(cnd, 3) }
		if !(x >= 2) || no() { cnd = mix(cnd, 5) }
		if x == 2 { cnd = mix(cnd, 3) }
		if !(x == 2) || no() { cnd = mix(cnd, 5) }
		if x != 2 { cnd = mix(cnd, 3) }
		if !(x != 2) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+3)), uint64(x-3)), uint64(x*3)), uint64(3-x))
		con = mix(mix(mix(mix(con, uint64(x&3)), uint64(x|3)), uint64(x^3)), uint64(x&^3))
		con = mix(mix(con, uint64(x/3)), uint64(x%3))
		cnd = mix(cnd, flag(x < 3)+4*flag(x <= 3)+16*flag(x > 3)+64*flag(x >= 3)+256*flag(x == 3)+1024*flag(x != 3))
		if x < 3 { cnd = mix(cnd, 3) }
		if !(x < 3) || no() { cnd = mix(cnd, 5) }
		if x <= 3 { cnd = mix(cnd, 3) }
		if !(x <= 3) || no() { cnd = mix(cnd, 5) }
		if x > 3 { cnd = mix(cnd, 3) }
		if !(x > 3) || no() { cnd = mix(cnd, 5) }
		if x >= 3 { cnd = mix(cnd, 3) }
		if !(x >= 3) || no() { cnd = mix(cnd, 5) }
		if x == 3 { cnd = mix(cnd, 3) }
		if !(x == 3) || no() { cnd = mix(cnd, 5) }
		if x != 3 { cnd = mix(cnd, 3) }
		if !(x != 3) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+8)), uint64(x-8)), uint64(x*8)), uint64(8-x))
		con = mix(mix(mix(mix(con, uint64(x&8)), uint64(x|8)), uint64(x^8)), uint64(x&^8))
		con = mix(mix(con, uint64(x/8)), uint64(x%8))
		cnd = mix(cnd, flag(x < 8)+4*flag(x <= 8)+16*flag(x > 8)+64*flag(x >= 8)+256*flag(x == 8)+1024*flag(x != 8))
		if x < 8 { cnd = mix(cnd, 3) }
		if !(x < 8) || no() { cnd = mix(cnd, 5) }
		if x <= 8 { cnd = mix(cnd, 3) }
		if !(x <= 8) || no() { cnd = mix(cnd, 5) }
		if x > 8 { cnd = mix(cnd, 3) }
		if !(x > 8) || no() { cnd = mix(cnd, 5) }
		if x >= 8 { cnd = mix(cnd, 3) }
		if !(x >= 8) || no() { cnd = mix(cnd, 5) }
		if x == 8 { cnd = mix(cnd, 3) }
		if !(x == 8) || no() { cnd = mix(cnd, 5) }
		if x != 8 { cnd = mix(cnd, 3) }
		if !(x != 8) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+10)), uint64(x-10)), uint64(x*10)), uint64(10-x))
		con = mix(mix(mix(mix(con, uint64(x&10)), uint64(x|10)), uint64(x^10)), uint64(x&^10))
		con = mix(mix(con, uint64(x/10)), uint64(x%10))
		cnd = mix(cnd, flag(x < 10)+4*flag(x <= 10)+16*flag(x > 10)+64*flag(x >= 10)+256*flag(x == 10)+1024*flag(x != 10))
		if x < 10 { cnd = mix(cnd, 3) }
		if !(x < 10) || no() { cnd = mix(cnd, 5) }
		if x <= 10 { cnd = mix(cnd, 3) }
		if !(x <= 10) || no() { cnd = mix(cnd, 5) }
		if x > 10 { cnd = mix(cnd, 3) }
		if !(x > 10) || no() { cnd = mix(cnd, 5) }
		if x >= 10 { cnd = mix(cnd, 3) }
		if !(x >= 10) || no() { cnd = mix(cnd, 5) }
		if x == 10 { cnd = mix(cnd, 3) }
		if !(x == 10) || no() { cnd = mix(cnd, 5) }
		if x != 10 { cnd = mix(cnd, 3) }
		if !(x != 10) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+32767)), uint64(x-32767)), uint64(x*32767)), uint64(32767-x))
		con = mix(mix(mix(mix(con, uint64(x&32767)), uint64(x|32767)), uint64(x^32767)), uint64(x&^32767))
		con = mix(mix(con, uint64(x/32767)), uint64(x%32767))
		cnd = mix(cnd, flag(x < 32767)+4*flag(x <= 32767)+16*flag(x > 32767)+64*flag(x >= 32767)+256*flag(x == 32767)+1024*flag(x != 32767))
		if x < 32767 { cnd = mix(cnd, 3) }
		if !(x < 32767) || no() { cnd = mix(cnd, 5) }
		if x <= 32767 { cnd = mix(cnd, 3) }
		if !(x <= 32767) || no() { cnd = mix(cnd, 5) }
		if x > 32767 { cnd = mix(cnd, 3) }
		if !(x > 32767) || no() { cnd = mix(cnd, 5) }
		if x >= 32767 { cnd = mix(cnd, 3) }
		if !(x >= 32767) || no() { cnd = mix(cnd, 5) }
		if x == 32767 { cnd = mix(cnd, 3) }
		if !(x == 32767) || no() { cnd = mix(cnd, 5) }
		if x != 32767 { cnd = mix(cnd, 3) }
		if !(x != 32767) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+(-32768))), uint64(x-(-32768))), uint64(x*(-32768))), uint64((-32768)-x))
		con = mix(mix(mix(mix(con, uint64(x&(-32768))), uint64(x|(-32768))), uint64(x^(-32768))), uint64(x&^(-32768)))
		con = mix(mix(con, uint64(x/(-32768))), uint64(x%(-32768)))
		cnd = mix(cnd, flag(x < (-32768))+4*flag(x <= (-32768))+16*flag(x > (-32768))+64*flag(x >= (-32768))+256*flag(x == (-32768))+1024*flag(x != (-32768)))
		if x < (-32768) { cnd = mix(cnd, 3) }
		if !(x < (-32768)) || no() { cnd = mix(cnd, 5) }
		if x <= (-32768) { cnd = mix(cnd, 3) }
		if !(x <= (-32768)) || no() { cnd = mix(cnd, 5) }
		if x > (-32768) { cnd = mix(cnd, 3) }
		if !(x > (-32768)) || no() { cnd = mix(cnd, 5) }
		if x >= (-32768) { cnd = mix(cnd, 3) }
		if !(x >= (-32768)) || no() { cnd = mix(cnd, 5) }
		if x == (-32768) { cnd = mix(cnd, 3) }
		if !(x == (-32768)) || no() { cnd = mix(cnd, 5) }
		if x != (-32768) { cnd = mix(cnd, 3) }
		if !(x != (-32768)) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+100)), uint64(x-100)), uint64(x*100)), uint64(100-x))
		con = mix(mix(mix(mix(con, uint64(x&100)), uint64(x|100)), uint64(x^100)), uint64(x&^100))
		con = mix(mix(con, uint64(x/100)), uint64(x%100))
		cnd = mix(cnd, flag(x < 100)+4*flag(x <= 100)+16*flag(x > 100)+64*flag(x >= 100)+256*flag(x == 100)+1024*flag(x != 100))
		if x < 100 { cnd = mix(cnd, 3) }
		if !(x < 100) || no() { cnd = mix(cnd, 5) }
		if x <= 100 { cnd = mix(cnd, 3) }
		if !(x <= 100) || no() { cnd = mix(cnd, 5) }
		if x > 100 { cnd = mix(cnd, 3) }
		if !(x > 100) || no() { cnd = mix(cnd, 5) }
		if x >= 100 { cnd = mix(cnd, 3) }
		if !(x >= 100) || no() { cnd = mix(cnd, 5) }
		if x == 100 { cnd = mix(cnd, 3) }
		if !(x == 100) || no() { cnd = mix(cnd, 5) }
		if x != 100 { cnd = mix(cnd, 3) }
		if !(x != 100) || no() { cnd = mix(cnd, 5) }
		for _, y := range values {
			add = mix(add, uint64(x+y))
			sub = mix(sub, uint64(x-y))
			mul = mix(mul, uint64(x*y))
			and = mix(and, uint64(x&y))
			or = mix(or, uint64(x|y))
			xor = mix(xor, uint64(x^y))
			clr = mix(clr, uint64(x&^y))
			if y != 0 {
				div, rem = mix(div, uint64(x/y)), mix(rem, uint64(x%y))
			}
			cmp = mix(cmp, flag(x < y)+4*flag(x <= y)+16*flag(x > y)+64*flag(x >= y)+256*flag(x == y)+1024*flag(x != y))
			if x < y { cmp = mix(cmp, 3) }
			if x < y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x <= y { cmp = mix(cmp, 3) }
			if x <= y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x > y { cmp = mix(cmp, 3) }
			if x > y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x >= y { cmp = mix(cmp, 3) }
			if x >= y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x == y { cmp = mix(cmp, 3) }
			if x == y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x != y { cmp = mix(cmp, 3) }
			if x != y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			z := x
			z += y
			z ^= x
			z -= 3
			z *= y
			z |= 1
			z &^= x
			z++
			z &= ^y
			z--
			asg = mix(asg, uint64(z))
		}
	}
	fmt.Printf("int16 %x %x %x %x %x %x %x %x %x\n", add, sub, mul, div, rem, and, or, xor, clr)
	fmt.Printf("int16 %x %x %x %x %x\n", cmp, neg, con, asg, cnd)
	var sh uint64
	for _, x := range values {
		sh = mix(mix(sh, uint64(x<<0)), uint64(x>>0))
		sh = mix(mix(sh, uint64(x<<1)), uint64(x>>1))
		sh = mix(mix(sh, uint64(x<<7)), uint64(x>>7))
		sh = mix(mix(sh, uint64(x<<8)), uint64(x>>8))
		sh = mix(mix(sh, uint64(x<<15)), uint64(x>>15))
		sh = mix(mix(sh, uint64(x<<16)), uint64(x>>16))
		sh = mix(mix(sh, uint64(x<<31)), uint64(x>>31))
		sh = mix(mix(sh, uint64(x<<32)), uint64(x>>32))
		sh = mix(mix(sh, uint64(x<<33)), uint64(x>>33))
		sh = mix(mix(sh, uint64(x<<63)), uint64(x>>63))
		sh = mix(mix(sh, uint64(x<<64)), uint64(x>>64))
		sh = mix(mix(sh, uint64(x<<65)), uint64(x>>65))
		sh = mix(mix(sh, uint64(x<<100)), uint64(x>>100))
		for _, n := range []uint{0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 255, 256, 1 << 32, 1<<63, 1<<64 - 1} {
			sh = mix(mix(sh, uint64(x<<n)), uint64(x>>n))
			sh = mix(mix(sh, uint64(x<<uint8(n))), uint64(x>>uint16(n)))
			sh = mix(mix(sh, uint64(x<<int64(n>>1))), uint64(x>>(n&63)))
			z := x
			z <<= n
			z |= x
			z >>= uint32(n)
			sh = mix(sh, uint64(z))
		}
	}
	fmt.Printf("int16 shifts %x\n", sh)
	var cv uint64
	for _, x := range values {
		cv = mix(cv, uint64(int8(x)))
		cv = mix(cv, uint64(int16(x)))
		cv = mix(cv, uint64(int32(x)))
		cv = mix(cv, uint64(int64(x)))
		cv = mix(cv, uint64(int(x)))
		cv = mix(cv, uint64(uint8(x)))
		cv = mix(cv, uint64(uint16(x)))
		cv = mix(cv, uint64(uint32(x)))
		cv = mix(cv, uint64(uint64(x)))
		cv = mix(cv, uint64(uint(x)))
		cv = mix(cv, uint64(uintptr(x)))
		cv = mix(mix(cv, uint64(int64(float64(x)/3))), uint64(int64(float32(x)/5)))
	}
	fmt.Printf("int16 conversions %x\n", cv)
	n := 0
	for i := int16(32764); i > 0; i++ {
		n++
	}
	for i := int16(-32765); i < -32763; i-- {
		n += 100
	}
	for i := int16(32765); i <= 32766; i++ {
		n += 10000
	}
	for i := range int16(5) {
		n += int(i)
	}
	limit := values[len(values)-1]
	for i := limit - 4; i != limit; i++ {
		n += 1000000
	}
	fmt.Println("int16 loops", n)
}

func opsInt32() {
	values := []int32{-2147483648, -2147483647, -1073741824, -7, -2, -1, 0, 1, 2, 3, 7, 31, 63, 100, 1073741823, 1073741824, 2147483646, 2147483647}
	var add, sub, mul, div, rem, and, or, xor, clr, cmp, neg, con, asg, cnd uint64
	for _, x := range values {
		neg = mix(mix(mix(neg, uint64(-x)), uint64(^x)), uint64(+x))
		con = mix(mix(mix(mix(con, uint64(x+1)), uint64(x-1)), uint64(x*1)), uint64(1-x))
		con = mix(mix(mix(mix(con, uint64(x&1)), uint64(x|1)), uint64(x^1)), uint64(x&^1))
		con = mix(mix(con, uint64(x/1)), uint64(x%1))
		cnd = mix(cnd, flag(x < 1)+4*flag(x <= 1)+16*flag(x > 1)+64*flag(x >= 1)+256*flag(x == 1)+1024*flag(x != 1))
		if x < 1 { cnd = mix(cnd, 3) }
		if !(x < 1) || no() { cnd = mix(cnd, 5) }
		if x <= 1 { cnd = mix(cnd, 3) }
		if !(x <= 1) || no() { cnd = mix(cnd, 5) }
		if x > 1 { cnd = mix(cnd, 3) }
		if !(x > 1) || no() { cnd = mix(cnd, 5) }
		if x >= 1 { cnd = mix(cnd, 3) }
		if !(x >= 1) || no() { cnd = mix(cnd, 5) }
		if x == 1 { cnd = mix(cnd, 3) }
		if !(x == 1) || no() { cnd = mix(cnd, 5) }
		if x != 1 { cnd = mix(cnd, 3) }
		if !(x != 1) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+(-1))), uint64(x-(-1))), uint64(x*(-1))), uint64((-1)-x))
		con = mix(mix(mix(mix(con, uint64(x&(-1))), uint64(x|(-1))), uint64(x^(-1))), uint64(x&^(-1)))
		con = mix(mix(con, uint64(x/(-1))), uint64(x%(-1)))
		cnd = mix(cnd, flag(x < (-1))+4*flag(x <= (-1))+16*flag(x > (-1))+64*flag(x >= (-1))+256*flag(x == (-1))+1024*flag(x != (-1)))
		if x < (-1) { cnd = mix(cnd, 3) }
		if !(x < (-1)) || no() { cnd = mix(cnd, 5) }
		if x <= (-1) { cnd = mix(cnd, 3) }
		if !(x <= (-1)) || no() { cnd = mix(cnd, 5) }
		if x > (-1) { cnd = mix(cnd, 3) }
		if !(x > (-1)) || no() { cnd = mix(cnd, 5) }
		if x >= (-1) { cnd = mix(cnd, 3) }
		if !(x >= (-1)) || no() { cnd = mix(cnd, 5) }
		if x == (-1) { cnd = mix(cnd, 3) }
		if !(x == (-1)) || no() { cnd = mix(cnd, 5) }
		if x != (-1) { cnd = mix(cnd, 3) }
		if !(x != (-1)) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+2)), uint64(x-2)), uint64(x*2)), uint64(2-x))
		con = mix(mix(mix(mix(con, uint64(x&2)), uint64(x|2)), uint64(x^2)), uint64(x&^2))
		con = mix(mix(con, uint64(x/2)), uint64(x%2))
		cnd = mix(cnd, flag(x < 2)+4*flag(x <= 2)+16*flag(x > 2)+64*flag(x >= 2)+256*flag(x == 2)+1024*flag(x != 2))
		if x < 2 { cnd = mix(cnd, 3) }
		if !(x < 2) || no() { cnd = mix(cnd, 5) }
		if x <= 2 { cnd = mix(cnd, 3) }
		if !(x <= 2) || no() { cnd = mix(cnd, 5) }
		if x > 2 { cnd = mix(cnd, 3) }
		if !(x > 2) || no() { cnd = mix(cnd, 5) }
		if x >= 2 { cnd = mix(cnd, 3) }
		if !(x >= 2) || no() { cnd = mix(cnd, 5) }
		if x == 2 { cnd = mix(cnd, 3) }
		if !(x == 2) || no() { cnd = mix(cnd, 5) }
		if x != 2 { cnd = mix(cnd, 3) }
		if !(x != 2) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+3)), uint64(x-3)), uint64(x*3)), uint64(3-x))
		con = mix(mix(mix(mix(con, uint64(x&3)), uint64(x|3)), uint64(x^3)), uint64(x&^3))
		con = mix(mix(con, uint64(x/3)), uint64(x%3))
		cnd = mix(cnd, flag(x < 3)+4*flag(x <= 3)+16*flag(x > 3)+64*flag(x >= 3)+256*flag(x == 3)+1024*flag(x != 3))
		if x < 3 { cnd = mix(cnd, 3) }
		if !(x < 3) || no() { cnd = mix(cnd, 5) }
		if x <= 3 { cnd = mix(cnd, 3) }
		if !(x <= 3) || no() { cnd = mix(cnd, 5) }
		if x > 3 { cnd = mix(cnd, 3) }
		if !(x > 3) || no() { cnd = mix(cnd, 5) }
		if x >= 3 { cnd = mix(cnd, 3) }
		if !(x >= 3) || no() { cnd = mix(cnd, 5) }
		if x == 3 { cnd = mix(cnd, 3) }
		if !(x == 3) || no() { cnd = mix(cnd, 5) }
		if x != 3 { cnd = mix(cnd, 3) }
		if !(x != 3) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+8)), uint64(x-8)), uint64(x*8)), uint64(8-x))
		con = mix(mix(mix(mix(con, uint64(x&8)), uint64(x|8)), uint64(x^8)), uint64(x&^8))
		con = mix(mix(con, uint64(x/8)), uint64(x%8))
		cnd = mix(cnd, flag(x < 8)+4*flag(x <= 8)+16*flag(x > 8)+64*flag(x >= 8)+256*flag(x == 8)+1024*flag(x != 8))
		if x < 8 { cnd = mix(cnd, 3) }
		if !(x < 8) || no() { cnd = mix(cnd, 5) }
		if x <= 8 { cnd = mix(cnd, 3) }
		if !(x <= 8) || no() { cnd = mix(cnd, 5) }
		if x > 8 { cnd = mix(cnd, 3) }
		if !(x > 8) || no() { cnd = mix(cnd, 5) }
		if x >= 8 { cnd = mix(cnd, 3) }
		if !(x >= 8) || no() { cnd = mix(cnd, 5) }
		if x == 8 { cnd = mix(cnd, 3) }
		if !(x == 8) || no() { cnd = mix(cnd, 5) }
		if x != 8 { cnd = mix(cnd, 3) }
		if !(x != 8) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+10)), uint64(x-10)), uint64(x*10)), uint64(10-x))
		con = mix(mix(mix(mix(con, uint64(x&10)), uint64(x|10)), uint64(x^10)), uint64(x&^10))
		con = mix(mix(con, uint64(x/10)), uint64(x%10))
		cnd = mix(cnd, flag(x < 10)+4*flag(x <= 10)+16*flag(x > 10)+64*flag(x >= 10)+256*flag(x == 10)+1024*flag(x != 10))
		if x < 10 { cnd = mix(cnd, 3) }
		if !(x < 10) || no() { cnd = mix(cnd, 5) }
		if x <= 10 { cnd = mix(cnd, 3) }
		if !(x <= 10) || no() { cnd = mix(cnd, 5) }
		if x > 10 { cnd = mix(cnd, 3) }
		if !(x > 10) || no() { cnd = mix(cnd, 5) }
		if x >= 10 { cnd = mix(cnd, 3) }
		if !(x >= 10) || no() { cnd = mix(cnd, 5) }
		if x == 10 { cnd = mix(cnd, 3) }
		if !(x == 10) || no() { cnd = mix(cnd, 5) }
		if x != 10 { cnd = mix(cnd, 3) }
		if !(x != 10) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+2147483647)), uint64(x-2147483647)), uint64(x*2147483647)), uint64(2147483647-x))
		con = mix(mix(mix(mix(con, uint64(x&2147483647)), uint64(x|2147483647)), uint64(x^2147483647)), uint64(x&^2147483647))
		con = mix(mix(con, uint64(x/2147483647)), uint64(x%2147483647))
		cnd = mix(cnd, flag(x < 2147483647)+4*flag(x <= 2147483647)+16*flag(x > 2147483647)+64*flag(x >= 2147483647)+256*flag(x == 2147483647)+1024*flag(x != 2147483647))
		if x < 2147483647 { cnd = mix(cnd, 3) }
		if !(x < 2147483647) || no() { cnd = mix(cnd, 5) }
		if x <= 2147483647 { cnd = mix(cnd, 3) }
		if !(x <= 2147483647) || no() { cnd = mix(cnd, 5) }
		if x > 2147483647 { cnd = mix(cnd, 3) }
		if !(x > 2147483647) || no() { cnd = mix(cnd, 5) }
		if x >= 2147483647 { cnd = mix(cnd, 3) }
		if !(x >= 2147483647) || no() { cnd = mix(cnd, 5) }
		if x == 2147483647 { cnd = mix(cnd, 3) }
		if !(x == 2147483647) || no() { cnd = mix(cnd, 5) }
		if x != 2147483647 { cnd = mix(cnd, 3) }
		if !(x != 2147483647) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+(-2147483648))), uint64(x-(-2147483648))), uint64(x*(-2147483648))), uint64((-2147483648)-x))
		con = mix(mix(mix(mix(con, uint64(x&(-2147483648))), uint64(x|(-2147483648))), uint64(x^(-2147483648))), uint64(x&^(-2147483648)))
		con = mix(mix(con, uint64(x/(-2147483648))), uint64(x%(-2147483648)))
		cnd = mix(cnd, flag(x < (-2147483648))+4*flag(x <= (-2147483648))+16*flag(x > (-2147483648))+64*flag(x >= (-2147483648))+256*flag(x == (-2147483648))+1024*flag(x != (-2147483648)))
		if x < (-2147483648) { cnd = mix(cnd, 3) }
		if !(x < (-2147483648)) || no() { cnd = mix(cnd, 5) }
		if x <= (-2147483648) { cnd = mix(cnd, 3) }
		if !(x <= (-2147483648)) || no() { cnd = mix(cnd, 5) }
		if x > (-2147483648) { cnd = mix(cnd, 3) }
		if !(x > (-2147483648)) || no() { cnd = mix(cnd, 5) }
		if x >= (-2147483648) { cnd = mix(cnd, 3) }
		if !(x >= (-2147483648)) || no() { cnd = mix(cnd, 5) }
		if x == (-2147483648) { cnd = mix(cnd, 3) }
		if !(x == (-2147483648)) || no() { cnd = mix(cnd, 5) }
		if x != (-2147483648) { cnd = mix(cnd, 3) }
		if !(x != (-2147483648)) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+100)), uint64(x-100)), uint64(x*100)), uint64(100-x))
		con = mix(mix(mix(mix(con, uint64(x&100)), uint64(x|100)), uint64(x^100)), uint64(x&^100))
		con = mix(mix(con, uint64(x/100)), uint64(x%100))
		cnd = mix(cnd, flag(x < 100)+4*flag(x <= 100)+16*flag(x > 100)+64*flag(x >= 100)+256*flag(x == 100)+1024*flag(x != 100))
		if x < 100 { cnd = mix(cnd, 3) }
		if !(x < 100) || no() { cnd = mix(cnd, 5) }
		if x <= 100 { cnd = mix(cnd, 3) }
		if !(x <= 100) || no() { cnd = mix(cnd, 5) }
		if x > 100 { cnd = mix(cnd, 3) }
		if !(x > 100) || no() { cnd = mix(cnd, 5) }
		if x >= 100 { cnd = mix(cnd, 3) }
		if !(x >= 100) || no() { cnd = mix(cnd, 5) }
		if x == 100 { cnd = mix(cnd, 3) }
		if !(x == 100) || no() { cnd = mix(cnd, 5) }
		if x != 100 { cnd = mix(cnd, 3) }
		if !(x != 100) || no() { cnd = mix(cnd, 5) }
		for _, y := range values {
			add = mix(add, uint64(x+y))
			sub = mix(sub, uint64(x-y))
			mul = mix(mul, uint64(x*y))
			and = mix(and, uint64(x&y))
			or = mix(or, uint64(x|y))
			xor = mix(xor, uint64(x^y))
			clr = mix(clr, uint64(x&^y))
			if y != 0 {
				div, rem = mix(div, uint64(x/y)), mix(rem, uint64(x%y))
			}
			cmp = mix(cmp, flag(x < y)+4*flag(x <= y)+16*flag(x > y)+64*flag(x >= y)+256*flag(x == y)+1024*flag(x != y))
			if x < y { cmp = mix(cmp, 3) }
			if x < y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x <= y { cmp = mix(cmp, 3) }
			if x <= y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x > y { cmp = mix(cmp, 3) }
			if x > y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x >= y { cmp = mix(cmp, 3) }
			if x >= y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x == y { cmp = mix(cmp, 3) }
			if x == y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x != y { cmp = mix(cmp, 3) }
			if x != y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			z := x
			z += y
			z ^= x
			z -= 3
			z *= y
			z |= 1
			z &^= x
			z++
			z &= ^y
			z--
			asg = mix(asg, uint64(z))
		}
	}
	fmt.Printf("int32 %x %x %x %x %x %x %x %x %x\n", add, sub, mul, div, rem, and, or, xor, clr)
	fmt.Printf("int32 %x %x %x %x %x\n", cmp, neg, con, asg, cnd)
	var sh uint64
	for _, x := range values {
		sh = mix(mix(sh, uint64(x<<0)), uint64(x>>0))
		sh = mix(mix(sh, uint64(x<<1)), uint64(x>>1))
		sh = mix(mix(sh, uint64(x<<7)), uint64(x>>7))
		sh = mix(mix(sh, uint64(x<<8)), uint64(x>>8))
		sh = mix(mix(sh, uint64(x<<15)), uint64(x>>15))
		sh = mix(mix(sh, uint64(x<<16)), uint64(x>>16))
		sh = mix(mix(sh, uint64(x<<31)), uint64(x>>31))
		sh = mix(mix(sh, uint64(x<<32)), uint64(x>>32))
		sh = mix(mix(sh, uint64(x<<33)), uint64(x>>33))
		sh = mix(mix(sh, uint64(x<<63)), uint64(x>>63))
		sh = mix(mix(sh, uint64(x<<64)), uint64(x>>64))
		sh = mix(mix(sh, uint64(x<<65)), uint64(x>>65))
		sh = mix(mix(sh, uint64(x<<100)), uint64(x>>100))
		for _, n := range []uint{0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 255, 256, 1 << 32, 1<<63, 1<<64 - 1} {
			sh = mix(mix(sh, uint64(x<<n)), uint64(x>>n))
			sh = mix(mix(sh, uint64(x<<uint8(n))), uint64(x>>uint16(n)))
			sh = mix(mix(sh, uint64(x<<int64(n>>1))), uint64(x>>(n&63)))
			z := x
			z <<= n
			z |= x
			z >>= uint32(n)
			sh = mix(sh, uint64(z))
		}
	}
	fmt.Printf("int32 shifts %x\n", sh)
	var cv uint64
	for _, x := range values {
		cv = mix(cv, uint64(int8(x)))
		cv = mix(cv, uint64(int16(x)))
		cv = mix(cv, uint64(int32(x)))
		cv = mix(cv, uint64(int64(x)))
		cv = mix(cv, uint64(int(x)))
		cv = mix(cv, uint64(uint8(x)))
		cv = mix(cv, uint64(uint16(x)))
		cv = mix(cv, uint64(uint32(x)))
		cv = mix(cv, uint64(uint64(x)))
		cv = mix(cv, uint64(uint(x)))
		cv = mix(cv, uint64(uintptr(x)))
		cv = mix(mix(cv, uint64(int64(float64(x)/3))), uint64(int64(float32(x)/5)))
	}
	fmt.Printf("int32 conversions %x\n", cv)
	n := 0
	for i := int32(2147483644); i > 0; i++ {
		n++
	}
	for i := int32(-2147483645); i < -2147483643; i-- {
		n += 100
	}
	for i := int32(2147483645); i <= 2147483646; i++ {
		n += 10000
	}
	for i := range int32(5) {
		n += int(i)
	}
	limit := values[len(values)-1]
	for i := limit - 4; i != limit; i++ {
		n += 1000000
	}
	fmt.Println("int32 loops", n)
}

func opsInt64() {
	values := []int64{-9223372036854775808, -9223372036854775807, -4611686018427387904, -7, -2, -1, 0, 1, 2, 3, 7, 31, 63, 100, 4611686018427387903, 4611686018427387904, 9223372036854775806, 9223372036854775807}
	var add, sub, mul, div, rem, and, or, xor, clr, cmp, neg, con, asg, cnd uint64
	for _, x := range values {
		neg = mix(mix(mix(neg, uint64(-x)), uint64(^x)), uint64(+x))
		con = mix(mix(mix(mix(con, uint64(x+1)), uint64(x-1)), uint64(x*1)), uint64(1-x))
		con = mix(mix(mix(mix(con, uint64(x&1)), uint64(x|1)), uint64(x^1)), uint64(x&^1))
		con = mix(mix(con, uint64(x/1)), uint64(x%1))
		cnd = mix(cnd, flag(x < 1)+4*flag(x <= 1)+16*flag(x > 1)+64*flag(x >= 1)+256*flag(x == 1)+1024*flag(x != 1))
		if x < 1 { cnd = mix(cnd, 3) }
		if !(x < 1) || no() { cnd = mix(cnd, 5) }
		if x <= 1 { cnd = mix(cnd, 3) }
		if !(x <= 1) || no() { cnd = mix(cnd, 5) }
		if x > 1 { cnd = mix(cnd, 3) }
		if !(x > 1) || no() { cnd = mix(cnd, 5) }
		if x >= 1 { cnd = mix(cnd, 3) }
		if !(x >= 1) || no() { cnd = mix(cnd, 5) }
		if x == 1 { cnd = mix(cnd, 3) }
		if !(x == 1) || no() { cnd = mix(cnd, 5) }
		if x != 1 { cnd = mix(cnd, 3) }
		if !(x != 1) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+(-1))), uint64(x-(-1))), uint64(x*(-1))), uint64((-1)-x))
		con = mix(mix(mix(mix(con, uint64(x&(-1))), uint64(x|(-1))), uint64(x^(-1))), uint64(x&^(-1)))
		con = mix(mix(con, uint64(x/(-1))), uint64(x%(-1)))
		cnd = mix(cnd, flag(x < (-1))+4*flag(x <= (-1))+16*flag(x > (-1))+64*flag(x >= (-1))+256*flag(x == (-1))+1024*flag(x != (-1)))
		if x < (-1) { cnd = mix(cnd, 3) }
		if !(x < (-1)) || no() { cnd = mix(cnd, 5) }
		if x <= (-1) { cnd = mix(cnd, 3) }
		if !(x <= (-1)) || no() { cnd = mix(cnd, 5) }
		if x > (-1) { cnd = mix(cnd, 3) }
		if !(x > (-1)) || no() { cnd = mix(cnd, 5) }
		if x >= (-1) { cnd = mix(cnd, 3) }
		if !(x >= (-1)) || no() { cnd = mix(cnd, 5) }
		if x == (-1) { cnd = mix(cnd, 3) }
		if !(x == (-1)) || no() { cnd = mix(cnd, 5) }
		if x != (-1) { cnd = mix(cnd, 3) }
		if !(x != (-1)) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+2)), uint64(x-2)), uint64(x*2)), uint64(2-x))
		con = mix(mix(mix(mix(con, uint64(x&2)), uint64(x|2)), uint64(x^2)), uint64(x&^2))
		con = mix(mix(con, uint64(x/2)), uint64(x%2))
		cnd = mix(cnd, flag(x < 2)+4*flag(x <= 2)+16*flag(x > 2)+64*flag(x >= 2)+256*flag(x == 2)+1024*flag(x != 2))
		if x < 2 { cnd = mix(cnd, 3) }
		if !(x < 2) || no() { cnd = mix(cnd, 5) }
		if x <= 2 { cnd = mix(cnd, 3) }
		if !(x <= 2) || no() { cnd = mix(cnd, 5) }
		if x > 2 { cnd = mix(cnd, 3) }
		if !(x > 2) || no() { cnd = mix(cnd, 5) }
		if x >= 2 { cnd = mix(cnd, 3) }
		if !(x >= 2) || no() { cnd = mix(cnd, 5) }
		if x == 2 { cnd = mix(cnd, 3) }
		if !(x == 2) || no() { cnd = mix(cnd, 5) }
		if x != 2 { cnd = mix(cnd, 3) }
		if !(x != 2) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+3)), uint64(x-3)), uint64(x*3)), uint64(3-x))
		con = mix(mix(mix(mix(con, uint64(x&3)), uint64(x|3)), uint64(x^3)), uint64(x&^3))
		con = mix(mix(con, uint64(x/3)), uint64(x%3))
		cnd = mix(cnd, flag(x < 3)+4*flag(x <= 3)+16*flag(x > 3)+64*flag(x >= 3)+256*flag(x == 3)+1024*flag(x != 3))
		if x < 3 { cnd = mix(cnd, 3) }
		if !(x < 3) || no() { cnd = mix(cnd, 5) }
		if x <= 3 { cnd = mix(cnd, 3) }
		if !(x <= 3) || no() { cnd = mix(cnd, 5) }
		if x > 3 { cnd = mix(cnd, 3) }
		if !(x > 3) || no() { cnd = mix(cnd, 5) }
		if x >= 3 { cnd = mix(cnd, 3) }
		if !(x >= 3) || no() { cnd = mix(cnd, 5) }
		if x == 3 { cnd = mix(cnd, 3) }
		if !(x == 3) || no() { cnd = mix(cnd, 5) }
		if x != 3 { cnd = mix(cnd, 3) }
		if !(x != 3) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+8)), uint64(x-8)), uint64(x*8)), uint64(8-x))
		con = mix(mix(mix(mix(con, uint64(x&8)), uint64(x|8)), uint64(x^8)), uint64(x&^8))
		con = mix(mix(con, uint64(x/8)), uint64(x%8))
		cnd = mix(cnd, flag(x < 8)+4*flag(x <= 8)+16*flag(x > 8)+64*flag(x >= 8)+256*flag(x == 8)+1024*flag(x != 8))
		if x < 8 { cnd = mix(cnd, 3) }
		if !(x < 8) || no() { cnd = mix(cnd, 5) }
		if x <= 8 { cnd = mix(cnd, 3) }
		if !(x <= 8) || no() { cnd = mix(cnd, 5) }
		if x > 8 { cnd = mix(cnd, 3) }
		if !(x > 8) || no() { cnd = mix(cnd, 5) }
		if x >= 8 { cnd = mix(cnd, 3) }
		if !(x >= 8) || no() { cnd = mix(cnd, 5) }
		if x == 8 { cnd = mix(cnd, 3) }
		if !(x == 8) || no() { cnd = mix(cnd, 5) }
		if x != 8 { cnd = mix(cnd, 3) }
		if !(x != 8) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+10)), uint64(x-10)), uint64(x*10)), uint64(10-x))
		con = mix(mix(mix(mix(con, uint64(x&10)), uint64(x|10)), uint64(x^10)), uint64(x&^10))
		con = mix(mix(con, uint64(x/10)), uint64(x%10))
		cnd = mix(cnd, flag(x < 10)+4*flag(x <= 10)+16*flag(x > 10)+64*flag(x >= 10)+256*flag(x == 10)+1024*flag(x != 10))
		if x < 10 { cnd = mix(cnd, 3) }
		if !(x < 10) || no() { cnd = mix(cnd, 5) }
		if x <= 10 { cnd = mix(cnd, 3) }
		if !(x <= 10) || no() { cnd = mix(cnd, 5) }
		if x > 10 { cnd = mix(cnd, 3) }
		if !(x > 10) || no() { cnd = mix(cnd, 5) }
		if x >= 10 { cnd = mix(cnd, 3) }
		if !(x >= 10) || no() { cnd = mix(cnd, 5) }
		if x == 10 { cnd = mix(cnd, 3) }
		if !(x == 10) || no() { cnd = mix(cnd, 5) }
		if x != 10 { cnd = mix(cnd, 3) }
		if !(x != 10) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+9223372036854775807)), uint64(x-9223372036854775807)), uint64(x*9223372036854775807)), uint64(9223372036854775807-x))
		con = mix(mix(mix(mix(con, uint64(x&9223372036854775807)), uint64(x|9223372036854775807)), uint64(x^9223372036854775807)), uint64(x&^9223372036854775807))
		con = mix(mix(con, uint64(x/9223372036854775807)), uint64(x%9223372036854775807))
		cnd = mix(cnd, flag(x < 9223372036854775807)+4*flag(x <= 9223372036854775807)+16*flag(x > 9223372036854775807)+64*flag(x >= 9223372036854775807)+256*flag(x == 9223372036854775807)+1024*flag(x != 9223372036854775807))
		if x < 9223372036854775807 { cnd = mix(cnd, 3) }
		if !(x < 9223372036854775807) || no() { cnd = mix(cnd, 5) }
		if x <= 9223372036854775807 { cnd = mix(cnd, 3) }
		if !(x <= 9223372036854775807) || no() { cnd = mix(cnd, 5) }
		if x > 9223372036854775807 { cnd = mix(cnd, 3) }
		if !(x > 9223372036854775807) || no() { cnd = mix(cnd, 5) }
		if x >= 9223372036854775807 { cnd = mix(cnd, 3) }
		if !(x >= 9223372036854775807) || no() { cnd = mix(cnd, 5) }
		if x == 9223372036854775807 { cnd = mix(cnd, 3) }
		if !(x == 9223372036854775807) || no() { cnd = mix(cnd, 5) }
		if x != 9223372036854775807 { cnd = mix(cnd, 3) }
		if !(x != 9223372036854775807) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+(-9223372036854775808))), uint64(x-(-9223372036854775808))), uint64(x*(-9223372036854775808))), uint64((-9223372036854775808)-x))
		con = mix(mix(mix(mix(con, uint64(x&(-9223372036854775808))), uint64(x|(-9223372036854775808))), uint64(x^(-9223372036854775808))), uint64(x&^(-9223372036854775808)))
		con = mix(mix(con, uint64(x/(-9223372036854775808))), uint64(x%(-9223372036854775808)))
		cnd = mix(cnd, flag(x < (-9223372036854775808))+4*flag(x <= (-9223372036854775808))+16*flag(x > (-9223372036854775808))+64*flag(x >= (-9223372036854775808))+256*flag(x == (-9223372036854775808))+1024*flag(x != (-9223372036854775808)))
		if x < (-9223372036854775808) { cnd = mix(cnd, 3) }
		if !(x < (-9223372036854775808)) || no() { cnd = mix(cnd, 5) }
		if x <= (-9223372036854775808) { cnd = mix(cnd, 3) }
		if !(x <= (-9223372036854775808)) || no() { cnd = mix(cnd, 5) }
		if x > (-9223372036854775808) { cnd = mix(cnd, 3) }
		if !(x > (-9223372036854775808)) || no() { cnd = mix(cnd, 5) }
		if x >= (-9223372036854775808) { cnd = mix(cnd, 3) }
		if !(x >= (-9223372036854775808)) || no() { cnd = mix(cnd, 5) }
		if x == (-9223372036854775808) { cnd = mix(cnd, 3) }
		if !(x == (-9223372036854775808)) || no() { cnd = mix(cnd, 5) }
		if x != (-9223372036854775808) { cnd = mix(cnd, 3) }
		if !(x != (-9223372036854775808)) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+100)), uint64(x-100)), uint64(x*100)), uint64(100-x))
		con = mix(mix(mix(mix(con, uint64(x&100)), uint64(x|100)), uint64(x^100)), uint64(x&^100))
		con = mix(mix(con, uint64(x/100)), uint64(x%100))
		cnd = mix(cnd, flag(x < 100)+4*flag(x <= 100)+16*flag(x > 100)+64*flag(x >= 100)+256*flag(x == 100)+1024*flag(x != 100))
		if x < 100 { cnd = mix(cnd, 3) }
		if !(x < 100) || no() { cnd = mix(cnd, 5) }
		if x <= 100 { cnd = mix(cnd, 3) }
		if !(x <= 100) || no() { cnd = mix(cnd, 5) }
		if x > 100 { cnd = mix(cnd, 3) }
		if !(x > 100) || no() { cnd = mix(cnd, 5) }
		if x >= 100 { cnd = mix(cnd, 3) }
		if !(x >= 100) || no() { cnd = mix(cnd, 5) }
		if x == 100 { cnd = mix(cnd, 3) }
		if !(x == 100) || no() { cnd = mix(cnd, 5) }
		if x != 100 { cnd = mix(cnd, 3) }
		if !(x != 100) || no() { cnd = mix(cnd, 5) }
		for _, y := range values {
			add = mix(add, uint64(x+y))
			sub = mix(sub, uint64(x-y))
			mul = mix(mul, uint64(x*y))
			and = mix(and, uint64(x&y))
			or = mix(or, uint64(x|y))
			xor = mix(xor, uint64(x^y))
			clr = mix(clr, uint64(x&^y))
			if y != 0 {
				div, rem = mix(div, uint64(x/y)), mix(rem, uint64(x%y))
			}
			cmp = mix(cmp, flag(x < y)+4*flag(x <= y)+16*flag(x > y)+64*flag(x >= y)+256*flag(x == y)+1024*flag(x != y))
			if x < y { cmp = mix(cmp, 3) }
			if x < y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x <= y { cmp = mix(cmp, 3) }
			if x <= y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x > y { cmp = mix(cmp, 3) }
			if x > y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x >= y { cmp = mix(cmp, 3) }
			if x >= y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x == y { cmp = mix(cmp, 3) }
			if x == y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x != y { cmp = mix(cmp, 3) }
			if x != y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			z := x
			z += y
			z ^= x
			z -= 3
			z *= y
			z |= 1
			z &^= x
			z++
			z &= ^y
			z--
			asg = mix(asg, uint64(z))
		}
	}
	fmt.Printf("int64 %x %x %x %x %x %x %x %x %x\n", add, sub, mul, div, rem, and, or, xor, clr)
	fmt.Printf("int64 %x %x %x %x %x\n", cmp, neg, con, asg, cnd)
	var sh uint64
	for _, x := range values {
		sh = mix(mix(sh, uint64(x<<0)), uint64(x>>0))
		sh = mix(mix(sh, uint64(x<<1)), uint64(x>>1))
		sh = mix(mix(sh, uint64(x<<7)), uint64(x>>7))
		sh = mix(mix(sh, uint64(x<<8)), uint64(x>>8))
		sh = mix(mix(sh, uint64(x<<15)), uint64(x>>15))
		sh = mix(mix(sh, uint64(x<<16)), uint64(x>>16))
		sh = mix(mix(sh, uint64(x<<31)), uint64(x>>31))
		sh = mix(mix(sh, uint64(x<<32)), uint64(x>>32))
		sh = mix(mix(sh, uint64(x<<33)), uint64(x>>33))
		sh = mix(mix(sh, uint64(x<<63)), uint64(x>>63))
		sh = mix(mix(sh, uint64(x<<64)), uint64(x>>64))
		sh = mix(mix(sh, uint64(x<<65)), uint64(x>>65))
		sh = mix(mix(sh, uint64(x<<100)), uint64(x>>100))
		for _, n := range []uint{0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 255, 256, 1 << 32, 1<<63, 1<<64 - 1} {
			sh = mix(mix(sh, uint64(x<<n)), uint64(x>>n))
			sh = mix(mix(sh, uint64(x<<uint8(n))), uint64(x>>uint16(n)))
			sh = mix(mix(sh, uint64(x<<int64(n>>1))), uint64(x>>(n&63)))
			z := x
			z <<= n
			z |= x
			z >>= uint32(n)
			sh = mix(sh, uint64(z))
		}
	}
	fmt.Printf("int64 shifts %x\n", sh)
	var cv uint64
	for _, x := range values {
		cv = mix(cv, uint64(int8(x)))
		cv = mix(cv, uint64(int16(x)))
		cv = mix(cv, uint64(int32(x)))
		cv = mix(cv, uint64(int64(x)))
		cv = mix(cv, uint64(int(x)))
		cv = mix(cv, uint64(uint8(x)))
		cv = mix(cv, uint64(uint16(x)))
		cv = mix(cv, uint64(uint32(x)))
		cv = mix(cv, uint64(uint64(x)))
		cv = mix(cv, uint64(uint(x)))
		cv = mix(cv, uint64(uintptr(x)))
		cv = mix(mix(cv, uint64(int64(float64(x)/3))), uint64(int64(float32(x)/5)))
	}
	fmt.Printf("int64 conversions %x\n", cv)
	n := 0
	for i := int64(9223372036854775804); i > 0; i++ {
		n++
	}
	for i := int64(-9223372036854775805); i < -9223372036854775803; i-- {
		n += 100
	}
	for i := int64(9223372036854775805); i <= 9223372036854775806; i++ {
		n += 10000
	}
	for i := range int64(5) {
		n += int(i)
	}
	limit := values[len(values)-1]
	for i := limit - 4; i != limit; i++ {
		n += 1000000
	}
	fmt.Println("int64 loops", n)
}

func opsInt() {
	values := []int{-9223372036854775808, -9223372036854775807, -4611686018427387904, -7, -2, -1, 0, 1, 2, 3, 7, 31, 63, 100, 4611686018427387903, 4611686018427387904, 9223372036854775806, 9223372036854775807}
	var add, sub, mul, div, rem, and, or, xor, clr, cmp, neg, con, asg, cnd uint64
	for _, x := range values {
		neg = mix(mix(mix(neg, uint64(-x)), uint64(^x)), uint64(+x))
		con = mix(mix(mix(mix(con, uint64(x+1)), uint64(x-1)), uint64(x*1)), uint64(1-x))
		con = mix(mix(mix(mix(con, uint64(x&1)), uint64(x|1)), uint64(x^1)), uint64(x&^1))
		con = mix(mix(con, uint64(x/1)), uint64(x%1))
		cnd = mix(cnd, flag(x < 1)+4*flag(x <= 1)+16*flag(x > 1)+64*flag(x >= 1)+256*flag(x == 1)+1024*flag(x != 1))
		if x < 1 { cnd = mix(cnd, 3) }
		if !(x < 1) || no() { cnd = mix(cnd, 5) }
		if x <= 1 { cnd = mix(cnd, 3) }
		if !(x <= 1) || no() { cnd = mix(cnd, 5) }
		if x > 1 { cnd = mix(cnd, 3) }
		if !(x > 1) || no() { cnd = mix(cnd, 5) }
		if x >= 1 { cnd = mix(cnd, 3) }
		if !(x >= 1) || no() { cnd = mix(cnd, 5) }
		if x == 1 { cnd = mix(cnd, 3) }
		if !(x == 1) || no() { cnd = mix(cnd, 5) }
		if x != 1 { cnd = mix(cnd, 3) }
		if !(x != 1) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+(-1))), uint64(x-(-1))), uint64(x*(-1))), uint64((-1)-x))
		con = mix(mix(mix(mix(con, uint64(x&(-1))), uint64(x|(-1))), uint64(x^(-1))), uint64(x&^(-1)))
		con = mix(mix(con, uint64(x/(-1))), uint64(x%(-1)))
		cnd = mix(cnd, flag(x < (-1))+4*flag(x <= (-1))+16*flag(x > (-1))+64*flag(x >= (-1))+256*flag(x == (-1))+1024*flag(x != (-1)))
		if x < (-1) { cnd = mix(cnd, 3) }
		if !(x < (-1)) || no() { cnd = mix(cnd, 5) }
		if x <= (-1) { cnd = mix(cnd, 3) }
		if !(x <= (-1)) || no() { cnd = mix(cnd, 5) }
		if x > (-1) { cnd = mix(cnd, 3) }
		if !(x > (-1)) || no() { cnd = mix(cnd, 5) }
		if x >= (-1) { cnd = mix(cnd, 3) }
		if !(x >= (-1)) || no() { cnd = mix(cnd, 5) }
		if x == (-1) { cnd = mix(cnd, 3) }
		if !(x == (-1)) || no() { cnd = mix(cnd, 5) }
		if x != (-1) { cnd = mix(cnd, 3) }
		if !(x != (-1)) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+2)), uint64(x-2)), uint64(x*2)), uint64(2-x))
		con = mix(mix(mix(mix(con, uint64(x&2)), uint64(x|2)), uint64(x^2)), uint64(x&^2))
		con = mix(mix(con, uint64(x/2)), uint64(x%2))
		cnd = mix(cnd, flag(x < 2)+4*flag(x <= 2)+16*flag(x > 2)+64*flag(x >= 2)+256*flag(x == 2)+1024*flag(x != 2))
		if x < 2 { cnd = mix(cnd, 3) }
		if !(x < 2) || no() { cnd = mix(cnd, 5) }
		if x <= 2 { cnd = mix(cnd, 3) }
		if !(x <= 2) || no() { cnd = mix(cnd, 5) }
		if x > 2 { cnd = mix(cnd, 3) }
		if !(x > 2) || no() { cnd = mix(cnd, 5) }
		if x >= 2 { cnd = mix(cnd, 3) }
		if !(x >= 2) || no() { cnd = mix(cnd, 5) }
		if x == 2 { cnd = mix(cnd, 3) }
		if !(x == 2) || no() { cnd = mix(cnd, 5) }
		if x != 2 { cnd = mix(cnd, 3) }
		if !(x != 2) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+3)), uint64(x-3)), uint64(x*3)), uint64(3-x))
		con = mix(mix(mix(mix(con, uint64(x&3)), uint64(x|3)), uint64(x^3)), uint64(x&^3))
		con = mix(mix(con, uint64(x/3)), uint64(x%3))
		cnd = mix(cnd, flag(x < 3)+4*flag(x <= 3)+16*flag(x > 3)+64*flag(x >= 3)+256*flag(x == 3)+1024*flag(x != 3))
		if x < 3 { cnd = mix(cnd, 3) }
		if !(x < 3) || no() { cnd = mix(cnd, 5) }
		if x <= 3 { cnd = mix(cnd, 3) }
		if !(x <= 3) || no() { cnd = mix(cnd, 5) }
		if x > 3 { cnd = mix(cnd, 3) }
		if !(x > 3) || no() { cnd = mix(cnd, 5) }
		if x >= 3 { cnd = mix(cnd, 3) }
		if !(x >= 3) || no() { cnd = mix(cnd, 5) }
		if x == 3 { cnd = mix(cnd, 3) }
		if !(x == 3) || no() { cnd = mix(cnd, 5) }
		if x != 3 { cnd = mix(cnd, 3) }
		if !(x != 3) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+8)), uint64(x-8)), uint64(x*8)), uint64(8-x))
		con = mix(mix(mix(mix(con, uint64(x&8)), uint64(x|8)), uint64(x^8)), uint64(x&^8))
		con = mix(mix(con, uint64(x/8)), uint64(x%8))
		cnd = mix(cnd, flag(x < 8)+4*flag(x <= 8)+16*flag(x > 8)+64*flag(x >= 8)+256*flag(x == 8)+1024*flag(x != 8))
		if x < 8 { cnd = mix(cnd, 3) }
		if !(x < 8) || no() { cnd = mix(cnd, 5) }
		if x <= 8 { cnd = mix(cnd, 3) }
		if !(x <= 8) || no() { cnd = mix(cnd, 5) }
		if x > 8 { cnd = mix(cnd, 3) }
		if !(x > 8) || no() { cnd = mix(cnd, 5) }
		if x >= 8 { cnd = mix(cnd, 3) }
		if !(x >= 8) || no() { cnd = mix(cnd, 5) }
		if x == 8 { cnd = mix(cnd, 3) }
		if !(x == 8) || no() { cnd = mix(cnd, 5) }
		if x != 8 { cnd = mix(cnd, 3) }
		if !(x != 8) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+10)), uint64(x-10)), uint64(x*10)), uint64(10-x))
		con = mix(mix(mix(mix(con, uint64(x&10)), uint64(x|10)), uint64(x^10)), uint64(x&^10))
		con = mix(mix(con, uint64(x/10)), uint64(x%10))
		cnd = mix(cnd, flag(x < 10)+4*flag(x <= 10)+16*flag(x > 10)+64*flag(x >= 10)+256*flag(x == 10)+1024*flag(x != 10))
		if x < 10 { cnd = mix(cnd, 3) }
		if !(x < 10) || no() { cnd = mix(cnd, 5) }
		if x <= 10 { cnd = mix(cnd, 3) }
		if !(x <= 10) || no() { cnd = mix(cnd, 5) }
		if x > 10 { cnd = mix(cnd, 3) }
		if !(x > 10) || no() { cnd = mix(cnd, 5) }
		if x >= 10 { cnd = mix(cnd, 3) }
		if !(x >= 10) || no() { cnd = mix(cnd, 5) }
		if x == 10 { cnd = mix(cnd, 3) }
		if !(x == 10) || no() { cnd = mix(cnd, 5) }
		if x != 10 { cnd = mix(cnd, 3) }
		if !(x != 10) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+9223372036854775807)), uint64(x-9223372036854775807)), uint64(x*9223372036854775807)), uint64(9223372036854775807-x))
		con = mix(mix(mix(mix(con, uint64(x&9223372036854775807)), uint64(x|9223372036854775807)), uint64(x^9223372036854775807)), uint64(x&^9223372036854775807))
		con = mix(mix(con, uint64(x/9223372036854775807)), uint64(x%9223372036854775807))
		cnd = mix(cnd, flag(x < 9223372036854775807)+4*flag(x <= 9223372036854775807)+16*flag(x > 9223372036854775807)+64*flag(x >= 9223372036854775807)+256*flag(x == 9223372036854775807)+1024*flag(x != 9223372036854775807))
		if x < 9223372036854775807 { cnd = mix(cnd, 3) }
		if !(x < 9223372036854775807) || no() { cnd = mix(cnd, 5) }
		if x <= 9223372036854775807 { cnd = mix(cnd, 3) }
		if !(x <= 9223372036854775807) || no() { cnd = mix(cnd, 5) }
		if x > 9223372036854775807 { cnd = mix(cnd, 3) }
		if !(x > 9223372036854775807) || no() { cnd = mix(cnd, 5) }
		if x >= 9223372036854775807 { cnd = mix(cnd, 3) }
		if !(x >= 9223372036854775807) || no() { cnd = mix(cnd, 5) }
		if x == 9223372036854775807 { cnd = mix(cnd, 3) }
		if !(x == 9223372036854775807) || no() { cnd = mix(cnd, 5) }
		if x != 9223372036854775807 { cnd = mix(cnd, 3) }
		if !(x != 9223372036854775807) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+(-9223372036854775808))), uint64(x-(-9223372036854775808))), uint64(x*(-9223372036854775808))), uint64((-9223372036854775808)-x))
		con = mix(mix(mix(mix(con, uint64(x&(-9223372036854775808))), uint64(x|(-9223372036854775808))), uint64(x^(-9223372036854775808))), uint64(x&^(-9223372036854775808)))
		con = mix(mix(con, uint64(x/(-9223372036854775808))), uint64(x%(-9223372036854775808)))
		cnd = mix(cnd, flag(x < (-9223372036854775808))+4*flag(x <= (-9223372036854775808))+16*flag(x > (-9223372036854775808))+64*flag(x >= (-9223372036854775808))+256*flag(x == (-9223372036854775808))+1024*flag(x != (-9223372036854775808)))
		if x < (-9223372036854775808) { cnd = mix(cnd, 3) }
		if !(x < (-9223372036854775808)) || no() { cnd = mix(cnd, 5) }
		if x <= (-9223372036854775808) { cnd = mix(cnd, 3) }
		if !(x <= (-9223372036854775808)) || no() { cnd = mix(cnd, 5) }
		if x > (-9223372036854775808) { cnd = mix(cnd, 3) }
		if !(x > (-9223372036854775808)) || no() { cnd = mix(cnd, 5) }
		if x >= (-9223372036854775808) { cnd = mix(cnd, 3) }
		if !(x >= (-9223372036854775808)) || no() { cnd = mix(cnd, 5) }
		if x == (-9223372036854775808) { cnd = mix(cnd, 3) }
		if !(x == (-9223372036854775808)) || no() { cnd = mix(cnd, 5) }
		if x != (-9223372036854775808) { cnd = mix(cnd, 3) }
		if !(x != (-9223372036854775808)) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+100)), uint64(x-100)), uint64(x*100)), uint64(100-x))
		con = mix(mix(mix(mix(con, uint64(x&100)), uint64(x|100)), uint64(x^100)), uint64(x&^100))
		con = mix(mix(con, uint64(x/100)), uint64(x%100))
		cnd = mix(cnd, flag(x < 100)+4*flag(x <= 100)+16*flag(x > 100)+64*flag(x >= 100)+256*flag(x == 100)+1024*flag(x != 100))
		if x < 100 { cnd = mix(cnd, 3) }
		if !(x < 100) || no() { cnd = mix(cnd, 5) }
		if x <= 100 { cnd = mix(cnd, 3) }
		if !(x <= 100) || no() { cnd = mix(cnd, 5) }
		if x > 100 { cnd = mix(cnd, 3) }
		if !(x > 100) || no() { cnd = mix(cnd, 5) }
		if x >= 100 { cnd = mix(cnd, 3) }
		if !(x >= 100) || no() { cnd = mix(cnd, 5) }
		if x == 100 { cnd = mix(cnd, 3) }
		if !(x == 100) || no() { cnd = mix(cnd, 5) }
		if x != 100 { cnd = mix(cnd, 3) }
		if !(x != 100) || no() { cnd = mix(cnd, 5) }
		for _, y := range values {
			add = mix(add, uint64(x+y))
			sub = mix(sub, uint64(x-y))
			mul = mix(mul, uint64(x*y))
			and = mix(and, uint64(x&y))
			or = mix(or, uint64(x|y))
			xor = mix(xor, uint64(x^y))
			clr = mix(clr, uint64(x&^y))
			if y != 0 {
				div, rem = mix(div, uint64(x/y)), mix(rem, uint64(x%y))
			}
			cmp = mix(cmp, flag(x < y)+4*flag(x <= y)+16*flag(x > y)+64*flag(x >= y)+256*flag(x == y)+1024*flag(x != y))
			if x < y { cmp = mix(cmp, 3) }
			if x < y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x <= y { cmp = mix(cmp, 3) }
			if x <= y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x > y { cmp = mix(cmp, 3) }
			if x > y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x >= y { cmp = mix(cmp, 3) }
			if x >= y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x == y { cmp = mix(cmp, 3) }
			if x == y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x != y { cmp = mix(cmp, 3) }
			if x != y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			z := x
			z += y
			z ^= x
			z -= 3
			z *= y
			z |= 1
			z &^= x
			z++
			z &= ^y
			z--
			asg = mix(asg, uint64(z))
		}
	}
	fmt.Printf("int %x %x %x %x %x %x %x %x %x\n", add, sub, mul, div, rem, and, or, xor, clr)
	fmt.Printf("int %x %x %x %x %x\n", cmp, neg, con, asg, cnd)
	var sh uint64
	for _, x := range values {
		sh = mix(mix(sh, uint64(x<<0)), uint64(x>>0))
		sh = mix(mix(sh, uint64(x<<1)), uint64(x>>1))
		sh = mix(mix(sh, uint64(x<<7)), uint64(x>>7))
		sh = mix(mix(sh, uint64(x<<8)), uint64(x>>8))
		sh = mix(mix(sh, uint64(x<<15)), uint64(x>>15))
		sh = mix(mix(sh, uint64(x<<16)), uint64(x>>16))
		sh = mix(mix(sh, uint64(x<<31)), uint64(x>>31))
		sh = mix(mix(sh, uint64(x<<32)), uint64(x>>32))
		sh = mix(mix(sh, uint64(x<<33)), uint64(x>>33))
		sh = mix(mix(sh, uint64(x<<63)), uint64(x>>63))
		sh = mix(mix(sh, uint64(x<<64)), uint64(x>>64))
		sh = mix(mix(sh, uint64(x<<65)), uint64(x>>65))
		sh = mix(mix(sh, uint64(x<<100)), uint64(x>>100))
		for _, n := range []uint{0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 255, 256, 1 << 32, 1<<63, 1<<64 - 1} {
			sh = mix(mix(sh, uint64(x<<n)), uint64(x>>n))
			sh = mix(mix(sh, uint64(x<<uint8(n))), uint64(x>>uint16(n)))
			sh = mix(mix(sh, uint64(x<<int64(n>>1))), uint64(x>>(n&63)))
			z := x
			z <<= n
			z |= x
			z >>= uint32(n)
			sh = mix(sh, uint64(z))
		}
	}
	fmt.Printf("int shifts %x\n", sh)
	var cv uint64
	for _, x := range values {
		cv = mix(cv, uint64(int8(x)))
		cv = mix(cv, uint64(int16(x)))
		cv = mix(cv, uint64(int32(x)))
		cv = mix(cv, uint64(int64(x)))
		cv = mix(cv, uint64(int(x)))
		cv = mix(cv, uint64(uint8(x)))
		cv = mix(cv, uint64(uint16(x)))
		cv = mix(cv, uint64(uint32(x)))
		cv = mix(cv, uint64(uint64(x)))
		cv = mix(cv, uint64(uint(x)))
		cv = mix(cv, uint64(uintptr(x)))
		cv = mix(mix(cv, uint64(int64(float64(x)/3))), uint64(int64(float32(x)/5)))
	}
	fmt.Printf("int conversions %x\n", cv)
	n := 0
	for i := int(9223372036854775804); i > 0; i++ {
		n++
	}
	for i := int(-9223372036854775805); i < -9223372036854775803; i-- {
		n += 100
	}
	for i := int(9223372036854775805); i <= 9223372036854775806; i++ {
		n += 10000
	}
	for i := range int(5) {
		n += int(i)
	}
	limit := values[len(values)-1]
	for i := limit - 4; i != limit; i++ {
		n += 1000000
	}
	fmt.Println("int loops", n)
}

func opsUint8() {
	values := []uint8{0, 1, 2, 3, 7, 31, 63, 100, 127, 128, 254, 255}
	var add, sub, mul, div, rem, and, or, xor, clr, cmp, neg, con, asg, cnd uint64
	for _, x := range values {
		neg = mix(mix(mix(neg, uint64(-x)), uint64(^x)), uint64(+x))
		con = mix(mix(mix(mix(con, uint64(x+1)), uint64(x-1)), uint64(x*1)), uint64(1-x))
		con = mix(mix(mix(mix(con, uint64(x&1)), uint64(x|1)), uint64(x^1)), uint64(x&^1))
		con = mix(mix(con, uint64(x/1)), uint64(x%1))
		cnd = mix(cnd, flag(x < 1)+4*flag(x <= 1)+16*flag(x > 1)+64*flag(x >= 1)+256*flag(x == 1)+1024*flag(x != 1))
		if x < 1 { cnd = mix(cnd, 3) }
		if !(x < 1) || no() { cnd = mix(cnd, 5) }
		if x <= 1 { cnd = mix(cnd, 3) }
		if !(x <= 1) || no() { cnd = mix(cnd, 5) }
		if x > 1 { cnd = mix(cnd, 3) }
		if !(x > 1) || no() { cnd = mix(cnd, 5) }
		if x >= 1 { cnd = mix(cnd, 3) }
		if !(x >= 1) || no() { cnd = mix(cnd, 5) }
		if x == 1 { cnd = mix(cnd, 3) }
		if !(x == 1) || no() { cnd = mix(cnd, 5) }
		if x != 1 { cnd = mix(cnd, 3) }
		if !(x != 1) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+2)), uint64(x-2)), uint64(x*2)), uint64(2-x))
		con = mix(mix(mix(mix(con, uint64(x&2)), uint64(x|2)), uint64(x^2)), uint64(x&^2))
		con = mix(mix(con, uint64(x/2)), uint64(x%2))
		cnd = mix(cnd, flag(x < 2)+4*flag(x <= 2)+16*flag(x > 2)+64*flag(x >= 2)+256*flag(x == 2)+1024*flag(x != 2))
		if x < 2 { cnd = mix(cnd, 3) }
		if !(x < 2) || no() { cnd = mix(cnd, 5) }
		if x <= 2 { cnd = mix(cnd, 3) }
		if !(x <= 2) || no() { cnd = mix(cnd, 5) }
		if x > 2 { cnd = mix(cnd, 3) }
		if !(x > 2) || no() { cnd = mix(cnd, 5) }
		if x >= 2 { cnd = mix(cnd, 3) }
		if !(x >= 2) || no() { cnd = mix(cnd, 5) }
		if x == 2 { cnd = mix(cnd, 3) }
		if !(x == 2) || no() { cnd = mix(cnd, 5) }
		if x != 2 { cnd = mix(cnd, 3) }
		if !(x != 2) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+3)), uint64(x-3)), uint64(x*3)), uint64(3-x))
		con = mix(mix(mix(mix(con, uint64(x&3)), uint64(x|3)), uint64(x^3)), uint64(x&^3))
		con = mix(mix(con, uint64(x/3)), uint64(x%3))
		cnd = mix(cnd, flag(x < 3)+4*flag(x <= 3)+16*flag(x > 3)+64*flag(x >= 3)+256*flag(x == 3)+1024*flag(x != 3))
		if x < 3 { cnd = mix(cnd, 3) }
		if !(x < 3) || no() { cnd = mix(cnd, 5) }
		if x <= 3 { cnd = mix(cnd, 3) }
		if !(x <= 3) || no() { cnd = mix(cnd, 5) }
		if x > 3 { cnd = mix(cnd, 3) }
		if !(x > 3) || no() { cnd = mix(cnd, 5) }
		if x >= 3 { cnd = mix(cnd, 3) }
		if !(x >= 3) || no() { cnd = mix(cnd, 5) }
		if x == 3 { cnd = mix(cnd, 3) }
		if !(x == 3) || no() { cnd = mix(cnd, 5) }
		if x != 3 { cnd = mix(cnd, 3) }
		if !(x != 3) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+8)), uint64(x-8)), uint64(x*8)), uint64(8-x))
		con = mix(mix(mix(mix(con, uint64(x&8)), uint64(x|8)), uint64(x^8)), uint64(x&^8))
		con = mix(mix(con, uint64(x/8)), uint64(x%8))
		cnd = mix(cnd, flag(x < 8)+4*flag(x <= 8)+16*flag(x > 8)+64*flag(x >= 8)+256*flag(x == 8)+1024*flag(x != 8))
		if x < 8 { cnd = mix(cnd, 3) }
		if !(x < 8) || no() { cnd = mix(cnd, 5) }
		if x <= 8 { cnd = mix(cnd, 3) }
		if !(x <= 8) || no() { cnd = mix(cnd, 5) }
		if x > 8 { cnd = mix(cnd, 3) }
		if !(x > 8) || no() { cnd = mix(cnd, 5) }
		if x >= 8 { cnd = mix(cnd, 3) }
		if !(x >= 8) || no() { cnd = mix(cnd, 5) }
		if x == 8 { cnd = mix(cnd, 3) }
		if !(x == 8) || no() { cnd = mix(cnd, 5) }
		if x != 8 { cnd = mix(cnd, 3) }
		if !(x != 8) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+10)), uint64(x-10)), uint64(x*10)), uint64(10-x))
		con = mix(mix(mix(mix(con, uint64(x&10)), uint64(x|10)), uint64(x^10)), uint64(x&^10))
		con = mix(mix(con, uint64(x/10)), uint64(x%10))
		cnd = mix(cnd, flag(x < 10)+4*flag(x <= 10)+16*flag(x > 10)+64*flag(x >= 10)+256*flag(x == 10)+1024*flag(x != 10))
		if x < 10 { cnd = mix(cnd, 3) }
		if !(x < 10) || no() { cnd = mix(cnd, 5) }
		if x <= 10 { cnd = mix(cnd, 3) }
		if !(x <= 10) || no() { cnd = mix(cnd, 5) }
		if x > 10 { cnd = mix(cnd, 3) }
		if !(x > 10) || no() { cnd = mix(cnd, 5) }
		if x >= 10 { cnd = mix(cnd, 3) }
		if !(x >= 10) || no() { cnd = mix(cnd, 5) }
		if x == 10 { cnd = mix(cnd, 3) }
		if !(x == 10) || no() { cnd = mix(cnd, 5) }
		if x != 10 { cnd = mix(cnd, 3) }
		if !(x != 10) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+255)), uint64(x-255)), uint64(x*255)), uint64(255-x))
		con = mix(mix(mix(mix(con, uint64(x&255)), uint64(x|255)), uint64(x^255)), uint64(x&^255))
		con = mix(mix(con, uint64(x/255)), uint64(x%255))
		cnd = mix(cnd, flag(x < 255)+4*flag(x <= 255)+16*flag(x > 255)+64*flag(x >= 255)+256*flag(x == 255)+1024*flag(x != 255))
		if x < 255 { cnd = mix(cnd, 3) }
		if !(x < 255) || no() { cnd = mix(cnd, 5) }
		if x <= 255 { cnd = mix(cnd, 3) }
		if !(x <= 255) || no() { cnd = mix(cnd, 5) }
		if x > 255 { cnd = mix(cnd, 3) }
		if !(x > 255) || no() { cnd = mix(cnd, 5) }
		if x >= 255 { cnd = mix(cnd, 3) }
		if !(x >= 255) || no() { cnd = mix(cnd, 5) }
		if x == 255 { cnd = mix(cnd, 3) }
		if !(x == 255) || no() { cnd = mix(cnd, 5) }
		if x != 255 { cnd = mix(cnd, 3) }
		if !(x != 255) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+0)), uint64(x-0)), uint64(x*0)), uint64(0-x))
		con = mix(mix(mix(mix(con, uint64(x&0)), uint64(x|0)), uint64(x^0)), uint64(x&^0))
		cnd = mix(cnd, flag(x < 0)+4*flag(x <= 0)+16*flag(x > 0)+64*flag(x >= 0)+256*flag(x == 0)+1024*flag(x != 0))
		if x < 0 { cnd = mix(cnd, 3) }
		if !(x < 0) || no() { cnd = mix(cnd, 5) }
		if x <= 0 { cnd = mix(cnd, 3) }
		if !(x <= 0) || no() { cnd = mix(cnd, 5) }
		if x > 0 { cnd = mix(cnd, 3) }
		if !(x > 0) || no() { cnd = mix(cnd, 5) }
		if x >= 0 { cnd = mix(cnd, 3) }
		if !(x >= 0) || no() { cnd = mix(cnd, 5) }
		if x == 0 { cnd = mix(cnd, 3) }
		if !(x == 0) || no() { cnd = mix(cnd, 5) }
		if x != 0 { cnd = mix(cnd, 3) }
		if !(x != 0) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+100)), uint64(x-100)), uint64(x*100)), uint64(100-x))
		con = mix(mix(mix(mix(con, uint64(x&100)), uint64(x|100)), uint64(x^100)), uint64(x&^100))
		con = mix(mix(con, uint64(x/100)), uint64(x%100))
		cnd = mix(cnd, flag(x < 100)+4*flag(x <= 100)+16*flag(x > 100)+64*flag(x >= 100)+256*flag(x == 100)+1024*flag(x != 100))
		if x < 100 { cnd = mix(cnd, 3) }
		if !(x < 100) || no() { cnd = mix(cnd, 5) }
		if x <= 100 { cnd = mix(cnd, 3) }
		if !(x <= 100) || no() { cnd = mix(cnd, 5) }
		if x > 100 { cnd = mix(cnd, 3) }
		if !(x > 100) || no() { cnd = mix(cnd, 5) }
		if x >= 100 { cnd = mix(cnd, 3) }
		if !(x >= 100) || no() { cnd = mix(cnd, 5) }
		if x == 100 { cnd = mix(cnd, 3) }
		if !(x == 100) || no() { cnd = mix(cnd, 5) }
		if x != 100 { cnd = mix(cnd, 3) }
		if !(x != 100) || no() { cnd = mix(cnd, 5) }
		for _, y := range values {
			add = mix(add, uint64(x+y))
			sub = mix(sub, uint64(x-y))
			mul = mix(mul, uint64(x*y))
			and = mix(and, uint64(x&y))
			or = mix(or, uint64(x|y))
			xor = mix(xor, uint64(x^y))
			clr = mix(clr, uint64(x&^y))
			if y != 0 {
				div, rem = mix(div, uint64(x/y)), mix(rem, uint64(x%y))
			}
			cmp = mix(cmp, flag(x < y)+4*flag(x <= y)+16*flag(x > y)+64*flag(x >= y)+256*flag(x == y)+1024*flag(x != y))
			if x < y { cmp = mix(cmp, 3) }
			if x < y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x <= y { cmp = mix(cmp, 3) }
			if x <= y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x > y { cmp = mix(cmp, 3) }
			if x > y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x >= y { cmp = mix(cmp, 3) }
			if x >= y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x == y { cmp = mix(cmp, 3) }
			if x == y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x != y { cmp = mix(cmp, 3) }
			if x != y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			z := x
			z += y
			z ^= x
			z -= 3
			z *= y
			z |= 1
			z &^= x
			z++
			z &= ^y
			z--
			asg = mix(asg, uint64(z))
		}
	}
	fmt.Printf("uint8 %x %x %x %x %x %x %x %x %x\n", add, sub, mul, div, rem, and, or, xor, clr)
	fmt.Printf("uint8 %x %x %x %x %x\n", cmp, neg, con, asg, cnd)
	var sh uint64
	for _, x := range values {
		sh = mix(mix(sh, uint64(x<<0)), uint64(x>>0))
		sh = mix(mix(sh, uint64(x<<1)), uint64(x>>1))
		sh = mix(mix(sh, uint64(x<<7)), uint64(x>>7))
		sh = mix(mix(sh, uint64(x<<8)), uint64(x>>8))
		sh = mix(mix(sh, uint64(x<<15)), uint64(x>>15))
		sh = mix(mix(sh, uint64(x<<16)), uint64(x>>16))
		sh = mix(mix(sh, uint64(x<<31)), uint64(x>>31))
		sh = mix(mix(sh, uint64(x<<32)), uint64(x>>32))
		sh = mix(mix(sh, uint64(x<<33)), uint64(x>>33))
		sh = mix(mix(sh, uint64(x<<63)), uint64(x>>63))
		sh = mix(mix(sh, uint64(x<<64)), uint64(x>>64))
		sh = mix(mix(sh, uint64(x<<65)), uint64(x>>65))
		sh = mix(mix(sh, uint64(x<<100)), uint64(x>>100))
		for _, n := range []uint{0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 255, 256, 1 << 32, 1<<63, 1<<64 - 1} {
			sh = mix(mix(sh, uint64(x<<n)), uint64(x>>n))
			sh = mix(mix(sh, uint64(x<<uint8(n))), uint64(x>>uint16(n)))
			sh = mix(mix(sh, uint64(x<<int64(n>>1))), uint64(x>>(n&63)))
			z := x
			z <<= n
			z |= x
			z >>= uint32(n)
			sh = mix(sh, uint64(z))
		}
	}
	fmt.Printf("uint8 shifts %x\n", sh)
	var cv uint64
	for _, x := range values {
		cv = mix(cv, uint64(int8(x)))
		cv = mix(cv, uint64(int16(x)))
		cv = mix(cv, uint64(int32(x)))
		cv = mix(cv, uint64(int64(x)))
		cv = mix(cv, uint64(int(x)))
		cv = mix(cv, uint64(uint8(x)))
		cv = mix(cv, uint64(uint16(x)))
		cv = mix(cv, uint64(uint32(x)))
		cv = mix(cv, uint64(uint64(x)))
		cv = mix(cv, uint64(uint(x)))
		cv = mix(cv, uint64(uintptr(x)))
		cv = mix(mix(cv, uint64(int64(float64(x)/3))), uint64(int64(float32(x)/5)))
	}
	fmt.Printf("uint8 conversions %x\n", cv)
	n := 0
	for i := uint8(252); i > 3; i++ {
		n++
	}
	for i := uint8(3); i < 5; i-- {
		n += 100
	}
	for i := uint8(253); i <= 254; i++ {
		n += 10000
	}
	for i := range uint8(5) {
		n += int(i)
	}
	limit := values[len(values)-1]
	for i := limit - 4; i != limit; i++ {
		n += 1000000
	}
	fmt.Println("uint8 loops", n)
}

func opsUint16() {
	values := []uint16{0, 1, 2, 3, 7, 31, 63, 100, 32767, 32768, 65534, 65535}
	var add, sub, mul, div, rem, and, or, xor, clr, cmp, neg, con, asg, cnd uint64
	for _, x := range values {
		neg = mix(mix(mix(neg, uint64(-x)), uint64(^x)), uint64(+x))
		con = mix(mix(mix(mix(con, uint64(x+1)), uint64(x-1)), uint64(x*1)), uint64(1-x))
		con = mix(mix(mix(mix(con, uint64(x&1)), uint64(x|1)), uint64(x^1)), uint64(x&^1))
		con = mix(mix(con, uint64(x/1)), uint64(x%1))
		cnd = mix(cnd, flag(x < 1)+4*flag(x <= 1)+16*flag(x > 1)+64*flag(x >= 1)+256*flag(x == 1)+1024*flag(x != 1))
		if x < 1 { cnd = mix(cnd, 3) }
		if !(x < 1) || no() { cnd = mix(cnd, 5) }
		if x <= 1 { cnd = mix(cnd, 3) }
		if !(x <= 1) || no() { cnd = mix(cnd, 5) }
		if x > 1 { cnd = mix(cnd, 3) }
		if !(x > 1) || no() { cnd = mix(cnd, 5) }
		if x >= 1 { cnd = mix(cnd, 3) }
		if !(x >= 1) || no() { cnd = mix(cnd, 5) }
		if x == 1 { cnd = mix(cnd, 3) }
		if !(x == 1) || no() { cnd = mix(cnd, 5) }
		if x != 1 { cnd = mix(cnd, 3) }
		if !(x != 1) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+2)), uint64(x-2)), uint64(x*2)), uint64(2-x))
		con = mix(mix(mix(mix(con, uint64(x&2)), uint64(x|2)), uint64(x^2)), uint64(x&^2))
		con = mix(mix(con, uint64(x/2)), uint64(x%2))
		cnd = mix(cnd, flag(x < 2)+4*flag(x <= 2)+16*flag(x > 2)+64*flag(x >= 2)+256*flag(x == 2)+1024*flag(x != 2))
		if x < 2 { cnd = mix(cnd, 3) }
		if !(x < 2) || no() { cnd = mix(cnd, 5) }
		if x <= 2 { cnd = mix(cnd, 3) }
		if !(x <= 2) || no() { cnd = mix(cnd, 5) }
		if x > 2 { cnd = mix(cnd, 3) }
		if !(x > 2) || no() { cnd = mix(cnd, 5) }
		if x >= 2 { cnd = mix(cnd, 3) }
		if !(x >= 2) || no() { cnd = mix(cnd, 5) }
		if x == 2 { cnd = mix(cnd, 3) }
		if !(x == 2) || no() { cnd = mix(cnd, 5) }
		if x != 2 { cnd = mix(cnd, 3) }
		if !(x != 2) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+3)), uint64(x-3)), uint64(x*3)), uint64(3-x))
		con = mix(mix(mix(mix(con, uint64(x&3)), uint64(x|3)), uint64(x^3)), uint64(x&^3))
		con = mix(mix(con, uint64(x/3)), uint64(x%3))
		cnd = mix(cnd, flag(x < 3)+4*flag(x <= 3)+16*flag(x > 3)+64*flag(x >= 3)+256*flag(x == 3)+1024*flag(x != 3))
		if x < 3 { cnd = mix(cnd, 3) }
		if !(x < 3) || no() { cnd = mix(cnd, 5) }
		if x <= 3 { cnd = mix(cnd, 3) }
		if !(x <= 3) || no() { cnd = mix(cnd, 5) }
		if x > 3 { cnd = mix(cnd, 3) }
		if !(x > 3) || no() { cnd = mix(cnd, 5) }
		if x >= 3 { cnd = mix(cnd, 3) }
		if !(x >= 3) || no() { cnd = mix(cnd, 5) }
		if x == 3 { cnd = mix(cnd, 3) }
		if !(x == 3) || no() { cnd = mix(cnd, 5) }
		if x != 3 { cnd = mix(cnd, 3) }
		if !(x != 3) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+8)), uint64(x-8)), uint64(x*8)), uint64(8-x))
		con = mix(mix(mix(mix(con, uint64(x&8)), uint64(x|8)), uint64(x^8)), uint64(x&^8))
		con = mix(mix(con, uint64(x/8)), uint64(x%8))
		cnd = mix(cnd, flag(x < 8)+4*flag(x <= 8)+16*flag(x > 8)+64*flag(x >= 8)+256*flag(x == 8)+1024*flag(x != 8))
		if x < 8 { cnd = mix(cnd, 3) }
		if !(x < 8) || no() { cnd = mix(cnd, 5) }
		if x <= 8 { cnd = mix(cnd, 3) }
		if !(x <= 8) || no() { cnd = mix(cnd, 5) }
		if x > 8 { cnd = mix(cnd, 3) }
		if !(x > 8) || no() { cnd = mix(cnd, 5) }
		if x >= 8 { cnd = mix(cnd, 3) }
		if !(x >= 8) || no() { cnd = mix(cnd, 5) }
		if x == 8 { cnd = mix(cnd, 3) }
		if !(x == 8) || no() { cnd = mix(cnd, 5) }
		if x != 8 { cnd = mix(cnd, 3) }
		if !(x != 8) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+10)), uint64(x-10)), uint64(x*10)), uint64(10-x))
		con = mix(mix(mix(mix(con, uint64(x&10)), uint64(x|10)), uint64(x^10)), uint64(x&^10))
		con = mix(mix(con, uint64(x/10)), uint64(x%10))
		cnd = mix(cnd, flag(x < 10)+4*flag(x <= 10)+16*flag(x > 10)+64*flag(x >= 10)+256*flag(x == 10)+1024*flag(x != 10))
		if x < 10 { cnd = mix(cnd, 3) }
		if !(x < 10) || no() { cnd = mix(cnd, 5) }
		if x <= 10 { cnd = mix(cnd, 3) }
		if !(x <= 10) || no() { cnd = mix(cnd, 5) }
		if x > 10 { cnd = mix(cnd, 3) }
		if !(x > 10) || no() { cnd = mix(cnd, 5) }
		if x >= 10 { cnd = mix(cnd, 3) }
		if !(x >= 10) || no() { cnd = mix(cnd, 5) }
		if x == 10 { cnd = mix(cnd, 3) }
		if !(x == 10) || no() { cnd = mix(cnd, 5) }
		if x != 10 { cnd = mix(cnd, 3) }
		if !(x != 10) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+65535)), uint64(x-65535)), uint64(x*65535)), uint64(65535-x))
		con = mix(mix(mix(mix(con, uint64(x&65535)), uint64(x|65535)), uint64(x^65535)), uint64(x&^65535))
		con = mix(mix(con, uint64(x/65535)), uint64(x%65535))
		cnd = mix(cnd, flag(x < 65535)+4*flag(x <= 65535)+16*flag(x > 65535)+64*flag(x >= 65535)+256*flag(x == 65535)+1024*flag(x != 65535))
		if x < 65535 { cnd = mix(cnd, 3) }
		if !(x < 65535) || no() { cnd = mix(cnd, 5) }
		if x <= 65535 { cnd = mix(cnd, 3) }
		if !(x <= 65535) || no() { cnd = mix(cnd, 5) }
		if x > 65535 { cnd = mix(cnd, 3) }
		if !(x > 65535) || no() { cnd = mix(cnd, 5) }
		if x >= 65535 { cnd = mix(cnd, 3) }
		if !(x >= 65535) || no() { cnd = mix(cnd, 5) }
		if x == 65535 { cnd = mix(cnd, 3) }
		if !(x == 65535) || no() { cnd = mix(cnd, 5) }
		if x != 65535 { cnd = mix(cnd, 3) }
		if !(x != 65535) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+0)), uint64(x-0)), uint64(x*0)), uint64(0-x))
		con = mix(mix(mix(mix(con, uint64(x&0)), uint64(x|0)), uint64(x^0)), uint64(x&^0))
		cnd = mix(cnd, flag(x < 0)+4*flag(x <= 0)+16*flag(x > 0)+64*flag(x >= 0)+256*flag(x == 0)+1024*flag(x != 0))
		if x < 0 { cnd = mix(cnd, 3) }
		if !(x < 0) || no() { cnd = mix(cnd, 5) }
		if x <= 0 { cnd = mix(cnd, 3) }
		if !(x <= 0) || no() { cnd = mix(cnd, 5) }
		if x > 0 { cnd = mix(cnd, 3) }
		if !(x > 0) || no() { cnd = mix(cnd, 5) }
		if x >= 0 { cnd = mix(cnd, 3) }
		if !(x >= 0) || no() { cnd = mix(cnd, 5) }
		if x == 0 { cnd = mix(cnd, 3) }
		if !(x == 0) || no() { cnd = mix(cnd, 5) }
		if x != 0 { cnd = mix(cnd, 3) }
		if !(x != 0) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+100)), uint64(x-100)), uint64(x*100)), uint64(100-x))
		con = mix(mix(mix(mix(con, uint64(x&100)), uint64(x|100)), uint64(x^100)), uint64(x&^100))
		con = mix(mix(con, uint64(x/100)), uint64(x%100))
		cnd = mix(cnd, flag(x < 100)+4*flag(x <= 100)+16*flag(x > 100)+64*flag(x >= 100)+256*flag(x == 100)+1024*flag(x != 100))
		if x < 100 { cnd = mix(cnd, 3) }
		if !(x < 100) || no() { cnd = mix(cnd, 5) }
		if x <= 100 { cnd = mix(cnd, 3) }
		if !(x <= 100) || no() { cnd = mix(cnd, 5) }
		if x > 100 { cnd = mix(cnd, 3) }
		if !(x > 100) || no() { cnd = mix(cnd, 5) }
		if x >= 100 { cnd = mix(cnd, 3) }
		if !(x >= 100) || no() { cnd = mix(cnd, 5) }
		if x == 100 { cnd = mix(cnd, 3) }
		if !(x == 100) || no() { cnd = mix(cnd, 5) }
		if x != 100 { cnd = mix(cnd, 3) }
		if !(x != 100) || no() { cnd = mix(cnd, 5) }
		for _, y := range values {
			add = mix(add, uint64(x+y))
			sub = mix(sub, uint64(x-y))
			mul = mix(mul, uint64(x*y))
			and = mix(and, uint64(x&y))
			or = mix(or, uint64(x|y))
			xor = mix(xor, uint64(x^y))
			clr = mix(clr, uint64(x&^y))
			if y != 0 {
				div, rem = mix(div, uint64(x/y)), mix(rem, uint64(x%y))
			}
			cmp = mix(cmp, flag(x < y)+4*flag(x <= y)+16*flag(x > y)+64*flag(x >= y)+256*flag(x == y)+1024*flag(x != y))
			if x < y { cmp = mix(cmp, 3) }
			if x < y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x <= y { cmp = mix(cmp, 3) }
			if x <= y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x > y { cmp = mix(cmp, 3) }
			if x > y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x >= y { cmp = mix(cmp, 3) }
			if x >= y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x == y { cmp = mix(cmp, 3) }
			if x == y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x != y { cmp = mix(cmp, 3) }
			if x != y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			z := x
			z += y
			z ^= x
			z -= 3
			z *= y
			z |= 1
			z &^= x
			z++
			z &= ^y
			z--
			asg = mix(asg, uint64(z))
		}
	}
	fmt.Printf("uint16 %x %x %x %x %x %x %x %x %x\n", add, sub, mul, div, rem, and, or, xor, clr)
	fmt.Printf("uint16 %x %x %x %x %x\n", cmp, neg, con, asg, cnd)
	var sh uint64
	for _, x := range values {
		sh = mix(mix(sh, uint64(x<<0)), uint64(x>>0))
		sh = mix(mix(sh, uint64(x<<1)), uint64(x>>1))
		sh = mix(mix(sh, uint64(x<<7)), uint64(x>>7))
		sh = mix(mix(sh, uint64(x<<8)), uint64(x>>8))
		sh = mix(mix(sh, uint64(x<<15)), uint64(x>>15))
		sh = mix(mix(sh, uint64(x<<16)), uint64(x>>16))
		sh = mix(mix(sh, uint64(x<<31)), uint64(x>>31))
		sh = mix(mix(sh, uint64(x<<32)), uint64(x>>32))
		sh = mix(mix(sh, uint64(x<<33)), uint64(x>>33))
		sh = mix(mix(sh, uint64(x<<63)), uint64(x>>63))
		sh = mix(mix(sh, uint64(x<<64)), uint64(x>>64))
		sh = mix(mix(sh, uint64(x<<65)), uint64(x>>65))
		sh = mix(mix(sh, uint64(x<<100)), uint64(x>>100))
		for _, n := range []uint{0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 255, 256, 1 << 32, 1<<63, 1<<64 - 1} {
			sh = mix(mix(sh, uint64(x<<n)), uint64(x>>n))
			sh = mix(mix(sh, uint64(x<<uint8(n))), uint64(x>>uint16(n)))
			sh = mix(mix(sh, uint64(x<<int64(n>>1))), uint64(x>>(n&63)))
			z := x
			z <<= n
			z |= x
			z >>= uint32(n)
			sh = mix(sh, uint64(z))
		}
	}
	fmt.Printf("uint16 shifts %x\n", sh)
	var cv uint64
	for _, x := range values {
		cv = mix(cv, uint64(int8(x)))
		cv = mix(cv, uint64(int16(x)))
		cv = mix(cv, uint64(int32(x)))
		cv = mix(cv, uint64(int64(x)))
		cv = mix(cv, uint64(int(x)))
		cv = mix(cv, uint64(uint8(x)))
		cv = mix(cv, uint64(uint16(x)))
		cv = mix(cv, uint64(uint32(x)))
		cv = mix(cv, uint64(uint64(x)))
		cv = mix(cv, uint64(uint(x)))
		cv = mix(cv, uint64(uintptr(x)))
		cv = mix(mix(cv, uint64(int64(float64(x)/3))), uint64(int64(float32(x)/5)))
	}
	fmt.Printf("uint16 conversions %x\n", cv)
	n := 0
	for i := uint16(65532); i > 3; i++ {
		n++
	}
	for i := uint16(3); i < 5; i-- {
		n += 100
	}
	for i := uint16(65533); i <= 65534; i++ {
		n += 10000
	}
	for i := range uint16(5) {
		n += int(i)
	}
	limit := values[len(values)-1]
	for i := limit - 4; i != limit; i++ {
		n += 1000000
	}
	fmt.Println("uint16 loops", n)
}

func opsUint32() {
	values := []uint32{0, 1, 2, 3, 7, 31, 63, 100, 2147483647, 2147483648, 4294967294, 4294967295}
	var add, sub, mul, div, rem, and, or, xor, clr, cmp, neg, con, asg, cnd uint64
	for _, x := range values {
		neg = mix(mix(mix(neg, uint64(-x)), uint64(^x)), uint64(+x))
		con = mix(mix(mix(mix(con, uint64(x+1)), uint64(x-1)), uint64(x*1)), uint64(1-x))
		con = mix(mix(mix(mix(con, uint64(x&1)), uint64(x|1)), uint64(x^1)), uint64(x&^1))
		con = mix(mix(con, uint64(x/1)), uint64(x%1))
		cnd = mix(cnd, flag(x < 1)+4*flag(x <= 1)+16*flag(x > 1)+64*flag(x >= 1)+256*flag(x == 1)+1024*flag(x != 1))
		if x < 1 { cnd = mix(cnd, 3) }
		if !(x < 1) || no() { cnd = mix(cnd, 5) }
		if x <= 1 { cnd = mix(cnd, 3) }
		if !(x <= 1) || no() { cnd = mix(cnd, 5) }
		if x > 1 { cnd = mix(cnd, 3) }
		if !(x > 1) || no() { cnd = mix(cnd, 5) }
		if x >= 1 { cnd = mix(cnd, 3) }
		if !(x >= 1) || no() { cnd = mix(cnd, 5) }
		if x == 1 { cnd = mix(cnd, 3) }
		if !(x == 1) || no() { cnd = mix(cnd, 5) }
		if x != 1 { cnd = mix(cnd, 3) }
		if !(x != 1) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+2)), uint64(x-2)), uint64(x*2)), uint64(2-x))
		con = mix(mix(mix(mix(con, uint64(x&2)), uint64(x|2)), uint64(x^2)), uint64(x&^2))
		con = mix(mix(con, uint64(x/2)), uint64(x%2))
		cnd = mix(cnd, flag(x < 2)+4*flag(x <= 2)+16*flag(x > 2)+64*flag(x >= 2)+256*flag(x == 2)+1024*flag(x != 2))
		if x < 2 { cnd = mix(cnd, 3) }
		if !(x < 2) || no() { cnd = mix(cnd, 5) }
		if x <= 2 { cnd = mix(cnd, 3) }
		if !(x <= 2) || no() { cnd = mix(cnd, 5) }
		if x > 2 { cnd = mix(cnd, 3) }
		if !(x > 2) || no() { cnd = mix(cnd, 5) }
		if x >= 2 { cnd = mix(cnd, 3) }
		if !(x >= 2) || no() { cnd = mix(cnd, 5) }
		if x == 2 { cnd = mix(cnd, 3) }
		if !(x == 2) || no() { cnd = mix(cnd, 5) }
		if x != 2 { cnd = mix(cnd, 3) }
		if !(x != 2) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+3)), uint64(x-3)), uint64(x*3)), uint64(3-x))
		con = mix(mix(mix(mix(con, uint64(x&3)), uint64(x|3)), uint64(x^3)), uint64(x&^3))
		con = mix(mix(con, uint64(x/3)), uint64(x%3))
		cnd = mix(cnd, flag(x < 3)+4*flag(x <= 3)+16*flag(x > 3)+64*flag(x >= 3)+256*flag(x == 3)+1024*flag(x != 3))
		if x < 3 { cnd = mix(cnd, 3) }
		if !(x < 3) || no() { cnd = mix(cnd, 5) }
		if x <= 3 { cnd = mix(cnd, 3) }
		if !(x <= 3) || no() { cnd = mix(cnd, 5) }
		if x > 3 { cnd = mix(cnd, 3) }
		if !(x > 3) || no() { cnd = mix(cnd, 5) }
		if x >= 3 { cnd = mix(cnd, 3) }
		if !(x >= 3) || no() { cnd = mix(cnd, 5) }
		if x == 3 { cnd = mix(cnd, 3) }
		if !(x == 3) || no() { cnd = mix(cnd, 5) }
		if x != 3 { cnd = mix(cnd, 3) }
		if !(x != 3) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+8)), uint64(x-8)), uint64(x*8)), uint64(8-x))
		con = mix(mix(mix(mix(con, uint64(x&8)), uint64(x|8)), uint64(x^8)), uint64(x&^8))
		con = mix(mix(con, uint64(x/8)), uint64(x%8))
		cnd = mix(cnd, flag(x < 8)+4*flag(x <= 8)+16*flag(x > 8)+64*flag(x >= 8)+256*flag(x == 8)+1024*flag(x != 8))
		if x < 8 { cnd = mix(cnd, 3) }
		if !(x < 8) || no() { cnd = mix(cnd, 5) }
		if x <= 8 { cnd = mix(cnd, 3) }
		if !(x <= 8) || no() { cnd = mix(cnd, 5) }
		if x > 8 { cnd = mix(cnd, 3) }
		if !(x > 8) || no() { cnd = mix(cnd, 5) }
		if x >= 8 { cnd = mix(cnd, 3) }
		if !(x >= 8) || no() { cnd = mix(cnd, 5) }
		if x == 8 { cnd = mix(cnd, 3) }
		if !(x == 8) || no() { cnd = mix(cnd, 5) }
		if x != 8 { cnd = mix(cnd, 3) }
		if !(x != 8) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+10)), uint64(x-10)), uint64(x*10)), uint64(10-x))
		con = mix(mix(mix(mix(con, uint64(x&10)), uint64(x|10)), uint64(x^10)), uint64(x&^10))
		con = mix(mix(con, uint64(x/10)), uint64(x%10))
		cnd = mix(cnd, flag(x < 10)+4*flag(x <= 10)+16*flag(x > 10)+64*flag(x >= 10)+256*flag(x == 10)+1024*flag(x != 10))
		if x < 10 { cnd = mix(cnd, 3) }
		if !(x < 10) || no() { cnd = mix(cnd, 5) }
		if x <= 10 { cnd = mix(cnd, 3) }
		if !(x <= 10) || no() { cnd = mix(cnd, 5) }
		if x > 10 { cnd = mix(cnd, 3) }
		if !(x > 10) || no() { cnd = mix(cnd, 5) }
		if x >= 10 { cnd = mix(cnd, 3) }
		if !(x >= 10) || no() { cnd = mix(cnd, 5) }
		if x == 10 { cnd = mix(cnd, 3) }
		if !(x == 10) || no() { cnd = mix(cnd, 5) }
		if x != 10 { cnd = mix(cnd, 3) }
		if !(x != 10) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+4294967295)), uint64(x-4294967295)), uint64(x*4294967295)), uint64(4294967295-x))
		con = mix(mix(mix(mix(con, uint64(x&4294967295)), uint64(x|4294967295)), uint64(x^4294967295)), uint64(x&^4294967295))
		con = mix(mix(con, uint64(x/4294967295)), uint64(x%4294967295))
		cnd = mix(cnd, flag(x < 4294967295)+4*flag(x <= 4294967295)+16*flag(x > 4294967295)+64*flag(x >= 4294967295)+256*flag(x == 4294967295)+1024*flag(x != 4294967295))
		if x < 4294967295 { cnd = mix(cnd, 3) }
		if !(x < 4294967295) || no() { cnd = mix(cnd, 5) }
		if x <= 4294967295 { cnd = mix(cnd, 3) }
		if !(x <= 4294967295) || no() { cnd = mix(cnd, 5) }
		if x > 4294967295 { cnd = mix(cnd, 3) }
		if !(x > 4294967295) || no() { cnd = mix(cnd, 5) }
		if x >= 4294967295 { cnd = mix(cnd, 3) }
		if !(x >= 4294967295) || no() { cnd = mix(cnd, 5) }
		if x == 4294967295 { cnd = mix(cnd, 3) }
		if !(x == 4294967295) || no() { cnd = mix(cnd, 5) }
		if x != 4294967295 { cnd = mix(cnd, 3) }
		if !(x != 4294967295) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+0)), uint64(x-0)), uint64(x*0)), uint64(0-x))
		con = mix(mix(mix(mix(con, uint64(x&0)), uint64(x|0)), uint64(x^0)), uint64(x&^0))
		cnd = mix(cnd, flag(x < 0)+4*flag(x <= 0)+16*flag(x > 0)+64*flag(x >= 0)+256*flag(x == 0)+1024*flag(x != 0))
		if x < 0 { cnd = mix(cnd, 3) }
		if !(x < 0) || no() { cnd = mix(cnd, 5) }
		if x <= 0 { cnd = mix(cnd, 3) }
		if !(x <= 0) || no() { cnd = mix(cnd, 5) }
		if x > 0 { cnd = mix(cnd, 3) }
		if !(x > 0) || no() { cnd = mix(cnd, 5) }
		if x >= 0 { cnd = mix(cnd, 3) }
		if !(x >= 0) || no() { cnd = mix(cnd, 5) }
		if x == 0 { cnd = mix(cnd, 3) }
		if !(x == 0) || no() { cnd = mix(cnd, 5) }
		if x != 0 { cnd = mix(cnd, 3) }
		if !(x != 0) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+100)), uint64(x-100)), uint64(x*100)), uint64(100-x))
		con = mix(mix(mix(mix(con, uint64(x&100)), uint64(x|100)), uint64(x^100)), uint64(x&^100))
		con = mix(mix(con, uint64(x/100)), uint64(x%100))
		cnd = mix(cnd, flag(x < 100)+4*flag(x <= 100)+16*flag(x > 100)+64*flag(x >= 100)+256*flag(x == 100)+1024*flag(x != 100))
		if x < 100 { cnd = mix(cnd, 3) }
		if !(x < 100) || no() { cnd = mix(cnd, 5) }
		if x <= 100 { cnd = mix(cnd, 3) }
		if !(x <= 100) || no() { cnd = mix(cnd, 5) }
		if x > 100 { cnd = mix(cnd, 3) }
		if !(x > 100) || no() { cnd = mix(cnd, 5) }
		if x >= 100 { cnd = mix(cnd, 3) }
		if !(x >= 100) || no() { cnd = mix(cnd, 5) }
		if x == 100 { cnd = mix(cnd, 3) }
		if !(x == 100) || no() { cnd = mix(cnd, 5) }
		if x != 100 { cnd = mix(cnd, 3) }
		if !(x != 100) || no() { cnd = mix(cnd, 5) }
		for _, y := range values {
			add = mix(add, uint64(x+y))
			sub = mix(sub, uint64(x-y))
			mul = mix(mul, uint64(x*y))
			and = mix(and, uint64(x&y))
			or = mix(or, uint64(x|y))
			xor = mix(xor, uint64(x^y))
			clr = mix(clr, uint64(x&^y))
			if y != 0 {
				div, rem = mix(div, uint64(x/y)), mix(rem, uint64(x%y))
			}
			cmp = mix(cmp, flag(x < y)+4*flag(x <= y)+16*flag(x > y)+64*flag(x >= y)+256*flag(x == y)+1024*flag(x != y))
			if x < y { cmp = mix(cmp, 3) }
			if x < y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x <= y { cmp = mix(cmp, 3) }
			if x <= y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x > y { cmp = mix(cmp, 3) }
			if x > y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x >= y { cmp = mix(cmp, 3) }
			if x >= y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x == y { cmp = mix(cmp, 3) }
			if x == y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x != y { cmp = mix(cmp, 3) }
			if x != y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			z := x
			z += y
			z ^= x
			z -= 3
			z *= y
			z |= 1
			z &^= x
			z++
			z &= ^y
			z--
			asg = mix(asg, uint64(z))
		}
	}
	fmt.Printf("uint32 %x %x %x %x %x %x %x %x %x\n", add, sub, mul, div, rem, and, or, xor, clr)
	fmt.Printf("uint32 %x %x %x %x %x\n", cmp, neg, con, asg, cnd)
	var sh uint64
	for _, x := range values {
		sh = mix(mix(sh, uint64(x<<0)), uint64(x>>0))
		sh = mix(mix(sh, uint64(x<<1)), uint64(x>>1))
		sh = mix(mix(sh, uint64(x<<7)), uint64(x>>7))
		sh = mix(mix(sh, uint64(x<<8)), uint64(x>>8))
		sh = mix(mix(sh, uint64(x<<15)), uint64(x>>15))
		sh = mix(mix(sh, uint64(x<<16)), uint64(x>>16))
		sh = mix(mix(sh, uint64(x<<31)), uint64(x>>31))
		sh = mix(mix(sh, uint64(x<<32)), uint64(x>>32))
		sh = mix(mix(sh, uint64(x<<33)), uint64(x>>33))
		sh = mix(mix(sh, uint64(x<<63)), uint64(x>>63))
		sh = mix(mix(sh, uint64(x<<64)), uint64(x>>64))
		sh = mix(mix(sh, uint64(x<<65)), uint64(x>>65))
		sh = mix(mix(sh, uint64(x<<100)), uint64(x>>100))
		for _, n := range []uint{0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 255, 256, 1 << 32, 1<<63, 1<<64 - 1} {
			sh = mix(mix(sh, uint64(x<<n)), uint64(x>>n))
			sh = mix(mix(sh, uint64(x<<uint8(n))), uint64(x>>uint16(n)))
			sh = mix(mix(sh, uint64(x<<int64(n>>1))), uint64(x>>(n&63)))
			z := x
			z <<= n
			z |= x
			z >>= uint32(n)
			sh = mix(sh, uint64(z))
		}
	}
	fmt.Printf("uint32 shifts %x\n", sh)
	var cv uint64
	for _, x := range values {
		cv = mix(cv, uint64(int8(x)))
		cv = mix(cv, uint64(int16(x)))
		cv = mix(cv, uint64(int32(x)))
		cv = mix(cv, uint64(int64(x)))
		cv = mix(cv, uint64(int(x)))
		cv = mix(cv, uint64(uint8(x)))
		cv = mix(cv, uint64(uint16(x)))
		cv = mix(cv, uint64(uint32(x)))
		cv = mix(cv, uint64(uint64(x)))
		cv = mix(cv, uint64(uint(x)))
		cv = mix(cv, uint64(uintptr(x)))
		cv = mix(mix(cv, uint64(int64(float64(x)/3))), uint64(int64(float32(x)/5)))
	}
	fmt.Printf("uint32 conversions %x\n", cv)
	n := 0
	for i := uint32(4294967292); i > 3; i++ {
		n++
	}
	for i := uint32(3); i < 5; i-- {
		n += 100
	}
	for i := uint32(4294967293); i <= 4294967294; i++ {
		n += 10000
	}
	for i := range uint32(5) {
		n += int(i)
	}
	limit := values[len(values)-1]
	for i := limit - 4; i != limit; i++ {
		n += 1000000
	}
	fmt.Println("uint32 loops", n)
}

func opsUint64() {
	values := []uint64{0, 1, 2, 3, 7, 31, 63, 100, 9223372036854775807, 9223372036854775808, 18446744073709551614, 18446744073709551615}
	var add, sub, mul, div, rem, and, or, xor, clr, cmp, neg, con, asg, cnd uint64
	for _, x := range values {
		neg = mix(mix(mix(neg, uint64(-x)), uint64(^x)), uint64(+x))
		con = mix(mix(mix(mix(con, uint64(x+1)), uint64(x-1)), uint64(x*1)), uint64(1-x))
		con = mix(mix(mix(mix(con, uint64(x&1)), uint64(x|1)), uint64(x^1)), uint64(x&^1))
		con = mix(mix(con, uint64(x/1)), uint64(x%1))
		cnd = mix(cnd, flag(x < 1)+4*flag(x <= 1)+16*flag(x > 1)+64*flag(x >= 1)+256*flag(x == 1)+1024*flag(x != 1))
		if x < 1 { cnd = mix(cnd, 3) }
		if !(x < 1) || no() { cnd = mix(cnd, 5) }
		if x <= 1 { cnd = mix(cnd, 3) }
		if !(x <= 1) || no() { cnd = mix(cnd, 5) }
		if x > 1 { cnd = mix(cnd, 3) }
		if !(x > 1) || no() { cnd = mix(cnd, 5) }
		if x >= 1 { cnd = mix(cnd, 3) }
		if !(x >= 1) || no() { cnd = mix(cnd, 5) }
		if x == 1 { cnd = mix(cnd, 3) }
		if !(x == 1) || no() { cnd = mix(cnd, 5) }
		if x != 1 { cnd = mix(cnd, 3) }
		if !(x != 1) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+2)), uint64(x-2)), uint64(x*2)), uint64(2-x))
		con = mix(mix(mix(mix(con, uint64(x&2)), uint64(x|2)), uint64(x^2)), uint64(x&^2))
		con = mix(mix(con, uint64(x/2)), uint64(x%2))
		cnd = mix(cnd, flag(x < 2)+4*flag(x <= 2)+16*flag(x > 2)+64*flag(x >= 2)+256*flag(x == 2)+1024*flag(x != 2))
		if x < 2 { cnd = mix(cnd, 3) }
		if !(x < 2) || no() { cnd = mix(cnd, 5) }
		if x <= 2 { cnd = mix(cnd, 3) }
		if !(x <= 2) || no() { cnd = mix(cnd, 5) }
		if x > 2 { cnd = mix(cnd, 3) }
		if !(x > 2) || no() { cnd = mix(cnd, 5) }
		if x >= 2 { cnd = mix(cnd, 3) }
		if !(x >= 2) || no() { cnd = mix(cnd, 5) }
		if x == 2 { cnd = mix(cnd, 3) }
		if !(x == 2) || no() { cnd = mix(cnd, 5) }
		if x != 2 { cnd = mix(cnd, 3) }
		if !(x != 2) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+3)), uint64(x-3)), uint64(x*3)), uint64(3-x))
		con = mix(mix(mix(mix(con, uint64(x&3)), uint64(x|3)), uint64(x^3)), uint64(x&^3))
		con = mix(mix(con, uint64(x/3)), uint64(x%3))
		cnd = mix(cnd, flag(x < 3)+4*flag(x <= 3)+16*flag(x > 3)+64*flag(x >= 3)+256*flag(x == 3)+1024*flag(x != 3))
		if x < 3 { cnd = mix(cnd, 3) }
		if !(x < 3) || no() { cnd = mix(cnd, 5) }
		if x <= 3 { cnd = mix(cnd, 3) }
		if !(x <= 3) || no() { cnd = mix(cnd, 5) }
		if x > 3 { cnd = mix(cnd, 3) }
		if !(x > 3) || no() { cnd = mix(cnd, 5) }
		if x >= 3 { cnd = mix(cnd, 3) }
		if !(x >= 3) || no() { cnd = mix(cnd, 5) }
		if x == 3 { cnd = mix(cnd, 3) }
		if !(x == 3) || no() { cnd = mix(cnd, 5) }
		if x != 3 { cnd = mix(cnd, 3) }
		if !(x != 3) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+8)), uint64(x-8)), uint64(x*8)), uint64(8-x))
		con = mix(mix(mix(mix(con, uint64(x&8)), uint64(x|8)), uint64(x^8)), uint64(x&^8))
		con = mix(mix(con, uint64(x/8)), uint64(x%8))
		cnd = mix(cnd, flag(x < 8)+4*flag(x <= 8)+16*flag(x > 8)+64*flag(x >= 8)+256*flag(x == 8)+1024*flag(x != 8))
		if x < 8 { cnd = mix(cnd, 3) }
		if !(x < 8) || no() { cnd = mix(cnd, 5) }
		if x <= 8 { cnd = mix(cnd, 3) }
		if !(x <= 8) || no() { cnd = mix(cnd, 5) }
		if x > 8 { cnd = mix(cnd, 3) }
		if !(x > 8) || no() { cnd = mix(cnd, 5) }
		if x >= 8 { cnd = mix(cnd, 3) }
		if !(x >= 8) || no() { cnd = mix(cnd, 5) }
		if x == 8 { cnd = mix(cnd, 3) }
		if !(x == 8) || no() { cnd = mix(cnd, 5) }
		if x != 8 { cnd = mix(cnd, 3) }
		if !(x != 8) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+10)), uint64(x-10)), uint64(x*10)), uint64(10-x))
		con = mix(mix(mix(mix(con, uint64(x&10)), uint64(x|10)), uint64(x^10)), uint64(x&^10))
		con = mix(mix(con, uint64(x/10)), uint64(x%10))
		cnd = mix(cnd, flag(x < 10)+4*flag(x <= 10)+16*flag(x > 10)+64*flag(x >= 10)+256*flag(x == 10)+1024*flag(x != 10))
		if x < 10 { cnd = mix(cnd, 3) }
		if !(x < 10) || no() { cnd = mix(cnd, 5) }
		if x <= 10 { cnd = mix(cnd, 3) }
		if !(x <= 10) || no() { cnd = mix(cnd, 5) }
		if x > 10 { cnd = mix(cnd, 3) }
		if !(x > 10) || no() { cnd = mix(cnd, 5) }
		if x >= 10 { cnd = mix(cnd, 3) }
		if !(x >= 10) || no() { cnd = mix(cnd, 5) }
		if x == 10 { cnd = mix(cnd, 3) }
		if !(x == 10) || no() { cnd = mix(cnd, 5) }
		if x != 10 { cnd = mix(cnd, 3) }
		if !(x != 10) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+18446744073709551615)), uint64(x-18446744073709551615)), uint64(x*18446744073709551615)), uint64(18446744073709551615-x))
		con = mix(mix(mix(mix(con, uint64(x&18446744073709551615)), uint64(x|18446744073709551615)), uint64(x^18446744073709551615)), uint64(x&^18446744073709551615))
		con = mix(mix(con, uint64(x/18446744073709551615)), uint64(x%18446744073709551615))
		cnd = mix(cnd, flag(x < 18446744073709551615)+4*flag(x <= 18446744073709551615)+16*flag(x > 18446744073709551615)+64*flag(x >= 18446744073709551615)+256*flag(x == 18446744073709551615)+1024*flag(x != 18446744073709551615))
		if x < 18446744073709551615 { cnd = mix(cnd, 3) }
		if !(x < 18446744073709551615) || no() { cnd = mix(cnd, 5) }
		if x <= 18446744073709551615 { cnd = mix(cnd, 3) }
		if !(x <= 18446744073709551615) || no() { cnd = mix(cnd, 5) }
		if x > 18446744073709551615 { cnd = mix(cnd, 3) }
		if !(x > 18446744073709551615) || no() { cnd = mix(cnd, 5) }
		if x >= 18446744073709551615 { cnd = mix(cnd, 3) }
		if !(x >= 18446744073709551615) || no() { cnd = mix(cnd, 5) }
		if x == 18446744073709551615 { cnd = mix(cnd, 3) }
		if !(x == 18446744073709551615) || no() { cnd = mix(cnd, 5) }
		if x != 18446744073709551615 { cnd = mix(cnd, 3) }
		if !(x != 18446744073709551615) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+0)), uint64(x-0)), uint64(x*0)), uint64(0-x))
		con = mix(mix(mix(mix(con, uint64(x&0)), uint64(x|0)), uint64(x^0)), uint64(x&^0))
		cnd = mix(cnd, flag(x < 0)+4*flag(x <= 0)+16*flag(x > 0)+64*flag(x >= 0)+256*flag(x == 0)+1024*flag(x != 0))
		if x < 0 { cnd = mix(cnd, 3) }
		if !(x < 0) || no() { cnd = mix(cnd, 5) }
		if x <= 0 { cnd = mix(cnd, 3) }
		if !(x <= 0) || no() { cnd = mix(cnd, 5) }
		if x > 0 { cnd = mix(cnd, 3) }
		if !(x > 0) || no() { cnd = mix(cnd, 5) }
		if x >= 0 { cnd = mix(cnd, 3) }
		if !(x >= 0) || no() { cnd = mix(cnd, 5) }
		if x == 0 { cnd = mix(cnd, 3) }
		if !(x == 0) || no() { cnd = mix(cnd, 5) }
		if x != 0 { cnd = mix(cnd, 3) }
		if !(x != 0) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+100)), uint64(x-100)), uint64(x*100)), uint64(100-x))
		con = mix(mix(mix(mix(con, uint64(x&100)), uint64(x|100)), uint64(x^100)), uint64(x&^100))
		con = mix(mix(con, uint64(x/100)), uint64(x%100))
		cnd = mix(cnd, flag(x < 100)+4*flag(x <= 100)+16*flag(x > 100)+64*flag(x >= 100)+256*flag(x == 100)+1024*flag(x != 100))
		if x < 100 { cnd = mix(cnd, 3) }
		if !(x < 100) || no() { cnd = mix(cnd, 5) }
		if x <= 100 { cnd = mix(cnd, 3) }
		if !(x <= 100) || no() { cnd = mix(cnd, 5) }
		if x > 100 { cnd = mix(cnd, 3) }
		if !(x > 100) || no() { cnd = mix(cnd, 5) }
		if x >= 100 { cnd = mix(cnd, 3) }
		if !(x >= 100) || no() { cnd = mix(cnd, 5) }
		if x == 100 { cnd = mix(cnd, 3) }
		if !(x == 100) || no() { cnd = mix(cnd, 5) }
		if x != 100 { cnd = mix(cnd, 3) }
		if !(x != 100) || no() { cnd = mix(cnd, 5) }
		for _, y := range values {
			add = mix(add, uint64(x+y))
			sub = mix(sub, uint64(x-y))
			mul = mix(mul, uint64(x*y))
			and = mix(and, uint64(x&y))
			or = mix(or, uint64(x|y))
			xor = mix(xor, uint64(x^y))
			clr = mix(clr, uint64(x&^y))
			if y != 0 {
				div, rem = mix(div, uint64(x/y)), mix(rem, uint64(x%y))
			}
			cmp = mix(cmp, flag(x < y)+4*flag(x <= y)+16*flag(x > y)+64*flag(x >= y)+256*flag(x == y)+1024*flag(x != y))
			if x < y { cmp = mix(cmp, 3) }
			if x < y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x <= y { cmp = mix(cmp, 3) }
			if x <= y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x > y { cmp = mix(cmp, 3) }
			if x > y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x >= y { cmp = mix(cmp, 3) }
			if x >= y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x == y { cmp = mix(cmp, 3) }
			if x == y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x != y { cmp = mix(cmp, 3) }
			if x != y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			z := x
			z += y
			z ^= x
			z -= 3
			z *= y
			z |= 1
			z &^= x
			z++
			z &= ^y
			z--
			asg = mix(asg, uint64(z))
		}
	}
	fmt.Printf("uint64 %x %x %x %x %x %x %x %x %x\n", add, sub, mul, div, rem, and, or, xor, clr)
	fmt.Printf("uint64 %x %x %x %x %x\n", cmp, neg, con, asg, cnd)
	var sh uint64
	for _, x := range values {
		sh = mix(mix(sh, uint64(x<<0)), uint64(x>>0))
		sh = mix(mix(sh, uint64(x<<1)), uint64(x>>1))
		sh = mix(mix(sh, uint64(x<<7)), uint64(x>>7))
		sh = mix(mix(sh, uint64(x<<8)), uint64(x>>8))
		sh = mix(mix(sh, uint64(x<<15)), uint64(x>>15))
		sh = mix(mix(sh, uint64(x<<16)), uint64(x>>16))
		sh = mix(mix(sh, uint64(x<<31)), uint64(x>>31))
		sh = mix(mix(sh, uint64(x<<32)), uint64(x>>32))
		sh = mix(mix(sh, uint64(x<<33)), uint64(x>>33))
		sh = mix(mix(sh, uint64(x<<63)), uint64(x>>63))
		sh = mix(mix(sh, uint64(x<<64)), uint64(x>>64))
		sh = mix(mix(sh, uint64(x<<65)), uint64(x>>65))
		sh = mix(mix(sh, uint64(x<<100)), uint64(x>>100))
		for _, n := range []uint{0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 255, 256, 1 << 32, 1<<63, 1<<64 - 1} {
			sh = mix(mix(sh, uint64(x<<n)), uint64(x>>n))
			sh = mix(mix(sh, uint64(x<<uint8(n))), uint64(x>>uint16(n)))
			sh = mix(mix(sh, uint64(x<<int64(n>>1))), uint64(x>>(n&63)))
			z := x
			z <<= n
			z |= x
			z >>= uint32(n)
			sh = mix(sh, uint64(z))
		}
	}
	fmt.Printf("uint64 shifts %x\n", sh)
	var cv uint64
	for _, x := range values {
		cv = mix(cv, uint64(int8(x)))
		cv = mix(cv, uint64(int16(x)))
		cv = mix(cv, uint64(int32(x)))
		cv = mix(cv, uint64(int64(x)))
		cv = mix(cv, uint64(int(x)))
		cv = mix(cv, uint64(uint8(x)))
		cv = mix(cv, uint64(uint16(x)))
		cv = mix(cv, uint64(uint32(x)))
		cv = mix(cv, uint64(uint64(x)))
		cv = mix(cv, uint64(uint(x)))
		cv = mix(cv, uint64(uintptr(x)))
		cv = mix(mix(cv, uint64(int64(float64(x)/3))), uint64(int64(float32(x)/5)))
	}
	fmt.Printf("uint64 conversions %x\n", cv)
	n := 0
	for i := uint64(18446744073709551612); i > 3; i++ {
		n++
	}
	for i := uint64(3); i < 5; i-- {
		n += 100
	}
	for i := uint64(18446744073709551613); i <= 18446744073709551614; i++ {
		n += 10000
	}
	for i := range uint64(5) {
		n += int(i)
	}
	limit := values[len(values)-1]
	for i := limit - 4; i != limit; i++ {
		n += 1000000
	}
	fmt.Println("uint64 loops", n)
}

func opsUint() {
	values := []uint{0, 1, 2, 3, 7, 31, 63, 100, 9223372036854775807, 9223372036854775808, 18446744073709551614, 18446744073709551615}
	var add, sub, mul, div, rem, and, or, xor, clr, cmp, neg, con, asg, cnd uint64
	for _, x := range values {
		neg = mix(mix(mix(neg, uint64(-x)), uint64(^x)), uint64(+x))
		con = mix(mix(mix(mix(con, uint64(x+1)), uint64(x-1)), uint64(x*1)), uint64(1-x))
		con = mix(mix(mix(mix(con, uint64(x&1)), uint64(x|1)), uint64(x^1)), uint64(x&^1))
		con = mix(mix(con, uint64(x/1)), uint64(x%1))
		cnd = mix(cnd, flag(x < 1)+4*flag(x <= 1)+16*flag(x > 1)+64*flag(x >= 1)+256*flag(x == 1)+1024*flag(x != 1))
		if x < 1 { cnd = mix(cnd, 3) }
		if !(x < 1) || no() { cnd = mix(cnd, 5) }
		if x <= 1 { cnd = mix(cnd, 3) }
		if !(x <= 1) || no() { cnd = mix(cnd, 5) }
		if x > 1 { cnd = mix(cnd, 3) }
		if !(x > 1) || no() { cnd = mix(cnd, 5) }
		if x >= 1 { cnd = mix(cnd, 3) }
		if !(x >= 1) || no() { cnd = mix(cnd, 5) }
		if x == 1 { cnd = mix(cnd, 3) }
		if !(x == 1) || no() { cnd = mix(cnd, 5) }
		if x != 1 { cnd = mix(cnd, 3) }
		if !(x != 1) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+2)), uint64(x-2)), uint64(x*2)), uint64(2-x))
		con = mix(mix(mix(mix(con, uint64(x&2)), uint64(x|2)), uint64(x^2)), uint64(x&^2))
		con = mix(mix(con, uint64(x/2)), uint64(x%2))
		cnd = mix(cnd, flag(x < 2)+4*flag(x <= 2)+16*flag(x > 2)+64*flag(x >= 2)+256*flag(x == 2)+1024*flag(x != 2))
		if x < 2 { cnd = mix(cnd, 3) }
		if !(x < 2) || no() { cnd = mix(cnd, 5) }
		if x <= 2 { cnd = mix(cnd, 3) }
		if !(x <= 2) || no() { cnd = mix(cnd, 5) }
		if x > 2 { cnd = mix(cnd, 3) }
		if !(x > 2) || no() { cnd = mix(cnd, 5) }
		if x >= 2 { cnd = mix(cnd, 3) }
		if !(x >= 2) || no() { cnd = mix(cnd, 5) }
		if x == 2 { cnd = mix(cnd, 3) }
		if !(x == 2) || no() { cnd = mix(cnd, 5) }
		if x != 2 { cnd = mix(cnd, 3) }
		if !(x != 2) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+3)), uint64(x-3)), uint64(x*3)), uint64(3-x))
		con = mix(mix(mix(mix(con, uint64(x&3)), uint64(x|3)), uint64(x^3)), uint64(x&^3))
		con = mix(mix(con, uint64(x/3)), uint64(x%3))
		cnd = mix(cnd, flag(x < 3)+4*flag(x <= 3)+16*flag(x > 3)+64*flag(x >= 3)+256*flag(x == 3)+1024*flag(x != 3))
		if x < 3 { cnd = mix(cnd, 3) }
		if !(x < 3) || no() { cnd = mix(cnd, 5) }
		if x <= 3 { cnd = mix(cnd, 3) }
		if !(x <= 3) || no() { cnd = mix(cnd, 5) }
		if x > 3 { cnd = mix(cnd, 3) }
		if !(x > 3) || no() { cnd = mix(cnd, 5) }
		if x >= 3 { cnd = mix(cnd, 3) }
		if !(x >= 3) || no() { cnd = mix(cnd, 5) }
		if x == 3 { cnd = mix(cnd, 3) }
		if !(x == 3) || no() { cnd = mix(cnd, 5) }
		if x != 3 { cnd = mix(cnd, 3) }
		if !(x != 3) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+8)), uint64(x-8)), uint64(x*8)), uint64(8-x))
		con = mix(mix(mix(mix(con, uint64(x&8)), uint64(x|8)), uint64(x^8)), uint64(x&^8))
		con = mix(mix(con, uint64(x/8)), uint64(x%8))
		cnd = mix(cnd, flag(x < 8)+4*flag(x <= 8)+16*flag(x > 8)+64*flag(x >= 8)+256*flag(x == 8)+1024*flag(x != 8))
		if x < 8 { cnd = mix(cnd, 3) }
		if !(x < 8) || no() { cnd = mix(cnd, 5) }
		if x <= 8 { cnd = mix(cnd, 3) }
		if !(x <= 8) || no() { cnd = mix(cnd, 5) }
		if x > 8 { cnd = mix(cnd, 3) }
		if !(x > 8) || no() { cnd = mix(cnd, 5) }
		if x >= 8 { cnd = mix(cnd, 3) }
		if !(x >= 8) || no() { cnd = mix(cnd, 5) }
		if x == 8 { cnd = mix(cnd, 3) }
		if !(x == 8) || no() { cnd = mix(cnd, 5) }
		if x != 8 { cnd = mix(cnd, 3) }
		if !(x != 8) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+10)), uint64(x-10)), uint64(x*10)), uint64(10-x))
		con = mix(mix(mix(mix(con, uint64(x&10)), uint64(x|10)), uint64(x^10)), uint64(x&^10))
		con = mix(mix(con, uint64(x/10)), uint64(x%10))
		cnd = mix(cnd, flag(x < 10)+4*flag(x <= 10)+16*flag(x > 10)+64*flag(x >= 10)+256*flag(x == 10)+1024*flag(x != 10))
		if x < 10 { cnd = mix(cnd, 3) }
		if !(x < 10) || no() { cnd = mix(cnd, 5) }
		if x <= 10 { cnd = mix(cnd, 3) }
		if !(x <= 10) || no() { cnd = mix(cnd, 5) }
		if x > 10 { cnd = mix(cnd, 3) }
		if !(x > 10) || no() { cnd = mix(cnd, 5) }
		if x >= 10 { cnd = mix(cnd, 3) }
		if !(x >= 10) || no() { cnd = mix(cnd, 5) }
		if x == 10 { cnd = mix(cnd, 3) }
		if !(x == 10) || no() { cnd = mix(cnd, 5) }
		if x != 10 { cnd = mix(cnd, 3) }
		if !(x != 10) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+18446744073709551615)), uint64(x-18446744073709551615)), uint64(x*18446744073709551615)), uint64(18446744073709551615-x))
		con = mix(mix(mix(mix(con, uint64(x&18446744073709551615)), uint64(x|18446744073709551615)), uint64(x^18446744073709551615)), uint64(x&^18446744073709551615))
		con = mix(mix(con, uint64(x/18446744073709551615)), uint64(x%18446744073709551615))
		cnd = mix(cnd, flag(x < 18446744073709551615)+4*flag(x <= 18446744073709551615)+16*flag(x > 18446744073709551615)+64*flag(x >= 18446744073709551615)+256*flag(x == 18446744073709551615)+1024*flag(x != 18446744073709551615))
		if x < 18446744073709551615 { cnd = mix(cnd, 3) }
		if !(x < 18446744073709551615) || no() { cnd = mix(cnd, 5) }
		if x <= 18446744073709551615 { cnd = mix(cnd, 3) }
		if !(x <= 18446744073709551615) || no() { cnd = mix(cnd, 5) }
		if x > 18446744073709551615 { cnd = mix(cnd, 3) }
		if !(x > 18446744073709551615) || no() { cnd = mix(cnd, 5) }
		if x >= 18446744073709551615 { cnd = mix(cnd, 3) }
		if !(x >= 18446744073709551615) || no() { cnd = mix(cnd, 5) }
		if x == 18446744073709551615 { cnd = mix(cnd, 3) }
		if !(x == 18446744073709551615) || no() { cnd = mix(cnd, 5) }
		if x != 18446744073709551615 { cnd = mix(cnd, 3) }
		if !(x != 18446744073709551615) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+0)), uint64(x-0)), uint64(x*0)), uint64(0-x))
		con = mix(mix(mix(mix(con, uint64(x&0)), uint64(x|0)), uint64(x^0)), uint64(x&^0))
		cnd = mix(cnd, flag(x < 0)+4*flag(x <= 0)+16*flag(x > 0)+64*flag(x >= 0)+256*flag(x == 0)+1024*flag(x != 0))
		if x < 0 { cnd = mix(cnd, 3) }
		if !(x < 0) || no() { cnd = mix(cnd, 5) }
		if x <= 0 { cnd = mix(cnd, 3) }
		if !(x <= 0) || no() { cnd = mix(cnd, 5) }
		if x > 0 { cnd = mix(cnd, 3) }
		if !(x > 0) || no() { cnd = mix(cnd, 5) }
		if x >= 0 { cnd = mix(cnd, 3) }
		if !(x >= 0) || no() { cnd = mix(cnd, 5) }
		if x == 0 { cnd = mix(cnd, 3) }
		if !(x == 0) || no() { cnd = mix(cnd, 5) }
		if x != 0 { cnd = mix(cnd, 3) }
		if !(x != 0) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+100)), uint64(x-100)), uint64(x*100)), uint64(100-x))
		con = mix(mix(mix(mix(con, uint64(x&100)), uint64(x|100)), uint64(x^100)), uint64(x&^100))
		con = mix(mix(con, uint64(x/100)), uint64(x%100))
		cnd = mix(cnd, flag(x < 100)+4*flag(x <= 100)+16*flag(x > 100)+64*flag(x >= 100)+256*flag(x == 100)+1024*flag(x != 100))
		if x < 100 { cnd = mix(cnd, 3) }
		if !(x < 100) || no() { cnd = mix(cnd, 5) }
		if x <= 100 { cnd = mix(cnd, 3) }
		if !(x <= 100) || no() { cnd = mix(cnd, 5) }
		if x > 100 { cnd = mix(cnd, 3) }
		if !(x > 100) || no() { cnd = mix(cnd, 5) }
		if x >= 100 { cnd = mix(cnd, 3) }
		if !(x >= 100) || no() { cnd = mix(cnd, 5) }
		if x == 100 { cnd = mix(cnd, 3) }
		if !(x == 100) || no() { cnd = mix(cnd, 5) }
		if x != 100 { cnd = mix(cnd, 3) }
		if !(x != 100) || no() { cnd = mix(cnd, 5) }
		for _, y := range values {
			add = mix(add, uint64(x+y))
			sub = mix(sub, uint64(x-y))
			mul = mix(mul, uint64(x*y))
			and = mix(and, uint64(x&y))
			or = mix(or, uint64(x|y))
			xor = mix(xor, uint64(x^y))
			clr = mix(clr, uint64(x&^y))
			if y != 0 {
				div, rem = mix(div, uint64(x/y)), mix(rem, uint64(x%y))
			}
			cmp = mix(cmp, flag(x < y)+4*flag(x <= y)+16*flag(x > y)+64*flag(x >= y)+256*flag(x == y)+1024*flag(x != y))
			if x < y { cmp = mix(cmp, 3) }
			if x < y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x <= y { cmp = mix(cmp, 3) }
			if x <= y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x > y { cmp = mix(cmp, 3) }
			if x > y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x >= y { cmp = mix(cmp, 3) }
			if x >= y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x == y { cmp = mix(cmp, 3) }
			if x == y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x != y { cmp = mix(cmp, 3) }
			if x != y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			z := x
			z += y
			z ^= x
			z -= 3
			z *= y
			z |= 1
			z &^= x
			z++
			z &= ^y
			z--
			asg = mix(asg, uint64(z))
		}
	}
	fmt.Printf("uint %x %x %x %x %x %x %x %x %x\n", add, sub, mul, div, rem, and, or, xor, clr)
	fmt.Printf("uint %x %x %x %x %x\n", cmp, neg, con, asg, cnd)
	var sh uint64
	for _, x := range values {
		sh = mix(mix(sh, uint64(x<<0)), uint64(x>>0))
		sh = mix(mix(sh, uint64(x<<1)), uint64(x>>1))
		sh = mix(mix(sh, uint64(x<<7)), uint64(x>>7))
		sh = mix(mix(sh, uint64(x<<8)), uint64(x>>8))
		sh = mix(mix(sh, uint64(x<<15)), uint64(x>>15))
		sh = mix(mix(sh, uint64(x<<16)), uint64(x>>16))
		sh = mix(mix(sh, uint64(x<<31)), uint64(x>>31))
		sh = mix(mix(sh, uint64(x<<32)), uint64(x>>32))
		sh = mix(mix(sh, uint64(x<<33)), uint64(x>>33))
		sh = mix(mix(sh, uint64(x<<63)), uint64(x>>63))
		sh = mix(mix(sh, uint64(x<<64)), uint64(x>>64))
		sh = mix(mix(sh, uint64(x<<65)), uint64(x>>65))
		sh = mix(mix(sh, uint64(x<<100)), uint64(x>>100))
		for _, n := range []uint{0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 255, 256, 1 << 32, 1<<63, 1<<64 - 1} {
			sh = mix(mix(sh, uint64(x<<n)), uint64(x>>n))
			sh = mix(mix(sh, uint64(x<<uint8(n))), uint64(x>>uint16(n)))
			sh = mix(mix(sh, uint64(x<<int64(n>>1))), uint64(x>>(n&63)))
			z := x
			z <<= n
			z |= x
			z >>= uint32(n)
			sh = mix(sh, uint64(z))
		}
	}
	fmt.Printf("uint shifts %x\n", sh)
	var cv uint64
	for _, x := range values {
		cv = mix(cv, uint64(int8(x)))
		cv = mix(cv, uint64(int16(x)))
		cv = mix(cv, uint64(int32(x)))
		cv = mix(cv, uint64(int64(x)))
		cv = mix(cv, uint64(int(x)))
		cv = mix(cv, uint64(uint8(x)))
		cv = mix(cv, uint64(uint16(x)))
		cv = mix(cv, uint64(uint32(x)))
		cv = mix(cv, uint64(uint64(x)))
		cv = mix(cv, uint64(uint(x)))
		cv = mix(cv, uint64(uintptr(x)))
		cv = mix(mix(cv, uint64(int64(float64(x)/3))), uint64(int64(float32(x)/5)))
	}
	fmt.Printf("uint conversions %x\n", cv)
	n := 0
	for i := uint(18446744073709551612); i > 3; i++ {
		n++
	}
	for i := uint(3); i < 5; i-- {
		n += 100
	}
	for i := uint(18446744073709551613); i <= 18446744073709551614; i++ {
		n += 10000
	}
	for i := range uint(5) {
		n += int(i)
	}
	limit := values[len(values)-1]
	for i := limit - 4; i != limit; i++ {
		n += 1000000
	}
	fmt.Println("uint loops", n)
}

func opsUintptr() {
	values := []uintptr{0, 1, 2, 3, 7, 31, 63, 100, 9223372036854775807, 9223372036854775808, 18446744073709551614, 18446744073709551615}
	var add, sub, mul, div, rem, and, or, xor, clr, cmp, neg, con, asg, cnd uint64
	for _, x := range values {
		neg = mix(mix(mix(neg, uint64(-x)), uint64(^x)), uint64(+x))
		con = mix(mix(mix(mix(con, uint64(x+1)), uint64(x-1)), uint64(x*1)), uint64(1-x))
		con = mix(mix(mix(mix(con, uint64(x&1)), uint64(x|1)), uint64(x^1)), uint64(x&^1))
		con = mix(mix(con, uint64(x/1)), uint64(x%1))
		cnd = mix(cnd, flag(x < 1)+4*flag(x <= 1)+16*flag(x > 1)+64*flag(x >= 1)+256*flag(x == 1)+1024*flag(x != 1))
		if x < 1 { cnd = mix(cnd, 3) }
		if !(x < 1) || no() { cnd = mix(cnd, 5) }
		if x <= 1 { cnd = mix(cnd, 3) }
		if !(x <= 1) || no() { cnd = mix(cnd, 5) }
		if x > 1 { cnd = mix(cnd, 3) }
		if !(x > 1) || no() { cnd = mix(cnd, 5) }
		if x >= 1 { cnd = mix(cnd, 3) }
		if !(x >= 1) || no() { cnd = mix(cnd, 5) }
		if x == 1 { cnd = mix(cnd, 3) }
		if !(x == 1) || no() { cnd = mix(cnd, 5) }
		if x != 1 { cnd = mix(cnd, 3) }
		if !(x != 1) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+2)), uint64(x-2)), uint64(x*2)), uint64(2-x))
		con = mix(mix(mix(mix(con, uint64(x&2)), uint64(x|2)), uint64(x^2)), uint64(x&^2))
		con = mix(mix(con, uint64(x/2)), uint64(x%2))
		cnd = mix(cnd, flag(x < 2)+4*flag(x <= 2)+16*flag(x > 2)+64*flag(x >= 2)+256*flag(x == 2)+1024*flag(x != 2))
		if x < 2 { cnd = mix(cnd, 3) }
		if !(x < 2) || no() { cnd = mix(cnd, 5) }
		if x <= 2 { cnd = mix(cnd, 3) }
		if !(x <= 2) || no() { cnd = mix(cnd, 5) }
		if x > 2 { cnd = mix(cnd, 3) }
		if !(x > 2) || no() { cnd = mix(cnd, 5) }
		if x >= 2 { cnd = mix(cnd, 3) }
		if !(x >= 2) || no() { cnd = mix(cnd, 5) }
		if x == 2 { cnd = mix(cnd, 3) }
		if !(x == 2) || no() { cnd = mix(cnd, 5) }
		if x != 2 { cnd = mix(cnd, 3) }
		if !(x != 2) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+3)), uint64(x-3)), uint64(x*3)), uint64(3-x))
		con = mix(mix(mix(mix(con, uint64(x&3)), uint64(x|3)), uint64(x^3)), uint64(x&^3))
		con = mix(mix(con, uint64(x/3)), uint64(x%3))
		cnd = mix(cnd, flag(x < 3)+4*flag(x <= 3)+16*flag(x > 3)+64*flag(x >= 3)+256*flag(x == 3)+1024*flag(x != 3))
		if x < 3 { cnd = mix(cnd, 3) }
		if !(x < 3) || no() { cnd = mix(cnd, 5) }
		if x <= 3 { cnd = mix(cnd, 3) }
		if !(x <= 3) || no() { cnd = mix(cnd, 5) }
		if x > 3 { cnd = mix(cnd, 3) }
		if !(x > 3) || no() { cnd = mix(cnd, 5) }
		if x >= 3 { cnd = mix(cnd, 3) }
		if !(x >= 3) || no() { cnd = mix(cnd, 5) }
		if x == 3 { cnd = mix(cnd, 3) }
		if !(x == 3) || no() { cnd = mix(cnd, 5) }
		if x != 3 { cnd = mix(cnd, 3) }
		if !(x != 3) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+8)), uint64(x-8)), uint64(x*8)), uint64(8-x))
		con = mix(mix(mix(mix(con, uint64(x&8)), uint64(x|8)), uint64(x^8)), uint64(x&^8))
		con = mix(mix(con, uint64(x/8)), uint64(x%8))
		cnd = mix(cnd, flag(x < 8)+4*flag(x <= 8)+16*flag(x > 8)+64*flag(x >= 8)+256*flag(x == 8)+1024*flag(x != 8))
		if x < 8 { cnd = mix(cnd, 3) }
		if !(x < 8) || no() { cnd = mix(cnd, 5) }
		if x <= 8 { cnd = mix(cnd, 3) }
		if !(x <= 8) || no() { cnd = mix(cnd, 5) }
		if x > 8 { cnd = mix(cnd, 3) }
		if !(x > 8) || no() { cnd = mix(cnd, 5) }
		if x >= 8 { cnd = mix(cnd, 3) }
		if !(x >= 8) || no() { cnd = mix(cnd, 5) }
		if x == 8 { cnd = mix(cnd, 3) }
		if !(x == 8) || no() { cnd = mix(cnd, 5) }
		if x != 8 { cnd = mix(cnd, 3) }
		if !(x != 8) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+10)), uint64(x-10)), uint64(x*10)), uint64(10-x))
		con = mix(mix(mix(mix(con, uint64(x&10)), uint64(x|10)), uint64(x^10)), uint64(x&^10))
		con = mix(mix(con, uint64(x/10)), uint64(x%10))
		cnd = mix(cnd, flag(x < 10)+4*flag(x <= 10)+16*flag(x > 10)+64*flag(x >= 10)+256*flag(x == 10)+1024*flag(x != 10))
		if x < 10 { cnd = mix(cnd, 3) }
		if !(x < 10) || no() { cnd = mix(cnd, 5) }
		if x <= 10 { cnd = mix(cnd, 3) }
		if !(x <= 10) || no() { cnd = mix(cnd, 5) }
		if x > 10 { cnd = mix(cnd, 3) }
		if !(x > 10) || no() { cnd = mix(cnd, 5) }
		if x >= 10 { cnd = mix(cnd, 3) }
		if !(x >= 10) || no() { cnd = mix(cnd, 5) }
		if x == 10 { cnd = mix(cnd, 3) }
		if !(x == 10) || no() { cnd = mix(cnd, 5) }
		if x != 10 { cnd = mix(cnd, 3) }
		if !(x != 10) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+18446744073709551615)), uint64(x-18446744073709551615)), uint64(x*18446744073709551615)), uint64(18446744073709551615-x))
		con = mix(mix(mix(mix(con, uint64(x&18446744073709551615)), uint64(x|18446744073709551615)), uint64(x^18446744073709551615)), uint64(x&^18446744073709551615))
		con = mix(mix(con, uint64(x/18446744073709551615)), uint64(x%18446744073709551615))
		cnd = mix(cnd, flag(x < 18446744073709551615)+4*flag(x <= 18446744073709551615)+16*flag(x > 18446744073709551615)+64*flag(x >= 18446744073709551615)+256*flag(x == 18446744073709551615)+1024*flag(x != 18446744073709551615))
		if x < 18446744073709551615 { cnd = mix(cnd, 3) }
		if !(x < 18446744073709551615) || no() { cnd = mix(cnd, 5) }
		if x <= 18446744073709551615 { cnd = mix(cnd, 3) }
		if !(x <= 18446744073709551615) || no() { cnd = mix(cnd, 5) }
		if x > 18446744073709551615 { cnd = mix(cnd, 3) }
		if !(x > 18446744073709551615) || no() { cnd = mix(cnd, 5) }
		if x >= 18446744073709551615 { cnd = mix(cnd, 3) }
		if !(x >= 18446744073709551615) || no() { cnd = mix(cnd, 5) }
		if x == 18446744073709551615 { cnd = mix(cnd, 3) }
		if !(x == 18446744073709551615) || no() { cnd = mix(cnd, 5) }
		if x != 18446744073709551615 { cnd = mix(cnd, 3) }
		if !(x != 18446744073709551615) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+0)), uint64(x-0)), uint64(x*0)), uint64(0-x))
		con = mix(mix(mix(mix(con, uint64(x&0)), uint64(x|0)), uint64(x^0)), uint64(x&^0))
		cnd = mix(cnd, flag(x < 0)+4*flag(x <= 0)+16*flag(x > 0)+64*flag(x >= 0)+256*flag(x == 0)+1024*flag(x != 0))
		if x < 0 { cnd = mix(cnd, 3) }
		if !(x < 0) || no() { cnd = mix(cnd, 5) }
		if x <= 0 { cnd = mix(cnd, 3) }
		if !(x <= 0) || no() { cnd = mix(cnd, 5) }
		if x > 0 { cnd = mix(cnd, 3) }
		if !(x > 0) || no() { cnd = mix(cnd, 5) }
		if x >= 0 { cnd = mix(cnd, 3) }
		if !(x >= 0) || no() { cnd = mix(cnd, 5) }
		if x == 0 { cnd = mix(cnd, 3) }
		if !(x == 0) || no() { cnd = mix(cnd, 5) }
		if x != 0 { cnd = mix(cnd, 3) }
		if !(x != 0) || no() { cnd = mix(cnd, 5) }
		con = mix(mix(mix(mix(con, uint64(x+100)), uint64(x-100)), uint64(x*100)), uint64(100-x))
		con = mix(mix(mix(mix(con, uint64(x&100)), uint64(x|100)), uint64(x^100)), uint64(x&^100))
		con = mix(mix(con, uint64(x/100)), uint64(x%100))
		cnd = mix(cnd, flag(x < 100)+4*flag(x <= 100)+16*flag(x > 100)+64*flag(x >= 100)+256*flag(x == 100)+1024*flag(x != 100))
		if x < 100 { cnd = mix(cnd, 3) }
		if !(x < 100) || no() { cnd = mix(cnd, 5) }
		if x <= 100 { cnd = mix(cnd, 3) }
		if !(x <= 100) || no() { cnd = mix(cnd, 5) }
		if x > 100 { cnd = mix(cnd, 3) }
		if !(x > 100) || no() { cnd = mix(cnd, 5) }
		if x >= 100 { cnd = mix(cnd, 3) }
		if !(x >= 100) || no() { cnd = mix(cnd, 5) }
		if x == 100 { cnd = mix(cnd, 3) }
		if !(x == 100) || no() { cnd = mix(cnd, 5) }
		if x != 100 { cnd = mix(cnd, 3) }
		if !(x != 100) || no() { cnd = mix(cnd, 5) }
		for _, y := range values {
			add = mix(add, uint64(x+y))
			sub = mix(sub, uint64(x-y))
			mul = mix(mul, uint64(x*y))
			and = mix(and, uint64(x&y))
			or = mix(or, uint64(x|y))
			xor = mix(xor, uint64(x^y))
			clr = mix(clr, uint64(x&^y))
			if y != 0 {
				div, rem = mix(div, uint64(x/y)), mix(rem, uint64(x%y))
			}
			cmp = mix(cmp, flag(x < y)+4*flag(x <= y)+16*flag(x > y)+64*flag(x >= y)+256*flag(x == y)+1024*flag(x != y))
			if x < y { cmp = mix(cmp, 3) }
			if x < y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x <= y { cmp = mix(cmp, 3) }
			if x <= y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x > y { cmp = mix(cmp, 3) }
			if x > y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x >= y { cmp = mix(cmp, 3) }
			if x >= y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x == y { cmp = mix(cmp, 3) }
			if x == y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			if x != y { cmp = mix(cmp, 3) }
			if x != y && !no() { cmp = mix(cmp, 7) } else { cmp = mix(cmp, 9) }
			z := x
			z += y
			z ^= x
			z -= 3
			z *= y
			z |= 1
			z &^= x
			z++
			z &= ^y
			z--
			asg = mix(asg, uint64(z))
		}
	}
	fmt.Printf("uintptr %x %x %x %x %x %x %x %x %x\n", add, sub, mul, div, rem, and, or, xor, clr)
	fmt.Printf("uintptr %x %x %x %x %x\n", cmp, neg, con, asg, cnd)
	var sh uint64
	for _, x := range values {
		sh = mix(mix(sh, uint64(x<<0)), uint64(x>>0))
		sh = mix(mix(sh, uint64(x<<1)), uint64(x>>1))
		sh = mix(mix(sh, uint64(x<<7)), uint64(x>>7))
		sh = mix(mix(sh, uint64(x<<8)), uint64(x>>8))
		sh = mix(mix(sh, uint64(x<<15)), uint64(x>>15))
		sh = mix(mix(sh, uint64(x<<16)), uint64(x>>16))
		sh = mix(mix(sh, uint64(x<<31)), uint64(x>>31))
		sh = mix(mix(sh, uint64(x<<32)), uint64(x>>32))
		sh = mix(mix(sh, uint64(x<<33)), uint64(x>>33))
		sh = mix(mix(sh, uint64(x<<63)), uint64(x>>63))
		sh = mix(mix(sh, uint64(x<<64)), uint64(x>>64))
		sh = mix(mix(sh, uint64(x<<65)), uint64(x>>65))
		sh = mix(mix(sh, uint64(x<<100)), uint64(x>>100))
		for _, n := range []uint{0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 255, 256, 1 << 32, 1<<63, 1<<64 - 1} {
			sh = mix(mix(sh, uint64(x<<n)), uint64(x>>n))
			sh = mix(mix(sh, uint64(x<<uint8(n))), uint64(x>>uint16(n)))
			sh = mix(mix(sh, uint64(x<<int64(n>>1))), uint64(x>>(n&63)))
			z := x
			z <<= n
			z |= x
			z >>= uint32(n)
			sh = mix(sh, uint64(z))
		}
	}
	fmt.Printf("uintptr shifts %x\n", sh)
	var cv uint64
	for _, x := range values {
		cv = mix(cv, uint64(int8(x)))
		cv = mix(cv, uint64(int16(x)))
		cv = mix(cv, uint64(int32(x)))
		cv = mix(cv, uint64(int64(x)))
		cv = mix(cv, uint64(int(x)))
		cv = mix(cv, uint64(uint8(x)))
		cv = mix(cv, uint64(uint16(x)))
		cv = mix(cv, uint64(uint32(x)))
		cv = mix(cv, uint64(uint64(x)))
		cv = mix(cv, uint64(uint(x)))
		cv = mix(cv, uint64(uintptr(x)))
		cv = mix(mix(cv, uint64(int64(float64(x)/3))), uint64(int64(float32(x)/5)))
	}
	fmt.Printf("uintptr conversions %x\n", cv)
	n := 0
	for i := uintptr(18446744073709551612); i > 3; i++ {
		n++
	}
	for i := uintptr(3); i < 5; i-- {
		n += 100
	}
	for i := uintptr(18446744073709551613); i <= 18446744073709551614; i++ {
		n += 10000
	}
	for i := range uintptr(5) {
		n += int(i)
	}
	limit := values[len(values)-1]
	for i := limit - 4; i != limit; i++ {
		n += 1000000
	}
	fmt.Println("uintptr loops", n)
}

func main() {
	opsInt8()
	opsInt16()
	opsInt32()
	opsInt64()
	opsInt()
	opsUint8()
	opsUint16()
	opsUint32()
	opsUint64()
	opsUint()
	opsUintptr()
}
