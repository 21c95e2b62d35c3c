package main

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

type tokenKind int

const (
	endOfInput tokenKind = iota
	word
	number
	quoted
	symbol
)

type token struct {
	kind tokenKind
	text string
	at   int
}

func (t token) String() string {
	if t.kind == endOfInput {
		return "end of input"
	}
	return fmt.Sprintf("%q", t.text)
}

type lexer struct {
	src    string
	offset int
}

func (l *lexer) peek() (rune, int) { return utf8.DecodeRuneInString(l.src[l.offset:]) }

func (l *lexer) while(ok func(rune) bool) string {
	start := l.offset
	for l.offset < len(l.src) {
		r, n := l.peek()
		if !ok(r) {
			break
		}
		l.offset += n
	}
	return l.src[start:l.offset]
}

func (l *lexer) next() token {
	l.while(unicode.IsSpace)
	at := l.offset
	if at == len(l.src) {
		return token{endOfInput, "", at}
	}
	r, n := l.peek()
	switch {
	case unicode.IsLetter(r) || r == '_':
		return token{word, l.while(func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' }), at}
	case unicode.IsDigit(r):
		return token{number, l.while(func(r rune) bool { return unicode.IsDigit(r) || r == '.' }), at}
	case r == '\'':
		l.offset += n
		text := l.while(func(r rune) bool { return r != '\'' })
		if l.offset == len(l.src) {
			panic(syntaxError{at, "text is not closed"})
		}
		l.offset++
		return token{quoted, text, at}
	}
	l.offset += n
	for _, two := range []string{"<=", ">=", "!=", "||"} {
		if l.src[at:min(at+2, len(l.src))] == two {
			l.offset = at + 2
			return token{symbol, two, at}
		}
	}
	return token{symbol, string(r), at}
}

type syntaxError struct {
	at   int
	text string
}

func (e syntaxError) Error() string { return fmt.Sprintf("at %d: %s", e.at, e.text) }
