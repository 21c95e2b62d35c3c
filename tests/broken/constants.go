package main

const (
	big   = 1 << 100
	small = big >> 98
	flt   = 1.5e3 - 0x1p-2
	cpl   = 2i*3 + 1
	str   = "a\tb\u00e9\x41" + `raw`
	chr   = '\'' + '\n' - 'é'
	yes   = !(1 < 2) || "a" <= "b" && 3 != 4.0
	neg   = -7 / 2 % 3
	mask  = ^0 &^ 0xf0 | 0b1010 ^ 0o17
	ln    = len(str) + len([4]int{})
	typed = uint8(255)
	sixty = int64(1)<<62 - 1
	fl32  = float32(0.1)
	inner = real(cpl) + imag(2i)
	word  = ^uint16(1)
	m     = min(1, 2.5) + max('a', 3)
)

var (
	i8   int8       = -128
	u16  uint16     = 65_535
	f32  float32    = big
	f64             = 1 / 3.0
	c64  complex64  = cpl
	ifc  any        = chr
	b    byte       = 'x'
	arr             = [small]string{1: "b", "c"}
	r               = string(rune(0x20AC))
	ok              = f64 < 2 == true
	sh              = 1 << u16
	sh2  int64      = 1.0 << b
	cmp             = i8 >= -1 && ifc == nil
	conv            = []byte("abc")[1] * 2
	d    float64    = 5 / 2 * 2.0
	cc              = complex(1, d) / (0 + 1i)
	quo             = sixty / 3 << 1
	un              = -i8 + +3 ^ ^i8
	tt   typ        = 3
	col             = [...]int{'a': 1, 2, 99: 3}
	mp              = map[float64]string{1: "a", 2.5: "b", 1e3: str}
)

type typ uint

func main() {
	switch tt {
	case 1, 2, small:
	case mask & 0xff, 'c':
	}
	x := tt<<1 | 1
	x &^= 3
	x <<= 2 + neg
	_ = arr[2:][0] + str[1:2]
	_ = u16%7 == word
	var y float32 = 1e10
	_ = y*2 > fl32
	_ = typed + 0
}
