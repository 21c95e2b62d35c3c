package bufio

import (
	"errors"
	"io"
	"unicode/utf8"
)

// MaxScanTokenSize is how long a token may be unless Buffer says otherwise.
const MaxScanTokenSize = 64 * 1024

const firstScanSize = 4096

var (
	ErrTooLong         = errors.New("bufio.Scanner: token too long")
	ErrNegativeAdvance = errors.New("bufio.Scanner: SplitFunc returns negative advance count")
	ErrAdvanceTooFar   = errors.New("bufio.Scanner: SplitFunc returns advance count beyond input")
	ErrBadReadCount    = errors.New("bufio.Scanner: Read returned impossible count")

	// ErrFinalToken is for split functions: the token is the last one; nil means there is none.
	ErrFinalToken = errors.New("final token")
)

// A SplitFunc finds the first token in data. No token and no advance asks for more data.
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

// A Scanner gives the tokens of its input one after the other.
type Scanner struct {
	src     io.Reader
	split   SplitFunc
	longest int
	token   []byte
	buf     []byte
	at, end int // buf[at:end] was read and is not split yet
	err     error
	empty   int // empty tokens in a row that did not advance
	started bool
	done    bool
}

// NewScanner gives a Scanner of lines.
func NewScanner(r io.Reader) *Scanner {
	return &Scanner{src: r, split: ScanLines, longest: MaxScanTokenSize}
}

// Err is the first error, but not io.EOF.
func (s *Scanner) Err() error {
	if s.err == io.EOF {
		return nil
	}
	return s.err
}

// Bytes is the token; the next Scan may overwrite it.
func (s *Scanner) Bytes() []byte { return s.token }

// Text is a copy of the token.
func (s *Scanner) Text() string { return string(s.token) }

// Buffer sets the first buffer and the size it may grow to.
func (s *Scanner) Buffer(buf []byte, max int) {
	if s.started {
		panic("Buffer called after Scan")
	}
	s.buf = buf[:cap(buf)]
	s.longest = max
}

// Split sets the split function.
func (s *Scanner) Split(split SplitFunc) {
	if s.started {
		panic("Split called after Scan")
	}
	s.split = split
}

// fail keeps the first error that is not the end of the input.
func (s *Scanner) fail(err error) {
	if s.err == nil || s.err == io.EOF {
		s.err = err
	}
}

// Scan goes to the next token; false means there is none.
func (s *Scanner) Scan() bool {
	if s.done {
		return false
	}
	s.started = true
	for {
		// At the end of the input the split function also sees no data at all.
		if s.end > s.at || s.err != nil {
			advance, token, err := s.split(s.buf[s.at:s.end], s.err != nil)
			if err == ErrFinalToken {
				s.token, s.done = token, true
				return token != nil
			}
			if err != nil {
				s.fail(err)
				return false
			}
			if !s.advance(advance) {
				return false
			}
			s.token = token
			if token != nil {
				if s.err == nil || advance > 0 {
					s.empty = 0
				} else if s.empty++; s.empty > emptyReads {
					panic("bufio.Scan: too many empty tokens without progressing")
				}
				return true
			}
		}
		if s.err != nil {
			s.at, s.end, s.token = 0, 0, nil
			return false
		}
		if !s.more() {
			return false
		}
	}
}

func (s *Scanner) advance(n int) bool {
	if n < 0 {
		s.fail(ErrNegativeAdvance)
		return false
	}
	if n > s.end-s.at {
		s.fail(ErrAdvanceTooFar)
		return false
	}
	s.at += n
	return true
}

// more makes room in the buffer and reads once; false means that the token is too long.
func (s *Scanner) more() bool {
	if s.at > 0 && (s.end == len(s.buf) || s.at > len(s.buf)/2) {
		copy(s.buf, s.buf[s.at:s.end])
		s.end -= s.at
		s.at = 0
	}
	if s.end == len(s.buf) {
		const most = int(^uint(0) >> 1)
		if len(s.buf) >= s.longest || len(s.buf) > most/2 {
			s.fail(ErrTooLong)
			return false
		}
		size := 2 * len(s.buf)
		if size == 0 {
			size = firstScanSize
		}
		bigger := make([]byte, min(size, s.longest))
		copy(bigger, s.buf[s.at:s.end])
		s.buf = bigger
		s.end -= s.at
		s.at = 0
	}
	for tries := 0; ; {
		n, err := s.src.Read(s.buf[s.end:])
		if n < 0 || n > len(s.buf)-s.end {
			s.fail(ErrBadReadCount)
			return true
		}
		s.end += n
		if err != nil {
			s.fail(err)
			return true
		}
		if n > 0 {
			s.empty = 0
			return true
		}
		if tries++; tries > emptyReads {
			s.fail(io.ErrNoProgress)
			return true
		}
	}
}

// ScanBytes gives each byte.
func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	return 1, data[:1], nil
}

// ScanRunes gives each rune; for a wrong byte it gives U+FFFD.
func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	if data[0] < utf8.RuneSelf {
		return 1, data[:1], nil
	}
	if _, size := utf8.DecodeRune(data); size > 1 {
		return size, data[:size], nil
	}
	if !atEOF && !utf8.FullRune(data) {
		return 0, nil, nil
	}
	return 1, []byte("\uFFFD"), nil
}

// ScanLines gives each line without its \n or \r\n; the last line needs none.
func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if i := indexByte(data, '\n'); i >= 0 {
		return i + 1, dropReturn(data[:i]), nil
	}
	if atEOF && len(data) > 0 {
		return len(data), dropReturn(data), nil
	}
	return 0, nil, nil
}

func dropReturn(line []byte) []byte {
	if n := len(line); n > 0 && line[n-1] == '\r' {
		return line[:n-1]
	}
	return line
}

// ScanWords gives each run of bytes between white space.
func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error) {
	start := 0
	for start < len(data) {
		r, size := runeAt(data, start)
		if !isSpace(r) {
			break
		}
		start += size
	}
	for i := start; i < len(data); {
		r, size := runeAt(data, i)
		if isSpace(r) {
			return i + size, data[start:i], nil
		}
		i += size
	}
	if atEOF && start < len(data) {
		return len(data), data[start:], nil
	}
	return start, nil, nil
}

func runeAt(data []byte, i int) (rune, int) {
	if c := data[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRune(data[i:])
}

// isSpace is Unicode's property White_Space.
func isSpace(r rune) bool {
	switch {
	case r == ' ', '\t' <= r && r <= '\r':
		return true
	case r < 0x85:
		return false
	case r == 0x85, r == 0xA0, r == 0x1680, 0x2000 <= r && r <= 0x200A:
		return true
	case r == 0x2028, r == 0x2029, r == 0x202F, r == 0x205F, r == 0x3000:
		return true
	}
	return false
}
