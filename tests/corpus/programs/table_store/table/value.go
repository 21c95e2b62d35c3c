// Package table keeps rows of typed columns in memory.
package table

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// Kind is the type of a column.
type Kind uint8

const (
	Int Kind = iota + 1
	Float
	Text
	Bool
)

var kindNames = [...]string{Int: "int", Float: "float", Text: "text", Bool: "bool"}

func (k Kind) String() string {
	if int(k) < len(kindNames) && kindNames[k] != "" {
		return kindNames[k]
	}
	return "Kind(" + strconv.Itoa(int(k)) + ")"
}

// KindOf finds a kind by its name.
func KindOf(name string) (Kind, bool) {
	for k, n := range kindNames {
		if n != "" && strings.EqualFold(n, name) {
			return Kind(k), true
		}
	}
	return 0, false
}

// Value is one cell. Its zero value is null.
type Value struct {
	kind Kind
	num  float64
	text string
}

func IntValue(n int) Value       { return Value{kind: Int, num: float64(n)} }
func FloatValue(f float64) Value { return Value{kind: Float, num: f} }
func TextValue(s string) Value   { return Value{kind: Text, text: s} }
func BoolValue(b bool) Value {
	v := Value{kind: Bool}
	if b {
		v.num = 1
	}
	return v
}

func (v Value) Kind() Kind     { return v.kind }
func (v Value) IsNull() bool   { return v.kind == 0 }
func (v Value) Num() float64   { return v.num }
func (v Value) Truth() bool    { return v.kind == Bool && v.num != 0 }
func (v Value) numeric() bool  { return v.kind == Int || v.kind == Float }

func (v Value) String() string {
	switch v.kind {
	case 0:
		return "null"
	case Int:
		return strconv.Itoa(int(v.num))
	case Float:
		return strconv.FormatFloat(v.num, 'g', -1, 64)
	case Bool:
		return strconv.FormatBool(v.num != 0)
	}
	return v.text
}

// Compare orders values: null first, numbers by value, other kinds by kind and then content.
func Compare(a, b Value) int {
	if a.numeric() && b.numeric() {
		return cmp.Compare(a.num, b.num)
	}
	return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.num, b.num), strings.Compare(a.text, b.text))
}

// Convert makes a value fit a column.
func (v Value) Convert(to Kind) (Value, error) {
	switch {
	case v.IsNull() || v.kind == to:
		return v, nil
	case v.kind == Int && to == Float:
		return FloatValue(v.num), nil
	case v.kind == Float && to == Int && v.num == float64(int(v.num)):
		return IntValue(int(v.num)), nil
	case to == Text:
		return TextValue(v.String()), nil
	}
	return Value{}, fmt.Errorf("%v %v is no %v", v.kind, v, to)
}
