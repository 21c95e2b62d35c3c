// Package encoding/binary: orders, varints, structured data.
package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
)

type inner struct {
	A int16
	_ [2]byte
	B bool
}

type all struct {
	I8   int8
	I16  int16
	I32  int32
	I64  int64
	U8   uint8
	U16  uint16
	U32  uint32
	U64  uint64
	F32  float32
	F64  float64
	C64  complex64
	C128 complex128
	Bool bool
	Arr  [3]uint16
	In   inner
	Two  [2]inner
	_    int32
}

type named uint32

type hidden struct {
	X uint8
	y uint16
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("cannot write") }

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what, "panics:", r)
		}
	}()
	f()
}

func main() {
	for _, o := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian, binary.NativeEndian} {
		b := make([]byte, 8)
		o.PutUint16(b, 0x0102)
		fmt.Printf("%v %#v % x %x", o, o, b, o.Uint16(b))
		o.PutUint32(b, 0x01020304)
		fmt.Printf(" % x %x", b, o.Uint32(b))
		o.PutUint64(b, 0x0102030405060708)
		fmt.Printf(" % x %x %s\n", b, o.Uint64(b), o.String())
		a := o.(binary.AppendByteOrder)
		b = a.AppendUint16(nil, 0xfffe)
		b = a.AppendUint32(b, 0xfffefdfc)
		b = a.AppendUint64(b, 0xfffefdfcfbfaf9f8)
		fmt.Printf("% x %s\n", b, a.String())
		try("short", func() { o.Uint32(make([]byte, 3)) })
		try("short", func() { o.PutUint64(make([]byte, 7), 1) })
	}
	for _, x := range []uint64{0, 1, 127, 128, 300, 16383, 16384, 1<<32 - 1, 1 << 63, math.MaxUint64} {
		buf := make([]byte, binary.MaxVarintLen64)
		n := binary.PutUvarint(buf, x)
		y, m := binary.Uvarint(buf[:n])
		z, err := binary.ReadUvarint(bytes.NewReader(buf[:n]))
		fmt.Printf("%d % x %d %d %d %v % x", x, buf[:n], y, m, z, err, binary.AppendUvarint([]byte{9}, x))
		s := int64(x) * -1
		n = binary.PutVarint(buf, s)
		t, m := binary.Varint(buf[:n])
		u, err := binary.ReadVarint(bytes.NewReader(buf[:n]))
		fmt.Printf(" %d % x %d %d %d %v % x\n", s, buf[:n], t, m, u, err, binary.AppendVarint(nil, s))
	}
	for _, b := range []string{"", "\x80", "\x80\x80", strings.Repeat("\x80", 9) + "\x01", strings.Repeat("\x80", 9) + "\x02", strings.Repeat("\xff", 10), strings.Repeat("\xff", 12), "\x80\x00", "\x05rest"} {
		x, n := binary.Uvarint([]byte(b))
		y, m := binary.Varint([]byte(b))
		z, err := binary.ReadUvarint(strings.NewReader(b))
		w, err2 := binary.ReadVarint(strings.NewReader(b))
		fmt.Println(x, n, y, m, z, err, w, err2)
	}
	try("small", func() { binary.PutUvarint(make([]byte, 1), 300) })
	fmt.Println(binary.MaxVarintLen16, binary.MaxVarintLen32, binary.MaxVarintLen64)

	v := all{-1, -2, -3, -4, 5, 6, 7, 8, 9.5, -10.25, 1 + 2i, complex(math.Inf(1), -0.5), true, [3]uint16{1, 2, 3}, inner{A: 77, B: true}, [2]inner{{A: 1}, {A: 2, B: true}}, 0}
	for _, o := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		var buf bytes.Buffer
		fmt.Println(binary.Write(&buf, o, v), buf.Len(), binary.Size(v), binary.Size(&v))
		fmt.Printf("% x\n", buf.Bytes())
		data := append([]byte(nil), buf.Bytes()...)
		var back all
		fmt.Println(binary.Read(&buf, o, &back), back == v, buf.Len())
		fmt.Printf("%+v\n", back)
		a, err := binary.Append([]byte("x"), o, &v)
		fmt.Println(err, bytes.Equal(a[1:], data))
		enc := make([]byte, 200)
		n, err := binary.Encode(enc, o, v)
		fmt.Println(n, err, bytes.Equal(enc[:n], data))
		n, err = binary.Encode(enc[:10], o, v)
		fmt.Println(n, err)
		var dec all
		n, err = binary.Decode(data, o, &dec)
		fmt.Println(n, err, dec == v)
		n, err = binary.Decode(data[:5], o, &dec)
		fmt.Println(n, err)
		for _, x := range []any{[]uint16{1, 2}, &[]int32{-1}, [2]bool{true, false}, true, int8(-1), named(5), []named{1, 2}, []inner{{A: 1}}, []float32{1.5}, 1.5, float32(2), 3i, []byte("raw"), []bool{true}, new(uint64), []int64{}, struct{}{}} {
			b, err := binary.Append(nil, o, x)
			fmt.Printf("%T %d % x %v; ", x, binary.Size(x), b, err)
		}
		fmt.Println()
		u16 := make([]uint16, 2)
		fmt.Println(binary.Read(strings.NewReader("\x01\x02\x03\x04rest"), o, u16), u16)
		var b bool
		fmt.Println(binary.Read(strings.NewReader("\x07"), o, &b), b)
		var nm named
		fmt.Println(binary.Read(strings.NewReader("\x01\x02\x03\x04"), o, &nm), nm)
	}
	var i32 int32
	for _, s := range []string{"", "\x01", "\x01\x02\x03", "\x01\x02\x03\x04"} {
		fmt.Println(binary.Read(strings.NewReader(s), binary.BigEndian, &i32), i32)
	}
	for _, x := range []any{5, uint(5), "text", []string{"a"}, map[int]int{}, []int{1}, struct{ S string }{"x"}, struct{ N int }{1}, &struct{ P *int8 }{}, [][]byte{{1}}, make(chan int), uintptr(1), [2]int{}} {
		_, err := binary.Append(nil, binary.LittleEndian, x)
		_, err2 := binary.Encode(nil, binary.LittleEndian, x)
		_, err3 := binary.Decode(nil, binary.LittleEndian, x)
		fmt.Println(binary.Size(x), binary.Write(io.Discard, binary.LittleEndian, x), binary.Read(strings.NewReader("xxxxxxxx"), binary.LittleEndian, x), err, err2, err3)
	}
	fmt.Println(binary.Read(strings.NewReader("\x01\x02"), binary.LittleEndian, int16(1)), binary.Write(failing{}, binary.LittleEndian, int16(1)))
	try("unexported", func() {
		var h hidden
		fmt.Println(binary.Write(io.Discard, binary.LittleEndian, hidden{1, 2}), binary.Size(h))
		binary.Read(strings.NewReader("abcdef"), binary.LittleEndian, &h)
	})
}
