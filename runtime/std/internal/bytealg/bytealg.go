// Package bytealg declares the searches and comparisons of bytes that strings and bytes rest on.
// All are natives; an index is -1 when there is none, and the empty needle is found at 0.
package bytealg

// IndexByte is the index of the first c in b.
func IndexByte(b []byte, c byte) int

// IndexByteString is the index of the first c in s.
func IndexByteString(s string, c byte) int

// IndexString is the index of the first sub in s.
func IndexString(s, sub string) int

// Index is the index of the first sub in b.
func Index(b, sub []byte) int

// Count is the number of bytes of b that are c.
func Count(b []byte, c byte) int

// CountString is the number of bytes of s that are c.
func CountString(s string, c byte) int

// Compare is -1, 0 or +1 as a is less than, equal to or greater than b, byte for byte.
func Compare(a, b []byte) int

// Equal reports whether a and b have the same length and the same bytes.
func Equal(a, b []byte) bool

// Field finds the first run of bytes from s[from] on that are not white space: from start to end, both
// len(s) when there is none. They are negative when s has other characters than those of ASCII there.
func Field(s string, from int) (start, end int)

// AppendString appends s to *to, which is not nil.
func AppendString(to *[]byte, s string)

// AppendBytes appends b to *to, which is not nil.
func AppendBytes(to *[]byte, b []byte)

// Join puts elems together with sep between them; size is how long that is. It gives up when that is
// much.
func Join(elems []string, sep string, size int) (s string, ok bool)
