// Package utf8 encodes runes as UTF-8 and decodes them again.
package utf8

const (
	RuneError = '\uFFFD'     // stands for what is not a rune
	RuneSelf  = 0x80         // runes below are encoded as themselves, in one byte
	MaxRune   = '\U0010FFFF' // the greatest rune
	UTFMax    = 4            // the most bytes an encoded rune has
)

const (
	surrogateMin = 0xD800
	surrogateMax = 0xDFFF
)

// shape tells, from the first byte of a sequence that is not ASCII, how many bytes the sequence has
// and between which bounds the second byte lies; n is 0 when no sequence starts with that byte. The
// bounds keep out overlong forms, surrogates and what is above MaxRune.
func shape(c byte) (n int, low, high byte) {
	switch {
	case c < 0xC2:
		return 0, 0, 0
	case c < 0xE0:
		return 2, 0x80, 0xBF
	case c < 0xF0:
		if c == 0xE0 {
			return 3, 0xA0, 0xBF
		}
		if c == 0xED {
			return 3, 0x80, 0x9F
		}
		return 3, 0x80, 0xBF
	case c < 0xF5:
		if c == 0xF0 {
			return 4, 0x90, 0xBF
		}
		if c == 0xF4 {
			return 4, 0x80, 0x8F
		}
		return 4, 0x80, 0xBF
	}
	return 0, 0, 0
}

func continues(c byte) bool { return c&0xC0 == 0x80 }

// FullRune reports whether p begins with a whole encoded rune. Bytes that cannot become one are
// whole too: they decode as RuneError of width 1.
func FullRune(p []byte) bool {
	if len(p) == 0 {
		return false
	}
	if p[0] < RuneSelf {
		return true
	}
	n, low, high := shape(p[0])
	switch {
	case len(p) >= n:
		return true
	case len(p) > 1 && (p[1] < low || p[1] > high):
		return true
	case len(p) > 2 && !continues(p[2]):
		return true
	}
	return false
}

// FullRuneInString is FullRune for a string.
func FullRuneInString(s string) bool {
	if len(s) == 0 {
		return false
	}
	if s[0] < RuneSelf {
		return true
	}
	n, low, high := shape(s[0])
	switch {
	case len(s) >= n:
		return true
	case len(s) > 1 && (s[1] < low || s[1] > high):
		return true
	case len(s) > 2 && !continues(s[2]):
		return true
	}
	return false
}

// DecodeRune gives the rune that p begins with and its width in bytes: RuneError and 0 when p is
// empty, RuneError and 1 when p does not begin with a well-formed sequence.
func DecodeRune(p []byte) (rune, int) {
	if len(p) == 0 {
		return RuneError, 0
	}
	c := p[0]
	if c < RuneSelf {
		return rune(c), 1
	}
	n, low, high := shape(c)
	if n == 0 || len(p) < n || p[1] < low || p[1] > high {
		return RuneError, 1
	}
	switch n {
	case 2:
		return rune(c&0x1F)<<6 | rune(p[1]&0x3F), 2
	case 3:
		if !continues(p[2]) {
			return RuneError, 1
		}
		return rune(c&0x0F)<<12 | rune(p[1]&0x3F)<<6 | rune(p[2]&0x3F), 3
	}
	if !continues(p[2]) || !continues(p[3]) {
		return RuneError, 1
	}
	return rune(c&0x07)<<18 | rune(p[1]&0x3F)<<12 | rune(p[2]&0x3F)<<6 | rune(p[3]&0x3F), 4
}

// DecodeRuneInString is DecodeRune for a string.
func DecodeRuneInString(s string) (rune, int) {
	if len(s) == 0 {
		return RuneError, 0
	}
	c := s[0]
	if c < RuneSelf {
		return rune(c), 1
	}
	n, low, high := shape(c)
	if n == 0 || len(s) < n || s[1] < low || s[1] > high {
		return RuneError, 1
	}
	switch n {
	case 2:
		return rune(c&0x1F)<<6 | rune(s[1]&0x3F), 2
	case 3:
		if !continues(s[2]) {
			return RuneError, 1
		}
		return rune(c&0x0F)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	if !continues(s[2]) || !continues(s[3]) {
		return RuneError, 1
	}
	return rune(c&0x07)<<18 | rune(s[1]&0x3F)<<12 | rune(s[2]&0x3F)<<6 | rune(s[3]&0x3F), 4
}

// DecodeLastRune gives the rune that p ends with and its width, with the errors of DecodeRune.
func DecodeLastRune(p []byte) (rune, int) {
	end := len(p)
	if end == 0 {
		return RuneError, 0
	}
	if c := p[end-1]; c < RuneSelf {
		return rune(c), 1
	}
	// The first byte is at most UTFMax bytes back; a sequence from there must reach the end.
	for n := 1; n <= UTFMax && n <= end; n++ {
		if !continues(p[end-n]) {
			if r, width := DecodeRune(p[end-n:]); width == n {
				return r, width
			}
			break
		}
	}
	return RuneError, 1
}

// DecodeLastRuneInString is DecodeLastRune for a string.
func DecodeLastRuneInString(s string) (rune, int) {
	end := len(s)
	if end == 0 {
		return RuneError, 0
	}
	if c := s[end-1]; c < RuneSelf {
		return rune(c), 1
	}
	for n := 1; n <= UTFMax && n <= end; n++ {
		if !continues(s[end-n]) {
			if r, width := DecodeRuneInString(s[end-n:]); width == n {
				return r, width
			}
			break
		}
	}
	return RuneError, 1
}

// RuneLen is the number of bytes that r is encoded in, -1 when r is not a valid rune.
func RuneLen(r rune) int {
	switch {
	case r < 0:
		return -1
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	case r < 0x10000:
		if surrogateMin <= r && r <= surrogateMax {
			return -1
		}
		return 3
	case r <= MaxRune:
		return 4
	}
	return -1
}

// EncodeRune writes the encoding of r into p, which must be long enough, and returns its width.
// What is not a valid rune is written as RuneError.
func EncodeRune(p []byte, r rune) int {
	switch n := RuneLen(r); n {
	case 1:
		p[0] = byte(r)
		return 1
	case 2:
		_ = p[1]
		p[0] = 0xC0 | byte(r>>6)
		p[1] = 0x80 | byte(r)&0x3F
		return 2
	case 4:
		_ = p[3]
		p[0] = 0xF0 | byte(r>>18)
		p[1] = 0x80 | byte(r>>12)&0x3F
		p[2] = 0x80 | byte(r>>6)&0x3F
		p[3] = 0x80 | byte(r)&0x3F
		return 4
	case -1:
		r = RuneError
	}
	_ = p[2]
	p[0] = 0xE0 | byte(r>>12)
	p[1] = 0x80 | byte(r>>6)&0x3F
	p[2] = 0x80 | byte(r)&0x3F
	return 3
}

// AppendRune appends the encoding of r to p.
func AppendRune(p []byte, r rune) []byte {
	if uint32(r) < RuneSelf {
		return append(p, byte(r))
	}
	switch RuneLen(r) {
	case 2:
		return append(p, 0xC0|byte(r>>6), 0x80|byte(r)&0x3F)
	case 4:
		return append(p, 0xF0|byte(r>>18), 0x80|byte(r>>12)&0x3F, 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	case -1:
		r = RuneError
	}
	return append(p, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
}

// RuneCount is the number of runes in p; each byte that is not part of a well-formed sequence
// counts as one.
func RuneCount(p []byte) int {
	count := 0
	for i := 0; i < len(p); count++ {
		if p[i] < RuneSelf {
			i++
			continue
		}
		_, width := DecodeRune(p[i:])
		i += width
	}
	return count
}

// RuneCountInString is RuneCount for a string.
func RuneCountInString(s string) int {
	count := 0
	for range s {
		count++
	}
	return count
}

// RuneStart reports whether b may be the first byte of an encoded rune.
func RuneStart(b byte) bool { return !continues(b) }

// Valid reports whether p is entirely well-formed UTF-8.
func Valid(p []byte) bool {
	for i := 0; i < len(p); {
		if p[i] < RuneSelf {
			i++
			continue
		}
		_, width := DecodeRune(p[i:])
		if width == 1 {
			return false
		}
		i += width
	}
	return true
}

// ValidString is Valid for a string.
func ValidString(s string) bool {
	for i := 0; i < len(s); {
		if s[i] < RuneSelf {
			i++
			continue
		}
		_, width := DecodeRuneInString(s[i:])
		if width == 1 {
			return false
		}
		i += width
	}
	return true
}

// ValidRune reports whether r can be encoded: neither out of range nor half of a surrogate pair.
func ValidRune(r rune) bool {
	return 0 <= r && r < surrogateMin || surrogateMax < r && r <= MaxRune
}
