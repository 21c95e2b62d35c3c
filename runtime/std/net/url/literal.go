package url

import (
	"errors"
	"strconv"
	"strings"
)

// literalFault says what is wrong with the address of the IP version 6 (RFC 4291, RFC 4007) that stands in
// brackets in a host.
func literalFault(s string) error {
	reason, at := "unable to parse IP", ""
	switch i := strings.IndexAny(s, ".:%"); {
	case i < 0:
	case s[i] == '%':
		reason = "missing IPv6 address"
	case s[i] == '.':
		if reason, at = fourFault(s); reason == "" {
			return errors.New("invalid IP-literal")
		}
	default:
		if reason, at = sixFault(s); reason == "" {
			return nil
		}
	}
	text := "invalid host: ParseAddr(" + strconv.Quote(s) + "): " + reason
	if at != "" {
		text += " (at " + strconv.Quote(at) + ")"
	}
	return errors.New(text)
}

// fourFault is what is wrong with four numbers, and where; "" for nothing.
func fourFault(s string) (reason, at string) {
	number, length, fields := 0, 0, 1
	for i := range len(s) {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			if length == 1 && number == 0 {
				return "IPv4 field has octet with leading zero", ""
			}
			number = number*10 + int(c-'0')
			length++
			if number > 255 {
				return "IPv4 field has value >255", ""
			}
		case c != '.':
			return "unexpected character", s[i:]
		case length == 0 || i == len(s)-1:
			return "IPv4 field must have at least one digit", s[i:]
		case fields == 4:
			return "IPv4 address too long", ""
		default:
			number, length = 0, 0
			fields++
		}
	}
	if fields < 4 {
		return "IPv4 address too short", ""
	}
	return "", ""
}

// sixFault is what is wrong with an address of eight fields, and where; "" for nothing.
func sixFault(s string) (reason, at string) {
	s, zone, hasZone := strings.Cut(s, "%")
	if hasZone && zone == "" {
		return "zone must be a non-empty string", ""
	}
	fields := 0
	short := strings.HasPrefix(s, "::") // stands for zeros
	if short {
		s = s[2:]
	}
	for fields < 8 && s != "" {
		n := 0
		for n < len(s) && hex(s[n]) >= 0 {
			if n++; n > 4 {
				return "each group must have 4 or less digits", s
			}
		}
		if n == 0 {
			return "each colon-separated field must have at least one digit", s
		}
		if n < len(s) && s[n] == '.' {
			if !short && fields != 6 {
				return "embedded IPv4 address must replace the final 2 fields of the address", s
			}
			if fields > 6 {
				return "too many hex fields to fit an embedded IPv4 at the end of the address", s
			}
			if reason, at = fourFault(s); reason != "" {
				return reason, at
			}
			fields += 2
			s = ""
			break
		}
		fields++
		if s = s[n:]; s == "" {
			break
		}
		if s[0] != ':' {
			return "unexpected character, want colon", s
		}
		if len(s) == 1 {
			return "colon must be followed by more characters", s
		}
		if s = s[1:]; s[0] == ':' {
			if short {
				return "multiple :: in address", s
			}
			short = true
			s = s[1:]
		}
	}
	switch {
	case s != "":
		return "trailing garbage after address", s
	case fields < 8 && !short:
		return "address string too short", ""
	case fields == 8 && short:
		return "the :: must expand to at least one field of zeros", ""
	}
	return "", ""
}
