package json

import (
	"reflect"
	"strconv"
	"strings"
	"unsafe"
)

// A SyntaxError is text that is not JSON.
type SyntaxError struct {
	msg    string
	Offset int64 // so many bytes were read up to the error, its character included
}

func (e *SyntaxError) Error() string { return e.msg }

// An UnmarshalTypeError is a JSON value that does not fit a Go type.
type UnmarshalTypeError struct {
	Value  string       // what it is: "bool", "array", "number -5"
	Type   reflect.Type // what it does not fit
	Offset int64        // so many bytes were read up to the value, and all of it if it is no object or array
	Struct string       // name of the outermost type
	Field  string       // the names and numbers that lead to the value, with dots between
	Err    error        // what its type says, or nil
}

func (e *UnmarshalTypeError) Error() string {
	where := "Go value"
	if e.Struct != "" || e.Field != "" {
		where = e.Struct + "." + e.Field
		if !endsInNumber(e.Field) {
			where = "Go struct field " + where
		}
	}
	s := "json: cannot unmarshal " + e.Value + " into " + where + " of type " + e.Type.String()
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap is what the type says.
func (e *UnmarshalTypeError) Unwrap() error { return e.Err }

// endsInNumber tells whether the last name of a path is a number, as that of an element is.
func endsInNumber(path string) bool {
	last := path[strings.LastIndexByte(path, '.')+1:]
	return last != "" && strings.Trim(last, "0123456789") == ""
}

// An UnmarshalFieldError was the error of an object key that leads to an unexported field.
//
// Deprecated: no longer used.
type UnmarshalFieldError struct {
	Key   string
	Type  reflect.Type
	Field reflect.StructField
}

func (e *UnmarshalFieldError) Error() string {
	return "json: cannot unmarshal object key " + strconv.Quote(e.Key) + " into unexported field " + e.Field.Name + " of type " + e.Type.String()
}

// An InvalidUnmarshalError is an argument of Unmarshal that is no pointer, or nil.
type InvalidUnmarshalError struct {
	Type reflect.Type
}

func (e *InvalidUnmarshalError) Error() string {
	switch {
	case e.Type == nil:
		return "json: Unmarshal(nil)"
	case e.Type.Kind() != reflect.Pointer:
		return "json: Unmarshal(non-pointer " + e.Type.String() + ")"
	}
	return "json: Unmarshal(nil " + e.Type.String() + ")"
}

// An UnsupportedTypeError is a type that has no form in JSON.
type UnsupportedTypeError struct {
	Type reflect.Type
}

func (e *UnsupportedTypeError) Error() string { return "json: unsupported type: " + e.Type.String() }

// An UnsupportedValueError is a value that has no form in JSON.
type UnsupportedValueError struct {
	Value reflect.Value
	Str   string
}

func (e *UnsupportedValueError) Error() string { return "json: unsupported value: " + e.Str }

// An InvalidUTF8Error was the error of a string that is not UTF-8.
//
// Deprecated: no longer used.
type InvalidUTF8Error struct {
	S string
}

func (e *InvalidUTF8Error) Error() string {
	return "json: invalid UTF-8 in string: " + strconv.Quote(e.S)
}

// A MarshalerError is an error that a method MarshalJSON or MarshalText gave.
type MarshalerError struct {
	Type   reflect.Type
	Err    error
	source string
}

func (e *MarshalerError) Error() string {
	source := e.source
	if source == "" {
		source = "MarshalJSON"
	}
	return "json: error calling " + source + " for type " + e.Type.String() + ": " + e.Err.Error()
}

// Unwrap is the method's error.
func (e *MarshalerError) Unwrap() error { return e.Err }

// typeOf is the type of a descriptor.
func typeOf(typ unsafe.Pointer) reflect.Type {
	return reflect.TypeOf(pack(pointerTo(typ), cell(nil))).Elem()
}

// valueOf is the value of that type at p.
func valueOf(typ, p unsafe.Pointer) reflect.Value {
	return reflect.ValueOf(pack(pointerTo(typ), cell(p))).Elem()
}
