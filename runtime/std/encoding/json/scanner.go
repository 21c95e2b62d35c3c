package json

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// A token is an item of a text: kind (its first character, '0' for numbers), flags and place in word; in
// end the place behind it, of an opening bracket the index of its closing one.
type token struct {
	word uint64
	end  int
}

func (t token) kind() byte { return byte(t.word) }
func (t token) start() int { return int(t.word >> 16) }

const (
	flagEscaped = 1 << 8 // a string with escapes
	flagBroken  = 2 << 8 // a string that is not UTF-8
	flagKey     = 4 << 8 // a string that is the name of a member
	flagWhole   = 1 << 8 // a number without fraction and exponent
)

// A scanner is what the native scan keeps; its layout is the native's.
type scanner struct {
	pos   int // where it goes on
	mode  int // what may come
	open  int // the innermost open bracket's token, or -1
	depth int
	tape  []token // all of it is room; the first used ones are set
	fault int
	at    int // where the fault is
}

// What may come next.
const (
	wantValue = iota
	wantElement
	wantFirstKey
	wantKey
	wantColon
	wantMore
	atEnd
)

// How scan ends.
const (
	scanDone = iota
	scanMore // the text ends early
	scanRoom // the tape is full
	scanAgain
	scanFault
)

// What scan is asked for.
const (
	atEOF    = 1 // the text is all there is
	oneToken = 2
	toTheEnd = 4 // nothing but white space may follow the value
)

const (
	faultEOF = iota + 1
	faultValue
	faultKey
	faultAfterKey
	faultAfterElement
	faultAfterPair
	faultAfterAll
	faultLiteral
	faultString
	faultNumber
	faultEscape
	faultDepth
	faultAfterString
	faultAfterValue
)

// reset makes s ready for a value at pos.
func (s *scanner) reset(pos int) {
	s.pos, s.mode, s.open, s.depth = pos, wantValue, -1, 0
	s.tape = s.tape[:0]
}

// run scans until there is a value or a token (scanDone), a fault, or the text ends (scanMore).
func (s *scanner) run(data []byte, wish int) int {
	for {
		switch status := scan(data, s, wish); status {
		case scanRoom:
			if cap(s.tape) == 0 {
				s.tape = make([]token, 0, 16+len(data)/16)
			} else {
				s.tape = append(make([]token, 0, 2*cap(s.tape)), s.tape...)
			}
		case scanAgain:
		default:
			return status
		}
	}
}

// check scans all of data.
func (s *scanner) check(data []byte) error {
	s.reset(0)
	if s.run(data, atEOF|toTheEnd) == scanFault {
		return s.err(data, 0)
	}
	return nil
}

// checkText is check in the words of Compact and Indent.
func (s *scanner) checkText(data []byte) error {
	err := s.check(data)
	if err != nil && s.fault == faultAfterElement {
		s.fault = faultAfterValue
		err = s.err(data, 0)
	}
	return err
}

// err is the fault as an error; base is the offset of data.
func (s *scanner) err(data []byte, base int64) *SyntaxError {
	if s.fault == faultEOF {
		return &SyntaxError{"unexpected end of JSON input", base + int64(s.at)}
	}
	if s.fault == faultDepth {
		return &SyntaxError{"exceeded max depth", base + int64(s.at) + 1}
	}
	if s.fault == faultEscape {
		seq := data[s.at : s.at+2]
		if seq[1] == 'u' {
			// As far as four digits would reach.
			seq = data[s.at:min(s.at+6, len(data))]
			for cut := len(seq) - 1; cut > len(seq)-utf8.UTFMax && cut > 2; cut-- {
				if utf8.RuneStart(seq[cut]) {
					if _, size := utf8.DecodeRune(data[s.at+cut:]); size > len(seq)-cut {
						seq = data[s.at : s.at+cut+size]
					}
					break
				}
			}
		}
		quoted := strconv.Quote(string(seq))
		if strconv.CanBackquote(string(seq)) && !bytes.ContainsRune(seq, ' ') {
			quoted = "`" + string(seq) + "`"
		}
		return &SyntaxError{"invalid escape sequence " + quoted + " in string", base + int64(s.at+len(seq))}
	}
	r, size := utf8.DecodeRune(data[s.at:])
	c := strconv.QuoteRune(r)
	if r == utf8.RuneError && size == 1 {
		c = `'\x` + strconv.FormatUint(uint64(data[s.at]), 16) + `'`
	}
	return &SyntaxError{"invalid character " + c + s.context(data), base + int64(s.at+size)}
}

func (s *scanner) context(data []byte) string {
	switch s.fault {
	case faultKey:
		return " looking for beginning of object key string"
	case faultAfterKey:
		return " after object key"
	case faultAfterElement:
		return " after array element"
	case faultAfterPair:
		return " after object key:value pair"
	case faultAfterAll:
		return " after top-level value"
	case faultString:
		return " in string"
	case faultAfterString:
		return " after string value"
	case faultAfterValue:
		return " after array value"
	case faultNumber:
		return " in numeric literal"
	case faultLiteral:
		word := "null"
		switch data[s.pos] {
		case 't':
			word = "true"
		case 'f':
			word = "false"
		}
		return " in literal " + word + " (expecting " + strconv.QuoteRune(rune(word[s.at-s.pos])) + ")"
	}
	return " looking for beginning of value"
}

// Valid reports whether data is JSON.
func Valid(data []byte) bool {
	var s scanner
	return s.check(data) == nil
}
