package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"unicode"
)

type parser struct {
	in  []rune
	pos int
	env map[string]float64
}

type syntaxError struct {
	pos int
	msg string
}

func (e syntaxError) Error() string { return fmt.Sprintf("%d: %s", e.pos, e.msg) }

func (p *parser) peek() rune {
	for p.pos < len(p.in) && unicode.IsSpace(p.in[p.pos]) {
		p.pos++
	}
	if p.pos == len(p.in) {
		return 0
	}
	return p.in[p.pos]
}

func (p *parser) fail(format string, args ...any) { panic(syntaxError{p.pos, fmt.Sprintf(format, args...)}) }

func (p *parser) expr() float64 {
	v := p.term()
	for {
		switch p.peek() {
		case '+':
			p.pos++
			v += p.term()
		case '-':
			p.pos++
			v -= p.term()
		default:
			return v
		}
	}
}

func (p *parser) term() float64 {
	v := p.factor()
	for {
		switch p.peek() {
		case '*':
			p.pos++
			v *= p.factor()
		case '/':
			p.pos++
			d := p.factor()
			if d == 0 {
				p.fail("division by zero")
			}
			v /= d
		default:
			return v
		}
	}
}

func (p *parser) factor() float64 {
	switch c := p.peek(); {
	case c == '(':
		p.pos++
		v := p.expr()
		if p.peek() != ')' {
			p.fail("expected )")
		}
		p.pos++
		return v
	case c == '-':
		p.pos++
		return -p.factor()
	case unicode.IsDigit(c):
		var v float64
		for ; p.pos < len(p.in) && unicode.IsDigit(p.in[p.pos]); p.pos++ {
			v = v*10 + float64(p.in[p.pos]-'0')
		}
		return v
	case unicode.IsLetter(c):
		start := p.pos
		for p.pos < len(p.in) && unicode.IsLetter(p.in[p.pos]) {
			p.pos++
		}
		name := string(p.in[start:p.pos])
		v, ok := p.env[name]
		if !ok {
			p.fail("unknown %q", name)
		}
		return v
	case c == 0:
		p.fail("unexpected end")
	default:
		p.fail("unexpected %q", c)
	}
	return 0
}

func eval(s string, env map[string]float64) (v float64, err error) {
	p := &parser{in: []rune(s), env: env}
	defer func() {
		if r := recover(); r != nil {
			se, ok := r.(syntaxError)
			if !ok {
				panic(r)
			}
			err = se
		}
	}()
	v = p.expr()
	if p.peek() != 0 {
		p.fail("trailing %q", p.peek())
	}
	return v, nil
}

func main() {
	env := map[string]float64{"pi": 3.25, "x": 2}
	sc := bufio.NewScanner(strings.NewReader("1+2*3\n(1+2)*3\n-x*-(4-1)\n2*pi\n1/0\n(1\n2 3\ny+1\n\n10/4-1/8\n$"))
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for sc.Scan() {
		v, err := eval(sc.Text(), env)
		if err != nil {
			fmt.Fprintln(out, "error", err)
			continue
		}
		fmt.Fprintf(out, "%s = %g\n", sc.Text(), v)
	}
}
