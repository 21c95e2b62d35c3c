package json

import (
	"bytes"
	"strconv"
)

// Compact appends src without white space to dst.
func Compact(dst *bytes.Buffer, src []byte) error {
	var s scanner
	if err := s.checkText(src); err != nil {
		return err
	}
	dst.Write(appendCompact(nil, src, s.tape, false))
	return nil
}

// appendCompact appends a text, whose tokens are on the tape, without white space; html escapes what HTML
// and JavaScript give a meaning.
func appendCompact(to, src []byte, tape []token, html bool) []byte {
	first := true
	colon := false
	for i := range tape {
		t := tape[i]
		at, end := t.start(), t.end
		switch k := t.kind(); k {
		case '{', '[':
			end = at + 1
		case '}', ']':
			first = true
		}
		if !first {
			if colon {
				to = append(to, ':')
				colon = false
			} else {
				to = append(to, ',')
			}
		}
		first = end == at+1 && (src[at] == '{' || src[at] == '[')
		colon = t.word&flagKey != 0
		if html && src[at] == '"' {
			to = appendEscaped(to, src[at:end])
		} else {
			to = append(to, src[at:end]...)
		}
	}
	return to
}

// appendEscaped appends a text with <, >, & and the line ends of JavaScript as escapes.
func appendEscaped(to, src []byte) []byte {
	done := 0
	for i, c := range src {
		switch {
		case c == '<' || c == '>' || c == '&':
			to = append(to, src[done:i]...)
			to = append(to, `\u00`...)
			to = strconv.AppendUint(to, uint64(c), 16)
			done = i + 1
		case c == 0xe2 && i+2 < len(src) && src[i+1] == 0x80 && src[i+2]&^1 == 0xa8:
			to = append(to, src[done:i]...)
			to = append(to, `\u202`...)
			to = append(to, '8'+src[i+2]&1)
			done = i + 3
		}
	}
	return append(to, src[done:]...)
}

// HTMLEscape appends src to dst with <, >, & and the line ends of JavaScript as escapes.
func HTMLEscape(dst *bytes.Buffer, src []byte) { dst.Write(appendEscaped(nil, src)) }

// Indent appends src to dst with each element on a line of its own, which starts with prefix and as many
// indents as there are brackets around it. White space behind the value stays.
func Indent(dst *bytes.Buffer, src []byte, prefix, indent string) error {
	var s scanner
	if err := s.checkText(src); err != nil {
		return err
	}
	dst.Write(appendIndent(nil, src, s.tape, prefix, indent))
	end := len(src)
	for end > 0 && (src[end-1] == ' ' || src[end-1] == '\t' || src[end-1] == '\n' || src[end-1] == '\r') {
		end--
	}
	dst.Write(src[end:])
	return nil
}

func appendIndent(to, src []byte, tape []token, prefix, indent string) []byte {
	depth := 0
	line := "\n" + prefix // the start of a line at this depth
	fresh, afterKey := true, true
	for i := range tape {
		t := tape[i]
		at, end := t.start(), t.end
		switch src[at] {
		case '}', ']':
			depth--
			line = line[:len(line)-len(indent)]
			if !fresh {
				to = append(to, line...)
			}
			to = append(to, src[at])
			fresh = false
			continue
		}
		if afterKey {
			afterKey = false
		} else {
			if !fresh {
				to = append(to, ',')
			}
			to = append(to, line...)
		}
		fresh = false
		switch src[at] {
		case '{', '[':
			to = append(to, src[at])
			depth++
			line += indent
			fresh = true
			continue
		}
		to = append(to, src[at:end]...)
		if t.word&flagKey != 0 {
			to = append(to, ": "...)
			afterKey = true
		}
	}
	return to
}
