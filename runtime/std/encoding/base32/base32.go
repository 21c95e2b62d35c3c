// Package base32 writes bytes with an alphabet of 32 characters and reads them again: RFC 4648.
package base32

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
}

const none = 0xFF

// The RFC's alphabets.
var (
	StdEncoding = NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
	HexEncoding = NewEncoding("0123456789ABCDEFGHIJKLMNOPQRSTUV")
)

// NewEncoding makes an Encoding with the usual padding.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 32 {
		panic("encoding alphabet is not 32-bytes long")
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

// EncodedLen is the length of the encoding of n bytes.
func (enc *Encoding) EncodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/5*8 + (n%5*8+4)/5
	}
	return (n + 4) / 5 * 8
}

// DecodedLen is how many bytes n characters stand for at most.
func (enc *Encoding) DecodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/8*5 + n%8*5/8
	}
	return n / 8 * 5
}

// Encode writes the encoding of src to dst, EncodedLen(len(src)) bytes.
func (enc *Encoding) Encode(dst, src []byte) {
	for len(src) > 0 {
		var v uint64
		for i := range 5 {
			v <<= 8
			if i < len(src) {
				v |= uint64(src[i])
			}
		}
		chars := 8
		if len(src) < 5 {
			chars = (len(src)*8 + 4) / 5
		}
		for i := range chars {
			dst[i] = enc.alphabet[v>>(35-5*i)&31]
		}
		if len(src) < 5 {
			for i := chars; i < 8 && enc.padding != NoPadding; i++ {
				dst[i] = byte(enc.padding)
			}
			return
		}
		src, dst = src[5:], dst[8:]
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

// CorruptInputError is the place, without line ends, of the first character that cannot stand there.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal base32 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// withoutLines is src without line ends.
func withoutLines(src []byte) []byte {
	out := src
	copied := false
	for i, c := range src {
		if c == '\r' || c == '\n' {
			if !copied {
				out, copied = append(make([]byte, 0, len(src)), src[:i]...), true
			}
		} else if copied {
			out = append(out, c)
		}
	}
	return out
}

// Decode writes the bytes that src stands for to dst and gives their number, also before an error.
// Line ends in src do not count.
func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	n, _, err = enc.decode(dst, withoutLines(src))
	return n, err
}

// sizes is how many bytes so many characters of a group stand for; some numbers are of no use.
var sizes = [9]int{2: 1, 4: 2, 5: 3, 7: 4, 8: 5}

// decode is Decode without line ends; ended says that there was padding or the last group was short.
func (enc *Encoding) decode(dst, src []byte) (n int, ended bool, err error) {
	for at := 0; at < len(src); at += 8 {
		var v uint64
		chars := 0
		for chars < 8 && at+chars < len(src) && enc.values[src[at+chars]] != none {
			v = v<<5 | uint64(enc.values[src[at+chars]])
			chars++
		}
		if chars < 8 {
			ended = true
			if err := enc.tail(src, at, chars); err != nil {
				return n, true, err
			}
			v <<= 5 * (8 - chars)
		}
		size := sizes[chars]
		for i := range size {
			dst[n+i] = byte(v >> (32 - 8*i))
		}
		n += size
		if chars < 8 {
			break
		}
	}
	return n, ended, nil
}

// tail looks at what follows the characters of a group that has less than 8.
func (enc *Encoding) tail(src []byte, at, chars int) error {
	end := at + chars
	if end == len(src) {
		if enc.padding != NoPadding {
			return CorruptInputError(at)
		}
		return nil
	}
	// Up to six characters behind the first padding are accepted, whatever follows the group.
	rest := len(src) - end - 1
	if rune(src[end]) != enc.padding || chars < 2 || rest > 6 {
		return CorruptInputError(end)
	}
	if rest < 7-chars {
		return CorruptInputError(len(src))
	}
	for i := end + 1; i < at+8; i++ {
		if rune(src[i]) != enc.padding {
			return CorruptInputError(i - 1)
		}
	}
	if chars == 3 || chars == 6 {
		return CorruptInputError(end)
	}
	return nil
}

// AppendDecode appends the bytes that src stands for to dst, also before an error.
func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	n := len(src)
	for n > 0 && rune(src[n-1]) == enc.padding {
		n--
	}
	n = n/8*5 + n%8*5/8
	at := len(dst)
	dst = slices.Grow(dst, n)
	m, err := enc.Decode(dst[at:at+n], src)
	return dst[:at+m], err
}

// DecodeString gives the bytes that s stands for, also before an error.
func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	src := withoutLines(unsafe.Slice(unsafe.StringData(s), len(s)))
	dst := make([]byte, (len(src)+7)/8*5)
	n, _, err := enc.decode(dst, src)
	return dst[:n], err
}
