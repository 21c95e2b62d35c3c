// Package utf16 encodes runes as UTF-16 and decodes them again.
package utf16

const (
	high      = 0xD800  // first half of a pair: high … low-1
	low       = 0xDC00  // second half: low … end-1
	end       = 0xE000  // runes from here to 0xFFFF are one word again
	pairs     = 0x10000 // the first rune that needs a pair
	maxRune   = '\U0010FFFF'
	undefined = '\uFFFD' // stands for what is not a rune
)

// IsSurrogate reports whether r can be half of a pair.
func IsSurrogate(r rune) bool { return high <= r && r < end }

// DecodeRune is the rune of a pair, U+FFFD when the two are none.
func DecodeRune(r1, r2 rune) rune {
	if high <= r1 && r1 < low && low <= r2 && r2 < end {
		return (r1-high)<<10 | (r2 - low) + pairs
	}
	return undefined
}

// EncodeRune is the pair for r; U+FFFD twice when r is not encoded as a pair.
func EncodeRune(r rune) (r1, r2 rune) {
	if r < pairs || maxRune < r {
		return undefined, undefined
	}
	r -= pairs
	return high + r>>10, low + r&0x3FF
}

// RuneLen is the number of words that r is encoded in, -1 when r is not a valid rune.
func RuneLen(r rune) int {
	switch {
	case 0 <= r && r < high, end <= r && r < pairs:
		return 1
	case pairs <= r && r <= maxRune:
		return 2
	}
	return -1
}

// Encode is the UTF-16 form of s.
func Encode(s []rune) []uint16 {
	a := make([]uint16, 0, len(s))
	for _, r := range s {
		a = AppendRune(a, r)
	}
	return a
}

// AppendRune appends the UTF-16 form of r, of U+FFFD when r is not a valid rune.
func AppendRune(a []uint16, r rune) []uint16 {
	switch RuneLen(r) {
	case 1:
		return append(a, uint16(r))
	case 2:
		r1, r2 := EncodeRune(r)
		return append(a, uint16(r1), uint16(r2))
	}
	return append(a, undefined)
}

// Decode gives the runes of s; a half without its partner is U+FFFD.
func Decode(s []uint16) []rune {
	runes := make([]rune, 0, len(s))
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if IsSurrogate(r) {
			pair := rune(undefined)
			if i+1 < len(s) {
				pair = DecodeRune(r, rune(s[i+1]))
			}
			if pair != undefined {
				i++
			}
			r = pair
		}
		runes = append(runes, r)
	}
	return runes
}
