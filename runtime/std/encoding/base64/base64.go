// Package base64 writes bytes with an alphabet of 64 characters and reads them again: RFC 4648.
package base64

import (
	"slices"
	"strconv"
	"unsafe"
)

const (
	StdPadding rune = '=' // the padding of the RFC
	NoPadding  rune = -1  // for none
)

// An Encoding is an alphabet and a padding.
type Encoding struct {
	alphabet string
	values   [256]uint8 // of a character; none when it is not in the alphabet
	padding  rune
	strict   bool
}

const none = 0xFF

// The RFC's alphabets, with and without padding.
var (
	StdEncoding    = NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
	URLEncoding    = NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
	RawStdEncoding = StdEncoding.WithPadding(NoPadding)
	RawURLEncoding = URLEncoding.WithPadding(NoPadding)
)

// NewEncoding makes an Encoding with the usual padding.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 64 {
		panic("encoding alphabet is not 64-bytes long")
	}
	e := &Encoding{alphabet: encoder, padding: StdPadding}
	for i := range e.values {
		e.values[i] = none
	}
	for i := 0; i < len(encoder); i++ {
		c := encoder[i]
		switch {
		case c == '\n' || c == '\r':
			panic("encoding alphabet contains newline character")
		case e.values[c] != none:
			panic("encoding alphabet includes duplicate symbols")
		}
		e.values[c] = uint8(i)
	}
	return e
}

// WithPadding is enc with another padding, NoPadding for none.
func (enc Encoding) WithPadding(padding rune) *Encoding {
	switch {
	case padding < NoPadding || padding == '\r' || padding == '\n' || padding > 0xFF:
		panic("invalid padding")
	case padding != NoPadding && enc.values[byte(padding)] != none:
		panic("padding contained in alphabet")
	}
	enc.padding = padding
	return &enc
}

// Strict is enc that refuses encodings whose unused bits are not zero.
func (enc Encoding) Strict() *Encoding {
	enc.strict = true
	return &enc
}

// EncodedLen is the length of the encoding of n bytes.
func (enc *Encoding) EncodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/3*4 + (n%3*8+5)/6
	}
	return (n + 2) / 3 * 4
}

// DecodedLen is how many bytes n characters stand for at most.
func (enc *Encoding) DecodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/4*3 + n%4*6/8
	}
	return n / 4 * 3
}

// Encode writes the encoding of src to dst, EncodedLen(len(src)) bytes.
func (enc *Encoding) Encode(dst, src []byte) {
	for len(src) >= 3 {
		v := uint(src[0])<<16 | uint(src[1])<<8 | uint(src[2])
		_ = dst[3]
		dst[0] = enc.alphabet[v>>18]
		dst[1] = enc.alphabet[v>>12&63]
		dst[2] = enc.alphabet[v>>6&63]
		dst[3] = enc.alphabet[v&63]
		src, dst = src[3:], dst[4:]
	}
	if len(src) == 0 {
		return
	}
	v := uint(src[0]) << 16
	if len(src) == 2 {
		v |= uint(src[1]) << 8
	}
	dst[0] = enc.alphabet[v>>18]
	dst[1] = enc.alphabet[v>>12&63]
	n := 2
	if len(src) == 2 {
		dst[2] = enc.alphabet[v>>6&63]
		n = 3
	}
	for ; n < 4 && enc.padding != NoPadding; n++ {
		dst[n] = byte(enc.padding)
	}
}

// AppendEncode appends the encoding of src to dst.
func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	at, n := len(dst), enc.EncodedLen(len(src))
	dst = slices.Grow(dst, n)[:at+n]
	enc.Encode(dst[at:], src)
	return dst
}

// EncodeToString is the encoding of src.
func (enc *Encoding) EncodeToString(src []byte) string {
	dst := make([]byte, enc.EncodedLen(len(src)))
	enc.Encode(dst, src)
	return unsafe.String(unsafe.SliceData(dst), len(dst))
}

// CorruptInputError is the place of the first character that cannot stand there.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal base64 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// Decode writes the bytes that src stands for to dst and gives their number, also before an error.
// Line ends in src do not count.
func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	for at := 0; at < len(src); {
		// Groups of four without anything special, fast.
		for len(src)-at >= 4 {
			v := uint(enc.values[src[at]])<<24 | uint(enc.values[src[at+1]])<<16 |
				uint(enc.values[src[at+2]])<<8 | uint(enc.values[src[at+3]])
			if v&0xC0C0C0C0 != 0 {
				break
			}
			v = v>>24<<18 | v>>16&63<<12 | v>>8&63<<6 | v&63
			_ = dst[n+2]
			dst[n] = byte(v >> 16)
			dst[n+1] = byte(v >> 8)
			dst[n+2] = byte(v)
			n += 3
			at += 4
		}
		if at == len(src) {
			break
		}
		var wrote int
		at, wrote, err = enc.group(dst[n:], src, at)
		n += wrote
		if err != nil {
			return n, err
		}
	}
	return n, nil
}

// skipLines is the first place from at on that is not a line end.
func skipLines(src []byte, at int) int {
	for at < len(src) && (src[at] == '\n' || src[at] == '\r') {
		at++
	}
	return at
}

// group decodes one group that starts at src[at], whatever it looks like, and gives the place after
// it. A group that ends in padding must be the last.
func (enc *Encoding) group(dst, src []byte, at int) (after, n int, err error) {
	var v uint
	chars := 0
	for chars < 4 {
		at = skipLines(src, at)
		if at == len(src) {
			if chars == 0 {
				return at, 0, nil
			}
			if chars == 1 || enc.padding != NoPadding {
				return at, 0, CorruptInputError(at - chars)
			}
			break
		}
		c := src[at]
		at++
		if x := enc.values[c]; x != none {
			v = v<<6 | uint(x)
			chars++
			continue
		}
		if rune(c) != enc.padding || chars < 2 {
			return at, 0, CorruptInputError(at - 1)
		}
		if chars == 2 {
			// The second padding.
			at = skipLines(src, at)
			if at == len(src) {
				return at, 0, CorruptInputError(len(src))
			}
			if rune(src[at]) != enc.padding {
				return at, 0, CorruptInputError(at - 1)
			}
			at++
		}
		at = skipLines(src, at)
		if at < len(src) {
			err = CorruptInputError(at)
		}
		break
	}
	if chars == 4 {
		_ = dst[2]
		dst[0], dst[1], dst[2] = byte(v>>16), byte(v>>8), byte(v)
		return at, 3, nil
	}
	v <<= 6 * (4 - uint(chars))
	last := byte(v >> 8) // what the last character has beyond whole bytes
	if chars == 3 {
		last = byte(v)
	}
	if enc.strict && last != 0 {
		return at, 0, CorruptInputError(at - (4 - chars))
	}
	dst[0] = byte(v >> 16)
	if chars == 3 {
		dst[1] = byte(v >> 8)
	}
	return at, chars - 1, err
}

// AppendDecode appends the bytes that src stands for to dst, also before an error.
func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	// The padding is not counted, so that what is asked for is not more than needed.
	n := len(src)
	for n > 0 && rune(src[n-1]) == enc.padding {
		n--
	}
	n = n/4*3 + n%4*6/8
	at := len(dst)
	dst = slices.Grow(dst, n)
	m, err := enc.Decode(dst[at:at+n], src)
	return dst[:at+m], err
}

// DecodeString gives the bytes that s stands for, also before an error.
func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	dst := make([]byte, enc.DecodedLen(len(s)))
	n, err := enc.Decode(dst, unsafe.Slice(unsafe.StringData(s), len(s)))
	return dst[:n], err
}
