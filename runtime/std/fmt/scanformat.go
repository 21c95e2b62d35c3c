package fmt

import "unicode/utf8"

// formatted reads operands as a format says.
func (s *reading) formatted(format string, a []any) (n int, err error) {
	run := 0 // where the text since the last directive starts
	for at := 0; at < len(format); {
		r, size := utf8.DecodeRuneInString(format[at:])
		matches := true
		switch {
		case isSpace(r):
			at = s.matchSpace(format, at)
		case r != '%':
			at += size
			matches = s.literal(r)
		case at+1 == len(format):
			s.failText("missing verb: % at end of format string")
		case format[at+1] == '%':
			at += 2
			matches = s.literal('%')
		default:
			at = s.directive(format, at+1, a, &n)
			run = at
		}
		if !matches {
			if format[run] != '%' {
				s.failText("input does not match format")
			} else {
				// Text that starts with %% gets a second chance: there that is a directive, which
				// skips space.
				at = s.directive(format, run+1, a, &n)
				run = at
			}
		}
		if s.err != nil {
			return n, s.err
		}
	}
	if n < len(a) {
		s.failText("too many operands")
	}
	return n, s.err
}

// literal takes the next rune if it is want.
func (s *reading) literal(want rune) bool {
	if s.must() != want && s.err == nil {
		s.back()
		return false
	}
	return true
}

// directive does what follows a % in the format and gives the place after it.
func (s *reading) directive(format string, at int, a []any, n *int) int {
	width, hasWidth := 0, false
	for at < len(format) && '0' <= format[at] && format[at] <= '9' && !tooBig(width) {
		width, hasWidth = width*10+int(format[at]-'0'), true
		at++
	}
	if tooBig(width) {
		// Nobody means that: the last byte is taken for the verb.
		at = len(format) - 1
		hasWidth = false
	}
	if !hasWidth {
		width = noLimit
	}
	verb, size := utf8.DecodeRuneInString(format[at:])
	start := at
	at += size
	if verb != 'c' {
		s.SkipSpace()
	}
	if verb == '%' {
		s.SkipSpace()
		s.more()
		if !s.accept("%") {
			s.failText("missing literal %")
		}
		return at
	}
	if s.err != nil {
		return at
	}
	if *n >= len(a) {
		s.failText("too few operands for format '%" + format[start:] + "'")
		return at
	}
	outer := s.limit
	s.width = width
	s.limit = min(outer, s.count+width)
	s.operand(verb, a[*n])
	s.limit = outer
	if s.err == nil {
		*n++
	}
	return at
}

// matchSpace matches a run of space in the format. Each newline in it matches any spaces and a newline,
// or the end of the input. Spaces alone match at least one space and no newline; after a newline,
// they match any number of spaces.
func (s *reading) matchSpace(format string, at int) int {
	newlines, trailing := 0, false
	for at < len(format) {
		r, size := utf8.DecodeRuneInString(format[at:])
		if !isSpace(r) {
			break
		}
		if trailing = r != '\n'; !trailing {
			newlines++
		}
		at += size
	}
	for range newlines {
		if r := s.blanks(s.next()); r != '\n' && r != none {
			s.failText("newline in format does not match input")
		}
	}
	if !trailing {
		return at
	}
	r := s.next()
	if newlines == 0 {
		if r != none && !isSpace(r) {
			s.failText("expected space in input to match format")
		}
		if r == '\n' {
			s.failText("newline in input does not match format")
		}
	}
	if s.blanks(r) != none {
		s.back()
	}
	return at
}

// blanks skips spaces that are no newlines, beginning with r, and gives the first other rune, taken.
func (s *reading) blanks(r rune) rune {
	for r != none && r != '\n' && isSpace(r) {
		r = s.next()
	}
	return r
}
