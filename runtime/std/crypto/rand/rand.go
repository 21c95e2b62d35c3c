// Package rand has random bytes that nobody can foretell. They come from the operating system; with a seed
// for the whole run (gvm's deterministic mode) they come from that.
package rand

import "io"

// fill fills p.
func fill(p []byte)

type reader struct{}

func (reader) Read(p []byte) (int, error) {
	for rest := p; len(rest) > 0; {
		n := min(len(rest), 1<<16)
		fill(rest[:n])
		rest = rest[n:]
	}
	return len(p), nil
}

// Reader is the source of random bytes.
var Reader io.Reader = &reader{}

// Read fills b; it never fails.
func Read(b []byte) (n int, err error) {
	if _, err := io.ReadFull(Reader, b); err != nil {
		panic("crypto/rand: failed to read random data (see https://go.dev/issue/66821): " + err.Error())
	}
	return len(b), nil
}

// Text is a random text of at least 128 bits in the alphabet of base32.
func Text() string {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
	b := make([]byte, 26)
	Read(b)
	for i, x := range b {
		b[i] = letters[x%32]
	}
	return string(b)
}
