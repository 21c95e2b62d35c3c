// Package jsontext has the type of raw JSON text, whose name programs can see.
package jsontext

import "errors"

// Value is JSON text as it stands in an input or output.
type Value []byte

// Clone is a copy.
func (v Value) Clone() Value {
	if v == nil {
		return nil
	}
	return append(Value{}, v...)
}

// String is the text.
func (v Value) String() string {
	if v == nil {
		return "null"
	}
	return string(v)
}

// MarshalJSON is the text, null for none.
func (v Value) MarshalJSON() ([]byte, error) {
	if v == nil {
		return []byte("null"), nil
	}
	return v, nil
}

// UnmarshalJSON copies the text.
func (v *Value) UnmarshalJSON(b []byte) error {
	if v == nil {
		return errors.New("jsontext.Value: UnmarshalJSON on nil pointer")
	}
	*v = append((*v)[:0], b...)
	return nil
}
