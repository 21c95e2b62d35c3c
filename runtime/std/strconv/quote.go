package strconv

import (
	"internal/category"
	"unicode/utf8"
)

// IsPrint reports whether r can be printed, as unicode.IsPrint does.
func IsPrint(r rune) bool {
	if uint32(r) < utf8.RuneSelf {
		return 0x20 <= r && r < 0x7F
	}
	return category.Of(r).Graphic()
}

// IsGraphic reports whether r is graphic, as unicode.IsGraphic does.
func IsGraphic(r rune) bool {
	return IsPrint(r) || category.Of(r) == category.Zs
}

// charset says which runes may stand for themselves in quotes.
type charset uint8

const (
	printable charset = iota
	ascii
	graphic
)

func (set charset) has(r rune) bool {
	switch {
	case uint32(r) < utf8.RuneSelf:
		return 0x20 <= r && r < 0x7F
	case set == ascii:
		return false
	case set == graphic:
		return IsGraphic(r)
	}
	return category.Of(r).Graphic()
}

// Quote gives s as a string literal in double quotes.
func Quote(s string) string { return string(appendQuoted(nil, s, printable)) }

// AppendQuote appends what Quote gives.
func AppendQuote(dst []byte, s string) []byte { return appendQuoted(dst, s, printable) }

// QuoteToASCII is Quote that escapes all that is not ASCII.
func QuoteToASCII(s string) string { return string(appendQuoted(nil, s, ascii)) }

// AppendQuoteToASCII appends what QuoteToASCII gives.
func AppendQuoteToASCII(dst []byte, s string) []byte { return appendQuoted(dst, s, ascii) }

// QuoteToGraphic is Quote that leaves all graphic runes.
func QuoteToGraphic(s string) string { return string(appendQuoted(nil, s, graphic)) }

// AppendQuoteToGraphic appends what QuoteToGraphic gives.
func AppendQuoteToGraphic(dst []byte, s string) []byte { return appendQuoted(dst, s, graphic) }

// QuoteRune gives r as a rune literal.
func QuoteRune(r rune) string { return string(appendQuotedRune(nil, r, printable)) }

// AppendQuoteRune appends what QuoteRune gives.
func AppendQuoteRune(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, printable) }

// QuoteRuneToASCII is QuoteRune that escapes all that is not ASCII.
func QuoteRuneToASCII(r rune) string { return string(appendQuotedRune(nil, r, ascii)) }

// AppendQuoteRuneToASCII appends what QuoteRuneToASCII gives.
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, ascii) }

// QuoteRuneToGraphic is QuoteRune that leaves all graphic runes.
func QuoteRuneToGraphic(r rune) string { return string(appendQuotedRune(nil, r, graphic)) }

// AppendQuoteRuneToGraphic appends what QuoteRuneToGraphic gives.
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return appendQuotedRune(dst, r, graphic)
}

func appendQuoted(dst []byte, s string, set charset) []byte {
	if cap(dst)-len(dst) < len(s)+2 {
		dst = append(make([]byte, 0, len(dst)+len(s)*5/4+2), dst...)
	}
	dst = append(dst, '"')
	plain := 0 // s[plain:i] is to be copied as it is
	for i := 0; i < len(s); {
		c := s[i]
		if 0x20 <= c && c < 0x7F && c != '"' && c != '\\' {
			i++
			continue
		}
		r, width := rune(c), 1
		if c >= utf8.RuneSelf {
			r, width = utf8.DecodeRuneInString(s[i:])
			if width > 1 && set.has(r) {
				i += width
				continue
			}
		}
		dst = append(dst, s[plain:i]...)
		if c >= utf8.RuneSelf && width == 1 {
			dst = append(dst, '\\', 'x', digits36[c>>4], digits36[c&15])
		} else {
			dst = appendEscaped(dst, r, '"', set)
		}
		i += width
		plain = i
	}
	dst = append(dst, s[plain:]...)
	return append(dst, '"')
}

func appendQuotedRune(dst []byte, r rune, set charset) []byte {
	if !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	dst = append(dst, '\'')
	dst = appendEscaped(dst, r, '\'', set)
	return append(dst, '\'')
}

// appendEscaped appends r, escaped unless it may stand for itself.
func appendEscaped(dst []byte, r rune, quote byte, set charset) []byte {
	if r == rune(quote) || r == '\\' {
		return append(dst, '\\', byte(r))
	}
	if set.has(r) {
		return utf8.AppendRune(dst, r)
	}
	switch r {
	case '\a':
		return append(dst, `\a`...)
	case '\b':
		return append(dst, `\b`...)
	case '\f':
		return append(dst, `\f`...)
	case '\n':
		return append(dst, `\n`...)
	case '\r':
		return append(dst, `\r`...)
	case '\t':
		return append(dst, `\t`...)
	case '\v':
		return append(dst, `\v`...)
	}
	letter, size := byte('U'), 32
	switch {
	case r < ' ' || r == 0x7F:
		letter, size = 'x', 8
	case r < 0x10000:
		letter, size = 'u', 16
	}
	dst = append(dst, '\\', letter)
	for size > 0 {
		size -= 4
		dst = append(dst, digits36[r>>size&15])
	}
	return dst
}

// CanBackquote reports whether s can be written between back quotes, on one line.
func CanBackquote(s string) bool {
	for i, r := range s {
		switch {
		case r < ' ' && r != '\t', r == '`', r == 0x7F, r == '\uFEFF':
			return false
		case r == utf8.RuneError:
			if _, width := utf8.DecodeRuneInString(s[i:]); width == 1 {
				return false
			}
		}
	}
	return true
}

func unhex(c byte) (rune, bool) {
	d := digitOf(c)
	return rune(d), d < 16
}

// UnquoteChar decodes the character or escape that s begins with, in a literal between quote. The
// other escaped quote is not permitted; when quote is 0 neither is, and both may be unescaped.
// multibyte says that value is a rune above ASCII, not a byte.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" {
		return 0, false, "", ErrSyntax
	}
	c := s[0]
	switch {
	case c == quote && (quote == '\'' || quote == '"'):
		return 0, false, "", ErrSyntax
	case c >= utf8.RuneSelf:
		r, width := utf8.DecodeRuneInString(s)
		return r, true, s[width:], nil
	case c != '\\':
		return rune(c), false, s[1:], nil
	case len(s) == 1:
		return 0, false, "", ErrSyntax
	}
	c = s[1]
	s = s[2:]
	size := 0 // of a number in hexadecimal
	switch c {
	case 'a':
		value = '\a'
	case 'b':
		value = '\b'
	case 'f':
		value = '\f'
	case 'n':
		value = '\n'
	case 'r':
		value = '\r'
	case 't':
		value = '\t'
	case 'v':
		value = '\v'
	case '\\':
		value = '\\'
	case '\'', '"':
		if c != quote {
			return 0, false, "", ErrSyntax
		}
		value = rune(c)
	case 'x':
		size = 2
	case 'u':
		size = 4
	case 'U':
		size = 8
	case '0', '1', '2', '3', '4', '5', '6', '7':
		if len(s) < 2 || s[0]-'0' > 7 || s[1]-'0' > 7 {
			return 0, false, "", ErrSyntax
		}
		value = rune(c-'0')<<6 | rune(s[0]-'0')<<3 | rune(s[1]-'0')
		if value > 255 {
			return 0, false, "", ErrSyntax
		}
		s = s[2:]
	default:
		return 0, false, "", ErrSyntax
	}
	if size > 0 {
		if len(s) < size {
			return 0, false, "", ErrSyntax
		}
		for i := 0; i < size; i++ {
			digit, ok := unhex(s[i])
			if !ok {
				return 0, false, "", ErrSyntax
			}
			value = value<<4 | digit
		}
		s = s[size:]
		if size > 2 {
			if !utf8.ValidRune(value) {
				return 0, false, "", ErrSyntax
			}
			multibyte = true
		}
	}
	return value, multibyte, s, nil
}

// QuotedPrefix gives the quoted string that s begins with, its quotes included.
func QuotedPrefix(s string) (string, error) {
	n, _, err := quoted(s, false)
	return s[:n], err
}

// Unquote gives the value of a string or rune literal.
func Unquote(s string) (string, error) {
	n, value, err := quoted(s, true)
	if err != nil || n != len(s) {
		return "", ErrSyntax
	}
	return value, nil
}

// quoted finds the literal that s begins with, n bytes long, and its value if that is wanted.
func quoted(s string, wanted bool) (n int, value string, err error) {
	if len(s) < 2 {
		return 0, "", ErrSyntax
	}
	quote := s[0]
	if quote == '`' {
		return backquoted(s, wanted)
	}
	if quote != '"' && quote != '\'' {
		return 0, "", ErrSyntax
	}
	// Most literals have no escape: then the value is a part of s.
	i := 1
	for i < len(s) && s[i] != quote && s[i] != '\\' && s[i] != '\n' && s[i] < utf8.RuneSelf {
		i++
	}
	if i < len(s) && s[i] == quote && quote == '"' {
		return i + 1, s[1:i], nil
	}
	if quote == '\'' {
		i = 1
	}
	var b []byte
	if wanted {
		b = append(make([]byte, 0, len(s)), s[1:i]...)
	}
	rest := s[i:]
	for count := 0; rest != ""; count++ {
		if rest[0] == quote {
			return len(s) - len(rest) + 1, string(b), nil
		}
		if rest[0] == '\n' || quote == '\'' && count == 1 {
			return 0, "", ErrSyntax
		}
		r, multibyte, tail, err := UnquoteChar(rest, quote)
		if err != nil {
			return 0, "", err
		}
		if wanted {
			if multibyte {
				b = utf8.AppendRune(b, r)
			} else {
				b = append(b, byte(r))
			}
		}
		rest = tail
	}
	return 0, "", ErrSyntax
}

// backquoted is quoted for a raw string, whose carriage returns do not count.
func backquoted(s string, wanted bool) (n int, value string, err error) {
	end := 1
	returns := 0
	for end < len(s) && s[end] != '`' {
		if s[end] == '\r' {
			returns++
		}
		end++
	}
	if end == len(s) {
		return 0, "", ErrSyntax
	}
	value = s[1:end]
	if returns > 0 && wanted {
		b := make([]byte, 0, end-1-returns)
		for i := 1; i < end; i++ {
			if s[i] != '\r' {
				b = append(b, s[i])
			}
		}
		value = string(b)
	}
	return end + 1, value, nil
}
