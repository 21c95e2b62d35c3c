package main

import (
	"slices"
	"strconv"
	"strings"

	"example.org/tables/table"
)

type parser struct {
	lexer
	tok token
}

func newParser(src string) *parser {
	p := &parser{lexer: lexer{src: src}}
	p.advance()
	return p
}

func (p *parser) advance() token {
	t := p.tok
	p.tok = p.next()
	return t
}

func (p *parser) fail(want string) {
	panic(syntaxError{p.tok.at, "expected " + want + ", found " + p.tok.String()})
}

func (p *parser) is(texts ...string) bool {
	return p.tok.kind != quoted && slices.Contains(texts, strings.ToLower(p.tok.text))
}

func (p *parser) accept(text string) bool {
	if p.is(text) {
		p.advance()
		return true
	}
	return false
}

func (p *parser) expect(text string) {
	if !p.accept(text) {
		p.fail(text)
	}
}

func (p *parser) name() string {
	if p.tok.kind != word {
		p.fail("a name")
	}
	return p.advance().text
}

var levels = [][]string{{"or"}, {"and"}, {"=", "!=", "<", "<=", ">", ">="}, {"+", "-", "||"}, {"*", "/", "%"}}

func (p *parser) expr() expr { return p.level(0) }

func (p *parser) level(n int) expr {
	if n == len(levels) {
		return p.factor()
	}
	x := p.level(n + 1)
	for p.is(levels[n]...) {
		op := strings.ToLower(p.advance().text)
		x = &binary{op, x, p.level(n + 1)}
	}
	return x
}

func (p *parser) factor() expr {
	switch t := p.tok; {
	case p.is("not", "-"):
		p.advance()
		return unary{strings.ToLower(t.text), p.factor()}
	case p.accept("("):
		x := p.expr()
		p.expect(")")
		return x
	case p.accept("null"):
		return literal{}
	case p.is("true", "false"):
		p.advance()
		return literal{table.BoolValue(strings.EqualFold(t.text, "true"))}
	case t.kind == quoted:
		p.advance()
		return literal{table.TextValue(t.text)}
	case t.kind == number:
		p.advance()
		if n, err := strconv.Atoi(t.text); err == nil {
			return literal{table.IntValue(n)}
		}
		f, err := strconv.ParseFloat(t.text, 64)
		if err != nil {
			panic(syntaxError{t.at, err.Error()})
		}
		return literal{table.FloatValue(f)}
	case t.kind == word:
		name := p.advance().text
		if p.accept("(") {
			arg := p.expr()
			p.expect(")")
			return &call{strings.ToLower(name), arg}
		}
		return column{name}
	}
	p.fail("an expression")
	return nil
}

func list[T any](p *parser, item func() T) []T {
	out := []T{item()}
	for p.accept(",") {
		out = append(out, item())
	}
	return out
}
