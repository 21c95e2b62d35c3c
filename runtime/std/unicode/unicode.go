// Package unicode has the properties of runes: categories, scripts, cases.
package unicode

import "internal/category"

const (
	MaxRune         = '\U0010FFFF' // the greatest rune
	ReplacementChar = '\uFFFD'     // stands for what is not a rune
	MaxASCII        = '\u007F'     // the greatest rune of ASCII
	MaxLatin1       = '\u00FF'     // the greatest rune of Latin-1
)

// RangeTable is a set of runes: ranges in ascending order, the runes below 1<<16 in R16.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int // how many entries of R16 are within Latin-1
}

// Range16 is each Stride-th rune from Lo to Hi.
type Range16 struct {
	Lo     uint16
	Hi     uint16
	Stride uint16
}

// Range32 is each Stride-th rune from Lo to Hi.
type Range32 struct {
	Lo     uint32
	Hi     uint32
	Stride uint32
}

// GraphicRanges are the tables of the runes that IsGraphic holds for.
var GraphicRanges = []*RangeTable{L, M, N, P, S, Zs}

// PrintRanges are the tables of the runes, other than ASCII space, that IsPrint holds for.
var PrintRanges = []*RangeTable{L, M, N, P, S}

// ranges decodes a table. Each range is two numbers, three if it has a stride: the gap to the end of
// the range before, twice the length less one (plus 1 for a stride), the stride. A number has five
// bits a character, the lowest first; characters from '@' on are followed by more.
func ranges(code string) *RangeTable {
	t := new(RangeTable)
	at := 0
	number := func() uint32 {
		n := uint32(0)
		for shift := 0; ; shift += 5 {
			digit := uint32(code[at]) - ' '
			at++
			n |= digit & 31 << shift
			if digit < 32 {
				return n
			}
		}
	}
	next := uint32(0)
	for at < len(code) {
		lo := next + number()
		length := number()
		stride := uint32(1)
		if length&1 != 0 {
			stride = number()
		}
		hi := lo + length>>1
		next = hi + 1
		if hi > 0xFFFF {
			t.R32 = append(t.R32, Range32{lo, hi, stride})
			continue
		}
		t.R16 = append(t.R16, Range16{uint16(lo), uint16(hi), uint16(stride)})
		if hi <= MaxLatin1 {
			t.LatinOffset++
		}
	}
	return t
}

// Is reports whether r is in the table.
func Is(rangeTab *RangeTable, r rune) bool {
	if r < 0 {
		return false
	}
	if r16 := rangeTab.R16; len(r16) > 0 && r <= rune(r16[len(r16)-1].Hi) {
		c := uint16(r)
		if r <= MaxLatin1 {
			for i := range r16 {
				if c <= r16[i].Hi {
					return c >= r16[i].Lo && (c-r16[i].Lo)%r16[i].Stride == 0
				}
			}
			return false
		}
		low, high := 0, len(r16)-1 // the first range that ends at r or later is between
		for low < high {
			mid := (low + high) >> 1
			if r16[mid].Hi < c {
				low = mid + 1
			} else {
				high = mid
			}
		}
		x := &r16[low]
		return x.Lo <= c && (x.Stride == 1 || (c-x.Lo)%x.Stride == 0)
	}
	r32 := rangeTab.R32
	if len(r32) == 0 || uint32(r) > r32[len(r32)-1].Hi {
		return false
	}
	low, high := 0, len(r32)-1
	for low < high {
		mid := (low + high) >> 1
		if r32[mid].Hi < uint32(r) {
			low = mid + 1
		} else {
			high = mid
		}
	}
	x := &r32[low]
	return x.Lo <= uint32(r) && (x.Stride == 1 || (uint32(r)-x.Lo)%x.Stride == 0)
}

// In reports whether r is in one of the tables.
func In(r rune, ranges ...*RangeTable) bool { return IsOneOf(ranges, r) }

// IsOneOf reports whether r is in one of the tables; In is nicer to call.
func IsOneOf(ranges []*RangeTable, r rune) bool {
	for _, t := range ranges {
		if Is(t, r) {
			return true
		}
	}
	return false
}

func isASCIILetter(r rune) bool { return uint32(r|' ')-'a' < 26 }

// IsLetter reports whether r is a letter (category L).
func IsLetter(r rune) bool {
	if uint32(r) <= MaxASCII {
		return isASCIILetter(r)
	}
	c := category.Of(r)
	return category.Lu <= c && c <= category.Lo
}

// IsUpper reports whether r is an upper case letter.
func IsUpper(r rune) bool {
	if uint32(r) <= MaxASCII {
		return uint32(r)-'A' < 26
	}
	return category.Of(r) == category.Lu
}

// IsLower reports whether r is a lower case letter.
func IsLower(r rune) bool {
	if uint32(r) <= MaxASCII {
		return uint32(r)-'a' < 26
	}
	return category.Of(r) == category.Ll
}

// IsTitle reports whether r is a title case letter.
func IsTitle(r rune) bool {
	return r > MaxLatin1 && category.Of(r) == category.Lt
}

// IsDigit reports whether r is a decimal digit.
func IsDigit(r rune) bool {
	if r <= MaxLatin1 {
		return uint32(r)-'0' < 10
	}
	return category.Of(r) == category.Nd
}

// IsNumber reports whether r is a number (category N).
func IsNumber(r rune) bool {
	if uint32(r) <= MaxASCII {
		return uint32(r)-'0' < 10
	}
	c := category.Of(r)
	return category.Nd <= c && c <= category.No
}

// IsMark reports whether r is a mark (category M).
func IsMark(r rune) bool {
	c := category.Of(r)
	return category.Mn <= c && c <= category.Me
}

// IsPunct reports whether r is punctuation (category P).
func IsPunct(r rune) bool {
	c := category.Of(r)
	return category.Pc <= c && c <= category.Po
}

// IsSymbol reports whether r is a symbol (category S).
func IsSymbol(r rune) bool {
	c := category.Of(r)
	return category.Sm <= c && c <= category.So
}

// IsControl reports whether r is a control character (category Cc).
func IsControl(r rune) bool {
	return uint32(r) < 0x20 || 0x7F <= r && r < 0xA0
}

// IsSpace reports whether r is white space.
func IsSpace(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return r == ' ' || uint32(r)-'\t' < 5 || r == 0x85 || r == 0xA0
	}
	if r < 0x2000 {
		return r == 0x1680
	}
	switch {
	case r <= 0x200A, r == 0x2028, r == 0x2029, r == 0x202F, r == 0x205F, r == 0x3000:
		return true
	}
	return false
}

// IsPrint reports whether r is a letter, mark, number, punctuation, symbol or the ASCII space.
func IsPrint(r rune) bool {
	if uint32(r) <= MaxASCII {
		return 0x20 <= r && r < 0x7F
	}
	return category.Of(r).Graphic()
}

// IsGraphic reports whether r is a letter, mark, number, punctuation, symbol or space (category Zs).
func IsGraphic(r rune) bool {
	if uint32(r) <= MaxASCII {
		return 0x20 <= r && r < 0x7F
	}
	c := category.Of(r)
	return c.Graphic() || c == category.Zs
}
