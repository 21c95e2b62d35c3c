package url

import (
	"strconv"
	"strings"
)

// EscapeError is a percent sign without two hexadecimal digits, and what follows it.
type EscapeError string

func (e EscapeError) Error() string { return "invalid URL escape " + strconv.Quote(string(e)) }

// InvalidHostError is a character that no host has.
type InvalidHostError string

func (e InvalidHostError) Error() string {
	return "invalid character " + strconv.Quote(string(e)) + " in host name"
}

// A part is where in a URL a text stands: what has to be escaped depends on it.
type part int

const (
	inPath part = iota
	inSegment
	inHost
	inZone
	inUser
	inQuery
	inFragment
)

// plain is what stands for itself in each part, besides letters, digits and -_.~.
var plain = [...]string{
	inPath:     "$&+,/:;=@",
	inSegment:  "$&+:=@",
	inHost:     "!$&'()*+,;=:[]<>\"",
	inZone:     "!$&'()*+,;=:[]<>\"",
	inUser:     "$&+,;=",
	inQuery:    "",
	inFragment: "$&+,/:;=?@!()*",
}

func (p part) escapes(c byte) bool {
	switch {
	case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '_', c == '.', c == '~':
		return false
	}
	return strings.IndexByte(plain[p], c) < 0
}

const digits = "0123456789ABCDEF"

func escape(s string, p part) string {
	i := 0
	for i < len(s) && !p.escapes(s[i]) {
		i++
	}
	if i == len(s) {
		return s
	}
	b := make([]byte, 0, len(s)+16)
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ' && p == inQuery:
			b = append(b, '+')
		case p.escapes(c):
			b = append(b, '%', digits[c>>4], digits[c&15])
		default:
			b = append(b, c)
		}
	}
	return string(b)
}

// hex is the value of a digit, or -1.
func hex(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

func unescape(s string, p part) (string, error) {
	special := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '%':
			special = true
			if i+2 >= len(s) || hex(s[i+1]) < 0 || hex(s[i+2]) < 0 {
				return "", EscapeError(s[i:min(i+3, len(s))])
			}
			x := byte(hex(s[i+1])<<4 | hex(s[i+2]))
			// In a host only characters beyond ASCII are written so, and the % of a zone.
			if p == inHost && x < 0x80 && s[i:i+3] != "%25" {
				return "", EscapeError(s[i : i+3])
			}
			if p == inZone && s[i:i+3] != "%25" && x != ' ' && inHost.escapes(x) {
				return "", EscapeError(s[i : i+3])
			}
			i += 2
		case c == '+':
			special = special || p == inQuery
		case (p == inHost || p == inZone) && c < 0x80 && p.escapes(c):
			return "", InvalidHostError(s[i : i+1])
		}
	}
	if !special {
		return s, nil
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '%':
			b = append(b, byte(hex(s[i+1])<<4|hex(s[i+2])))
			i += 2
		case c == '+' && p == inQuery:
			b = append(b, ' ')
		default:
			b = append(b, c)
		}
	}
	return string(b), nil
}

// QueryEscape escapes s for a query: a blank becomes +.
func QueryEscape(s string) string { return escape(s, inQuery) }

// PathEscape escapes s for a segment of a path.
func PathEscape(s string) string { return escape(s, inSegment) }

// QueryUnescape is the inverse of QueryEscape.
func QueryUnescape(s string) (string, error) { return unescape(s, inQuery) }

// PathUnescape is the inverse of PathEscape; a + stays.
func PathUnescape(s string) (string, error) { return unescape(s, inSegment) }
