// Package json writes Go values as JSON (RFC 8259) and reads them again.
//
// A type is looked at once (codec.go). Values are reached through their addresses. Text is read in two
// steps: the native scanner makes tokens of all of it, and then values are made from the tokens.
package json

import (
	"encoding"
	"encoding/base64"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unsafe"
)

// Marshal gives the JSON of v.
func Marshal(v any) ([]byte, error) {
	e := encoder{html: true, buf: make([]byte, 0, 64)}
	if err := e.any(v); err != nil {
		return nil, err
	}
	return e.buf, nil
}

// MarshalIndent is Marshal, with the result laid out as Indent does.
func MarshalIndent(v any, prefix, indent string) ([]byte, error) {
	b, err := Marshal(v)
	if err != nil {
		return nil, err
	}
	var s scanner
	if err := s.check(b); err != nil {
		return nil, err
	}
	return appendIndent(nil, b, s.tape, prefix, indent), nil
}

// An encoder appends to its buffer.
type encoder struct {
	buf   []byte
	html  bool
	nest  int            // open brackets
	depth int            // pointers, maps and slices on the way
	seen  map[visit]bool // once depth is great
}

// A visit is of a pointer, map or slice that is being encoded.
type visit struct {
	typ, ptr unsafe.Pointer
	len      int
}

const (
	deep    = 1000   // from here on cycles are looked for
	deepest = 10_000 // more brackets are not written
)

// any encodes the content of an interface.
func (e *encoder) any(v any) error {
	switch x := v.(type) {
	case nil:
		e.buf = append(e.buf, "null"...)
		return nil
	case string:
		appendQuoted(&e.buf, x, e.html, true)
		return nil
	case int:
		appendInteger(&e.buf, uint64(x), true)
		return nil
	case float64:
		if x-x == 0 {
			appendFloat(&e.buf, x, 64)
			return nil
		}
	}
	typ, p := unpack(v)
	return e.value(codecOf(typ), p, false)
}

// enter goes into a pointer, map or slice of type c.
func (e *encoder) enter(c *codec, p unsafe.Pointer, n int) error {
	e.depth++
	if e.depth <= deep {
		return nil
	}
	v := visit{c.typ, p, n}
	if e.seen[v] {
		return &UnsupportedValueError{valueOf(c.typ, cell(p)), "encountered a cycle via " + typeOf(c.typ).String()}
	}
	if e.seen == nil {
		e.seen = map[visit]bool{}
	}
	e.seen[v] = true
	return nil
}

func (e *encoder) leave(c *codec, p unsafe.Pointer, n int) {
	if e.depth > deep {
		delete(e.seen, visit{c.typ, p, n})
	}
	e.depth--
}

// value encodes the value of type c at p. addr tells whether a program could take its address.
func (e *encoder) value(c *codec, p unsafe.Pointer, addr bool) error {
	way := c.enc
	if c.byAddr && !addr {
		way = c.plain
	}
	switch way {
	case int(reflect.String):
		appendQuoted(&e.buf, *(*string)(p), e.html, true)
	case int(reflect.Int), int(reflect.Int64):
		appendInteger(&e.buf, *(*uint64)(p), true)
	case int(reflect.Struct):
		return e.object(c, p, addr)
	case int(reflect.Bool):
		if *(*bool)(p) {
			e.buf = append(e.buf, "true"...)
		} else {
			e.buf = append(e.buf, "false"...)
		}
	case int(reflect.Slice):
		s := (*sliceImage)(p)
		if s.data == nil {
			e.buf = append(e.buf, "null"...)
			return nil
		}
		if err := e.enter(c, s.data, s.len); err != nil {
			return err
		}
		if err := e.list(c.elem, s.data, s.len, true); err != nil {
			return err
		}
		e.leave(c, s.data, s.len)
	case int(reflect.Float64):
		return e.float(c, p, *(*float64)(p), 64)
	case int(reflect.Float32):
		return e.float(c, p, float64(*(*float32)(p)), 32)
	case int(reflect.Interface):
		if *(*unsafe.Pointer)(p) == nil {
			e.buf = append(e.buf, "null"...)
			return nil
		}
		if c.isAny {
			return e.any(*(*any)(p))
		}
		typ, at := dynamic(c.typ, p)
		return e.value(codecOf(typ), at, false)
	case int(reflect.Pointer):
		to := *(*unsafe.Pointer)(p)
		if to == nil {
			e.buf = append(e.buf, "null"...)
			return nil
		}
		if err := e.enter(c, to, 0); err != nil {
			return err
		}
		if err := e.value(c.elem, to, true); err != nil {
			return err
		}
		e.leave(c, to, 0)
	case int(reflect.Map):
		return e.mapping(c, *(*unsafe.Pointer)(p))
	case int(reflect.Array):
		return e.list(c.elem, p, c.len, addr)
	case int(reflect.Int8), int(reflect.Int16), int(reflect.Int32):
		appendInteger(&e.buf, uint64(c.signed(p)), true)
	case int(reflect.Uint), int(reflect.Uint8), int(reflect.Uint16), int(reflect.Uint32), int(reflect.Uint64), int(reflect.Uintptr):
		appendInteger(&e.buf, c.unsigned(p), false)
	case asBytes:
		b := *(*[]byte)(p)
		if b == nil {
			e.buf = append(e.buf, "null"...)
			return nil
		}
		e.buf = append(e.buf, '"')
		e.buf = base64.StdEncoding.AppendEncode(e.buf, b)
		e.buf = append(e.buf, '"')
	case asNumber:
		return e.number(*(*Number)(p))
	case viaJSON, viaAppend, viaText:
		return e.method(c, p)
	default:
		return &UnsupportedTypeError{typeOf(c.typ)}
	}
	return nil
}

func (e *encoder) float(c *codec, p unsafe.Pointer, f float64, bits int) error {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return &UnsupportedValueError{valueOf(c.typ, p), strconv.FormatFloat(f, 'g', -1, bits)}
	}
	appendFloat(&e.buf, f, bits)
	return nil
}

// open writes an opening bracket.
func (e *encoder) open(c byte) error {
	if e.nest == deepest {
		return &SyntaxError{"exceeded max depth", int64(len(e.buf))}
	}
	e.nest++
	e.buf = append(e.buf, c)
	return nil
}

func (e *encoder) close(c byte) {
	e.nest--
	e.buf = append(e.buf, c)
}

func (e *encoder) list(c *codec, p unsafe.Pointer, n int, addr bool) error {
	if err := e.open('['); err != nil {
		return err
	}
	for i := range n {
		if i > 0 {
			e.buf = append(e.buf, ',')
		}
		if err := e.value(c, unsafe.Add(p, uintptr(i)*c.size), addr); err != nil {
			return err
		}
	}
	e.close(']')
	return nil
}

func (e *encoder) object(c *codec, p unsafe.Pointer, addr bool) error {
	if c.broken != "" {
		return &UnsupportedValueError{valueOf(c.typ, p), c.broken}
	}
	html := 0
	if e.html {
		html = 1
	}
	if err := e.open('{'); err != nil {
		return err
	}
	first := true
	for i := range c.fields {
		f := &c.fields[i]
		at := unsafe.Add(p, f.offset)
		if f.hops != nil {
			if at = f.at(p); at == nil {
				continue
			}
		}
		if f.omitEmpty && isEmpty(f.codec, at) || f.omitZero && f.isZero(at, addr) {
			continue
		}
		if !first {
			e.buf = append(e.buf, ',')
		}
		first = false
		e.buf = append(e.buf, f.quoted[html]...)
		var err error
		if f.quote {
			err = e.quoted(f.codec, at, addr || f.hops != nil)
		} else {
			err = e.value(f.codec, at, addr || f.hops != nil)
		}
		if err != nil {
			return err
		}
	}
	e.close('}')
	return nil
}

// quoted encodes a field with the option "string".
func (e *encoder) quoted(c *codec, p unsafe.Pointer, addr bool) error {
	if c.enc == int(reflect.Pointer) {
		to := *(*unsafe.Pointer)(p)
		if to == nil {
			e.buf = append(e.buf, "null"...)
			return nil
		}
		return e.quoted(c.elem, to, true)
	}
	way := c.enc
	if c.byAddr && !addr {
		way = c.plain
	}
	if way == viaJSON || way == viaText || way == viaAppend {
		return e.value(c, p, addr)
	}
	n := len(e.buf)
	if err := e.value(c, p, addr); err != nil {
		return err
	}
	inner := string(e.buf[n:])
	e.buf = e.buf[:n]
	appendQuoted(&e.buf, inner, e.html, true)
	return nil
}

// isEmpty tells whether omitempty leaves the value out.
func isEmpty(c *codec, p unsafe.Pointer) bool {
	switch c.kind {
	case reflect.String:
		return len(*(*string)(p)) == 0
	case reflect.Slice:
		return (*sliceImage)(p).len == 0
	case reflect.Map:
		return mapLen(*(*unsafe.Pointer)(p)) == 0
	case reflect.Array:
		return c.len == 0
	case reflect.Pointer, reflect.Interface:
		return *(*unsafe.Pointer)(p) == nil
	case reflect.Bool:
		return !*(*bool)(p)
	case reflect.Float32:
		return *(*float32)(p) == 0
	case reflect.Float64:
		return *(*float64)(p) == 0
	}
	return reflect.Int <= c.kind && c.kind <= reflect.Uintptr && c.unsigned(p) == 0
}

// isZero tells whether omitzero leaves the value out.
func (f *field) isZero(p unsafe.Pointer, addr bool) bool {
	c := f.codec
	switch f.zero {
	case zeroByMethod:
		if (c.kind == reflect.Pointer || c.kind == reflect.Interface) && *(*unsafe.Pointer)(p) == nil {
			return true
		}
		return pack(c.typ, p).(zeroer).IsZero()
	case zeroByAddr:
		if !addr {
			q := newObject(c.typ)
			copyValue(c.typ, q, p)
			p = q
		}
		return pack(c.pointer, cell(p)).(zeroer).IsZero()
	}
	return valueOf(c.typ, p).IsZero()
}

// A member is an entry of a map: its key as text, and where its element is.
type member struct {
	key  string
	elem unsafe.Pointer
}

func (e *encoder) mapping(c *codec, m unsafe.Pointer) error {
	if m == nil {
		e.buf = append(e.buf, "null"...)
		return nil
	}
	if err := e.enter(c, m, 0); err != nil {
		return err
	}
	keys, elems, n := mapEntries(c.typ, m)
	if c.key.kind == reflect.String {
		names := unsafe.Slice((*string)(keys), n)
		slices.Sort(names)
		if err := e.open('{'); err != nil {
			return err
		}
		for i := range names {
			elem := mapGet(c.typ, m, unsafe.Pointer(&names[i]))
			if elem == nil {
				continue // deleted meanwhile
			}
			if e.buf[len(e.buf)-1] != '{' {
				e.buf = append(e.buf, ',')
			}
			appendQuoted(&e.buf, names[i], e.html, true)
			e.buf = append(e.buf, ':')
			if err := e.value(c.elem, elem, false); err != nil {
				return err
			}
		}
		e.close('}')
		e.leave(c, m, 0)
		return nil
	}
	members := make([]member, n)
	for i := range members {
		key, err := e.keyText(c.key, unsafe.Add(keys, uintptr(i)*c.key.size))
		if err != nil {
			return err
		}
		members[i] = member{key, unsafe.Add(elems, uintptr(i)*c.elem.size)}
	}
	slices.SortFunc(members, func(a, b member) int {
		if a.key < b.key {
			return -1
		}
		if a.key > b.key {
			return 1
		}
		return 0
	})
	if err := e.open('{'); err != nil {
		return err
	}
	for i := range members {
		if i > 0 {
			e.buf = append(e.buf, ',')
		}
		appendQuoted(&e.buf, members[i].key, e.html, true)
		e.buf = append(e.buf, ':')
		if err := e.value(c.elem, members[i].elem, false); err != nil {
			return err
		}
	}
	e.close('}')
	e.leave(c, m, 0)
	return nil
}

// keyText is the key at p as the name of a member.
func (e *encoder) keyText(c *codec, p unsafe.Pointer) (string, error) {
	switch {
	case c.kind == reflect.String:
		return *(*string)(p), nil
	case c.textKey && !c.textKeyByAddr && c.kind != reflect.Interface:
		if c.kind == reflect.Pointer && *(*unsafe.Pointer)(p) == nil {
			return "", nil
		}
		b, err := e.marshalText(c, c.typ, p, c.appendsKey)
		return string(b), err
	case c.kind == reflect.Interface && *(*unsafe.Pointer)(p) != nil:
		typ, at := dynamic(c.typ, p)
		return e.keyText(codecOf(typ), at)
	case c.kind >= reflect.Int && c.kind <= reflect.Int64:
		return strconv.FormatInt(c.signed(p), 10), nil
	case c.kind >= reflect.Uint && c.kind <= reflect.Uintptr:
		return strconv.FormatUint(c.unsigned(p), 10), nil
	case c.kind == reflect.Float64 || c.kind == reflect.Float32:
		sub := encoder{}
		err := sub.value(c, p, false)
		return string(sub.buf), err
	}
	return "", &UnsupportedValueError{valueOf(c.typ, p), "jsontext: object member name must be a string" + e.where()}
}

// where tells, in the words of an error, the place where a map is about to be written.
func (e *encoder) where() string {
	d := decoder{data: e.buf}
	d.reset(0)
	d.run(e.buf, 0)
	path := ""
	upTo := len(d.tape)
	for open := d.open; open >= 0; open, upTo = d.tape[open].end, open {
		name := ""
		if d.tape[open].kind() == '{' {
			name = strings.NewReplacer("~", "~0", "/", "~1").Replace(d.str(upTo - 1))
		} else {
			n := 0
			for i := open + 1; i < upTo; i = d.next(i) {
				n++
			}
			name = strconv.Itoa(n)
		}
		path = "/" + name + path
	}
	if path != "" {
		path = " within " + strconv.Quote(path)
	}
	return path + " after offset " + strconv.Itoa(len(e.buf)+2)
}

// marshalText calls the method of the value at p, whose type is typ.
func (e *encoder) marshalText(c *codec, typ, p unsafe.Pointer, appends bool) (b []byte, err error) {
	source := "MarshalText"
	if appends {
		source = "AppendText"
		b, err = pack(typ, p).(encoding.TextAppender).AppendText(nil)
	} else {
		b, err = pack(typ, p).(encoding.TextMarshaler).MarshalText()
	}
	if err != nil {
		return nil, &MarshalerError{methodType(c), err, source}
	}
	return b, nil
}

// methodType is the type that an error about a method names.
func methodType(c *codec) reflect.Type {
	if c.kind == reflect.Pointer || c.kind == reflect.Interface {
		return typeOf(c.typ)
	}
	return typeOf(c.pointer)
}

// method encodes by the type's own method.
func (e *encoder) method(c *codec, p unsafe.Pointer) error {
	if (c.kind == reflect.Pointer || c.kind == reflect.Interface) && *(*unsafe.Pointer)(p) == nil {
		e.buf = append(e.buf, "null"...)
		return nil
	}
	typ := c.typ
	switch {
	case c.byAddr:
		typ, p = c.pointer, cell(p)
	case c.kind == reflect.Interface:
		typ, p = dynamic(c.typ, p)
		// A nil pointer's method is called too; otherwise the value's own codec decides.
		if d := codecOf(typ); d.kind != reflect.Pointer || *(*unsafe.Pointer)(p) != nil {
			return e.value(d, p, false)
		}
	}
	if c.method != viaJSON {
		b, err := e.marshalText(c, typ, p, c.method == viaAppend)
		if err != nil {
			return err
		}
		appendQuoted(&e.buf, unsafe.String(unsafe.SliceData(b), len(b)), e.html, true)
		return nil
	}
	b, err := pack(typ, p).(Marshaler).MarshalJSON()
	var s scanner
	if err == nil {
		err = s.checkText(b)
	}
	if err != nil {
		return &MarshalerError{methodType(c), err, "MarshalJSON"}
	}
	e.buf = appendCompact(e.buf, b, s.tape, e.html)
	return nil
}
