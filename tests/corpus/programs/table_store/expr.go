package main

import (
	"fmt"
	"strings"

	"example.org/tables/table"
)

// expr is an expression over a row.
type expr interface {
	eval(env) (table.Value, error)
	fmt.Stringer
}

type env struct {
	row    table.Row
	lookup func(string) (int, error)
}

type (
	literal struct{ v table.Value }
	column  struct{ name string }
	unary   struct {
		op string
		x  expr
	}
	binary struct {
		op   string
		x, y expr
	}
	call struct {
		name string
		arg  expr
	}
)

func (e literal) String() string {
	if e.v.Kind() == table.Text {
		return "'" + e.v.String() + "'"
	}
	return e.v.String()
}
func (e column) String() string  { return e.name }
func (e unary) String() string   { return "(" + e.op + " " + e.x.String() + ")" }
func (e *binary) String() string { return "(" + e.x.String() + " " + e.op + " " + e.y.String() + ")" }
func (e *call) String() string   { return e.name + "(" + e.arg.String() + ")" }

func (e literal) eval(env) (table.Value, error) { return e.v, nil }

func (e column) eval(n env) (v table.Value, err error) {
	i, err := n.lookup(e.name)
	if err != nil {
		return v, err
	}
	return n.row[i], nil
}

func (e unary) eval(n env) (table.Value, error) {
	v, err := e.x.eval(n)
	if err != nil {
		return v, err
	}
	switch e.op {
	case "not":
		return table.BoolValue(!v.Truth()), nil
	case "-":
		if v.Kind() == table.Int {
			return table.IntValue(int(-v.Num())), nil
		}
		return table.FloatValue(-v.Num()), nil
	}
	return v, fmt.Errorf("unknown operator %s", e.op)
}

func (e *binary) eval(n env) (table.Value, error) {
	x, err := e.x.eval(n)
	if err != nil {
		return x, err
	}
	switch {
	case e.op == "and" && !x.Truth(), e.op == "or" && x.Truth():
		return x, nil
	}
	y, err := e.y.eval(n)
	if err != nil {
		return y, err
	}
	switch e.op {
	case "and", "or":
		return y, nil
	case "||":
		return table.TextValue(x.String() + y.String()), nil
	case "+", "-", "*", "/", "%":
		return arithmetic(e.op, x, y)
	}
	c := table.Compare(x, y)
	ok := map[string]bool{"=": c == 0, "!=": c != 0, "<": c < 0, "<=": c <= 0, ">": c > 0, ">=": c >= 0}[e.op]
	return table.BoolValue(ok), nil
}

func arithmetic(op string, x, y table.Value) (v table.Value, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v %s %v: %v", x, op, y, r)
		}
	}()
	if x.Kind() == table.Int && y.Kind() == table.Int {
		a, b := int(x.Num()), int(y.Num())
		switch op {
		case "+":
			return table.IntValue(a + b), nil
		case "-":
			return table.IntValue(a - b), nil
		case "*":
			return table.IntValue(a * b), nil
		case "/":
			return table.IntValue(a / b), nil
		default:
			return table.IntValue(a % b), nil
		}
	}
	a, b := x.Num(), y.Num()
	ops := map[string]func() float64{
		"+": func() float64 { return a + b },
		"-": func() float64 { return a - b },
		"*": func() float64 { return a * b },
		"/": func() float64 { return a / b },
	}
	return table.FloatValue(ops[op]()), nil
}

func (e *call) eval(n env) (table.Value, error) {
	v, err := e.arg.eval(n)
	if err != nil {
		return v, err
	}
	switch e.name {
	case "upper":
		return table.TextValue(strings.ToUpper(v.String())), nil
	case "len":
		return table.IntValue(len([]rune(v.String()))), nil
	}
	return v, fmt.Errorf("unknown function %s", e.name)
}
