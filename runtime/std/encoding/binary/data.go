package binary

import (
	"errors"
	"internal/value"
	"io"
	"math"
	"slices"
	"unsafe"
)

var errBufferTooSmall = errors.New("buffer too small")

// fixedSize is how many bytes values of a type take, -1 when they do not all take the same.
func fixedSize(t value.Type) int {
	switch t.Kind() {
	case value.Bool, value.Int8, value.Int16, value.Int32, value.Int64, value.Uint8, value.Uint16, value.Uint32, value.Uint64,
		value.Float32, value.Float64, value.Complex64, value.Complex128:
		return int(t.Size())
	case value.Array:
		if n := fixedSize(t.Elem()); n >= 0 {
			return n * t.Len()
		}
	case value.Struct:
		sum := 0
		for i := 0; i < t.NumField(); i++ {
			_, field := t.Field(i)
			n := fixedSize(field)
			if n < 0 {
				return -1
			}
			sum += n
		}
		return sum
	}
	return -1
}

// sizeOf is how many bytes a value takes, a slice of fixed-size ones too; otherwise -1.
func sizeOf(v value.Value) int {
	switch v.Kind() {
	case value.Invalid:
		return -1
	case value.Slice:
		n := fixedSize(v.Type().Elem())
		if n < 0 {
			return -1
		}
		return n * v.Len()
	}
	return fixedSize(v.Type())
}

// source is what data is, or points to.
func source(data any) value.Value {
	v := value.Of(data)
	if v.Kind() == value.Pointer {
		return v.Elem()
	}
	return v
}

// target is what can be set through data: what it points to, or a slice.
func target(data any) value.Value {
	v := value.Of(data)
	switch v.Kind() {
	case value.Pointer:
		return v.Elem()
	case value.Slice:
		return v
	}
	return value.Value{}
}

// Size is how many bytes Write writes, -1 when it would refuse v.
func Size(v any) int { return sizeOf(source(v)) }

// coder walks over a value and its bytes.
type coder struct {
	order ByteOrder
	buf   []byte // what is left
}

// Write writes data, or what it points to: a fixed-size value, or a slice of them.
func Write(w io.Writer, order ByteOrder, data any) error {
	v := source(data)
	size := sizeOf(v)
	if size < 0 {
		return unfit("binary.Write", data)
	}
	buf := make([]byte, size)
	(&coder{order, buf}).encode(v)
	_, err := w.Write(buf)
	return err
}

func unfit(op string, data any) error {
	return errors.New(op + ": some values are not fixed-sized in type " + value.TypeOf(data).String())
}

// Append appends what Write writes.
func Append(buf []byte, order ByteOrder, data any) ([]byte, error) {
	v := source(data)
	size := sizeOf(v)
	if size < 0 {
		return nil, unfit("binary.Append", data)
	}
	at := len(buf)
	buf = slices.Grow(buf, size)[:at+size]
	(&coder{order, buf[at:]}).encode(v)
	return buf, nil
}

// Encode puts what Write writes into buf and gives the number of bytes.
func Encode(buf []byte, order ByteOrder, data any) (int, error) {
	v := source(data)
	size := sizeOf(v)
	if size < 0 {
		return 0, unfit("binary.Encode", data)
	}
	if len(buf) < size {
		return 0, errBufferTooSmall
	}
	(&coder{order, buf[:size]}).encode(v)
	return size, nil
}

// Read reads into what data points to, or the elements of a slice. The error is io.EOF only when there
// was nothing.
func Read(r io.Reader, order ByteOrder, data any) error {
	v := target(data)
	size := sizeOf(v)
	if size < 0 {
		return errors.New("binary.Read: invalid type " + value.TypeOf(data).String())
	}
	buf := make([]byte, size)
	if _, err := io.ReadFull(r, buf); err != nil {
		return err
	}
	(&coder{order, buf}).decode(v, true)
	return nil
}

// Decode is Read from buf; it gives the number of bytes.
func Decode(buf []byte, order ByteOrder, data any) (int, error) {
	v := target(data)
	size := sizeOf(v)
	if size < 0 {
		return 0, errors.New("binary.Decode: invalid type " + value.TypeOf(data).String())
	}
	if len(buf) < size {
		return 0, errBufferTooSmall
	}
	(&coder{order, buf[:size]}).decode(v, true)
	return size, nil
}

// take cuts the next n bytes off.
func (c *coder) take(n int) []byte {
	part := c.buf[:n]
	c.buf = c.buf[n:]
	return part
}

// put writes a number of so many bytes.
func (c *coder) put(n int, u uint64) {
	switch p := c.take(n); n {
	case 1:
		p[0] = byte(u)
	case 2:
		c.order.PutUint16(p, uint16(u))
	case 4:
		c.order.PutUint32(p, uint32(u))
	case 8:
		c.order.PutUint64(p, u)
	}
}

func (c *coder) get(n int) uint64 {
	switch p := c.take(n); n {
	case 1:
		return uint64(p[0])
	case 2:
		return uint64(c.order.Uint16(p))
	case 4:
		return uint64(c.order.Uint32(p))
	default:
		return c.order.Uint64(p)
	}
}

func (c *coder) encode(v value.Value) {
	switch k := v.Kind(); k {
	case value.Array, value.Slice:
		for i := 0; i < v.Len(); i++ {
			c.encode(v.Index(i))
		}
	case value.Struct:
		for i := 0; i < v.NumField(); i++ {
			if v.FieldName(i) == "_" {
				clear(c.take(fixedSize(v.Field(i).Type())))
			} else {
				c.encode(v.Field(i))
			}
		}
	case value.Bool:
		n := uint64(0)
		if v.Bool() {
			n = 1
		}
		c.put(1, n)
	case value.Int8, value.Int16, value.Int32, value.Int64:
		c.put(int(v.Type().Size()), uint64(v.Int()))
	case value.Uint8, value.Uint16, value.Uint32, value.Uint64:
		c.put(int(v.Type().Size()), v.Uint())
	case value.Float32:
		c.put(4, uint64(math.Float32bits(float32(v.Float()))))
	case value.Float64:
		c.put(8, math.Float64bits(v.Float()))
	case value.Complex64:
		z := v.Complex()
		c.put(4, uint64(math.Float32bits(float32(real(z)))))
		c.put(4, uint64(math.Float32bits(float32(imag(z)))))
	case value.Complex128:
		z := v.Complex()
		c.put(8, math.Float64bits(real(z)))
		c.put(8, math.Float64bits(imag(z)))
	}
}

// decode sets v; settable is false within fields that are not exported.
func (c *coder) decode(v value.Value, settable bool) {
	k := v.Kind()
	switch k {
	case value.Array, value.Slice:
		for i := 0; i < v.Len(); i++ {
			c.decode(v.Index(i), settable)
		}
		return
	case value.Struct:
		for i := 0; i < v.NumField(); i++ {
			if v.FieldName(i) == "_" {
				c.take(fixedSize(v.Field(i).Type()))
			} else {
				c.decode(v.Field(i), settable && v.FieldExported(i))
			}
		}
		return
	}
	method := "SetInt"
	switch k {
	case value.Bool:
		method = "SetBool"
	case value.Uint8, value.Uint16, value.Uint32, value.Uint64:
		method = "SetUint"
	case value.Float32, value.Float64:
		method = "SetFloat"
	case value.Complex64, value.Complex128:
		method = "SetComplex"
	}
	if !settable {
		panic("reflect: reflect.Value." + method + " using value obtained using unexported field")
	}
	at := v.Address()
	switch k {
	case value.Bool:
		*(*bool)(at) = c.get(1) != 0
	case value.Int8, value.Uint8:
		*(*uint8)(at) = uint8(c.get(1))
	case value.Int16, value.Uint16:
		*(*uint16)(at) = uint16(c.get(2))
	case value.Int32, value.Uint32, value.Float32:
		*(*uint32)(at) = uint32(c.get(4))
	case value.Int64, value.Uint64, value.Float64:
		*(*uint64)(at) = c.get(8)
	case value.Complex64:
		*(*uint32)(at) = uint32(c.get(4))
		*(*uint32)(unsafe.Add(at, 4)) = uint32(c.get(4))
	case value.Complex128:
		*(*uint64)(at) = c.get(8)
		*(*uint64)(unsafe.Add(at, 8)) = c.get(8)
	}
}
