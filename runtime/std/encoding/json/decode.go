package json

import (
	"encoding"
	"encoding/base64"
	"errors"
	"reflect"
	"strconv"
	"strings"
	"unsafe"
)

// Unmarshal stores what data says in the value that v points to.
func Unmarshal(data []byte, v any) error {
	var d decoder
	if err := d.check(data); err != nil {
		return err
	}
	return d.decode(data, 0, v)
}

// A decoder makes values from a tape. Types that do not fit are told at the end: the first error counts.
type decoder struct {
	scanner
	data    []byte
	base    int // where the text starts: offsets in errors count from here
	root    unsafe.Pointer
	err     error
	numbers bool // UseNumber
	strict  bool // DisallowUnknownFields
}

var (
	errNotString = errors.New("JSON value must be string type")
	errHidden    = errors.New("cannot set embedded pointer to unexported struct type")
)

// target is what v points to.
func target(v any) (typ, p unsafe.Pointer, err error) {
	typ, p = unpack(v)
	if typ == nil {
		return nil, nil, &InvalidUnmarshalError{}
	}
	if reflect.Kind(kindOf(typ)) != reflect.Pointer || *(*unsafe.Pointer)(p) == nil {
		return nil, nil, &InvalidUnmarshalError{typeOf(typ)}
	}
	return elemOf(typ), *(*unsafe.Pointer)(p), nil
}

func (d *decoder) decode(data []byte, base int, v any) error {
	typ, p, err := target(v)
	if err != nil {
		return err
	}
	d.data, d.base, d.root, d.err = data, base, typ, nil
	d.value(codecOf(typ), p, 0)
	return d.err
}

// next is the token after a value.
func (d *decoder) next(i int) int {
	t := d.tape[i]
	if k := t.kind(); k == '{' || k == '[' {
		return t.end + 1
	}
	return i + 1
}

// bytes is the text of a value.
func (d *decoder) bytes(i int) []byte {
	t := d.tape[i]
	if k := t.kind(); k == '{' || k == '[' {
		return d.data[t.start():d.tape[t.end].end]
	}
	return d.data[t.start():t.end]
}

// str is the string of a token.
func (d *decoder) str(i int) string {
	t := d.tape[i]
	return text(d.data, t.word, t.end)
}

// fails keeps the first error.
func (d *decoder) fails(err error) {
	if d.err == nil {
		d.err = err
	}
}

// what is the kind of a value as errors tell it.
func (d *decoder) what(i int) string {
	switch d.tape[i].kind() {
	case '{':
		return "object"
	case '[':
		return "array"
	case '"':
		return "string"
	case '0':
		return "number"
	case 'n':
		return "null"
	}
	return "bool"
}

// mismatch is the error of value i, told as what, that does not fit the type.
func (d *decoder) mismatch(i int, what string, typ unsafe.Pointer, inner error) {
	if d.err != nil {
		return
	}
	t := d.tape[i]
	end := t.end
	if k := t.kind(); k == '{' || k == '[' {
		end = t.start() + 1
	}
	name := ""
	path := d.path(i)
	if path != "" {
		name = typeName(d.root)
	}
	d.err = &UnmarshalTypeError{Value: what, Type: typeOf(typ), Offset: int64(end - d.base), Struct: name, Field: path, Err: inner}
}

// path is the names and numbers of elements that lead to the token.
func (d *decoder) path(i int) string {
	var b strings.Builder
	at := 0
	for at < i && at < len(d.tape) {
		bracket := d.tape[at]
		k := bracket.kind()
		if k != '{' && k != '[' {
			break
		}
		at++
		for n := 0; ; n++ {
			name := strconv.Itoa(n)
			value := at
			if k == '{' {
				name = d.str(at)
				value++
			}
			next := d.next(value)
			if i < next {
				if b.Len() > 0 {
					b.WriteByte('.')
				}
				b.WriteString(name)
				at = value
				break
			}
			at = next
		}
	}
	return b.String()
}

// value decodes token i into the value of type c at p, and gives the token after it.
func (d *decoder) value(c *codec, p unsafe.Pointer, i int) int {
	t := d.tape[i]
	k := t.kind()
	switch c.dec {
	case viaJSON:
		return d.method(c, p, i)
	case asTime:
		if k == '"' || k == 'n' {
			return d.method(c, p, i)
		}
		d.mismatch(i, d.what(i), c.typ, nil)
		return d.next(i)
	case int(reflect.Interface):
		return d.iface(c, p, i)
	}
	if k == 'n' {
		switch c.kind {
		case reflect.Pointer, reflect.Map, reflect.Slice:
			clearValue(c.typ, p)
		}
		return i + 1
	}
	switch c.dec {
	case int(reflect.String):
		if k == '"' {
			*(*string)(p) = text(d.data, t.word, t.end)
			return i + 1
		}
	case int(reflect.Int), int(reflect.Int64), int(reflect.Int32), int(reflect.Int16), int(reflect.Int8),
		int(reflect.Uint), int(reflect.Uint64), int(reflect.Uint32), int(reflect.Uint16), int(reflect.Uint8), int(reflect.Uintptr):
		if k == '0' {
			if t.word&flagWhole != 0 {
				if negative, n, ok := integer(d.data, t.word, t.end); ok && c.setInteger(p, negative, n) {
					return i + 1
				}
			}
			d.mismatch(i, "number "+string(d.bytes(i)), c.typ, nil)
			return i + 1
		}
	case int(reflect.Float64), int(reflect.Float32):
		if k == '0' {
			f, great := float(d.data, t.word, t.end, int(c.size)*8)
			if great {
				d.mismatch(i, "number "+string(d.bytes(i)), c.typ, nil)
			} else if c.size == 4 {
				*(*float32)(p) = float32(f)
			} else {
				*(*float64)(p) = f
			}
			return i + 1
		}
	case int(reflect.Bool):
		if k == 't' || k == 'f' {
			*(*bool)(p) = k == 't'
			return i + 1
		}
	case int(reflect.Struct):
		if k == '{' {
			return d.object(c, p, i)
		}
	case int(reflect.Slice):
		if k == '[' {
			return d.list(c, p, i)
		}
	case int(reflect.Map):
		if k == '{' {
			return d.mapping(c, p, i)
		}
	case int(reflect.Pointer):
		to := *(*unsafe.Pointer)(p)
		if to == nil {
			to = newObject(c.elem.typ)
			*(*unsafe.Pointer)(p) = to
		}
		return d.value(c.elem, to, i)
	case int(reflect.Array):
		if k == '[' {
			return d.array(c, p, i)
		}
	case viaText:
		if k == '"' {
			if err := pack(c.pointer, cell(p)).(encoding.TextUnmarshaler).UnmarshalText([]byte(d.str(i))); err != nil {
				d.fails(err)
			}
			return i + 1
		}
		d.mismatch(i, d.what(i), c.typ, errNotString)
		return d.next(i)
	case asBytes:
		if k == '[' {
			return d.list(c, p, i)
		}
		if k == '"' {
			b, err := base64.StdEncoding.DecodeString(d.str(i))
			if err != nil {
				d.mismatch(i, "string", c.typ, err)
			} else {
				*(*[]byte)(p) = b
			}
			return i + 1
		}
	case asNumber:
		d.number(p, i)
		return d.next(i)
	}
	d.mismatch(i, d.what(i), c.typ, nil)
	return d.next(i)
}

// setInteger sets an integer, if n with its sign fits.
func (c *codec) setInteger(p unsafe.Pointer, negative bool, n uint64) bool {
	bits := 8 * c.size
	if c.kind >= reflect.Uint {
		if negative || bits < 64 && n>>bits != 0 {
			return false
		}
	} else {
		most := uint64(1)<<(bits-1) - 1
		if negative {
			if n > most+1 {
				return false
			}
			n = -n
		} else if n > most {
			return false
		}
	}
	switch c.size {
	case 1:
		*(*uint8)(p) = uint8(n)
	case 2:
		*(*uint16)(p) = uint16(n)
	case 4:
		*(*uint32)(p) = uint32(n)
	default:
		*(*uint64)(p) = n
	}
	return true
}

// method decodes by UnmarshalJSON.
func (d *decoder) method(c *codec, p unsafe.Pointer, i int) int {
	if err := pack(c.pointer, cell(p)).(Unmarshaler).UnmarshalJSON(d.bytes(i)); err != nil {
		d.fails(err)
	}
	return d.next(i)
}

// number sets a Number, which is also read from a string.
func (d *decoder) number(p unsafe.Pointer, i int) {
	what := d.what(i)
	var inner error
	switch d.tape[i].kind() {
	case '0':
		*(*Number)(p) = Number(d.bytes(i))
		return
	case '"':
		s := d.str(i)
		if isNumber(s) {
			*(*Number)(p) = Number(s)
			return
		}
		what, inner = "string "+string(d.bytes(i)), strconv.ErrSyntax
	}
	d.fails(&UnmarshalTypeError{Value: what, Type: typeOf(numberType), Err: inner})
}

// iface decodes into an interface: into what a pointer in it points to, else into an any.
func (d *decoder) iface(c *codec, p unsafe.Pointer, i int) int {
	if d.tape[i].kind() == 'n' {
		clearValue(c.typ, p)
		return i + 1
	}
	if *(*unsafe.Pointer)(p) != nil {
		typ, at := dynamic(c.typ, p)
		if reflect.Kind(kindOf(typ)) == reflect.Pointer && *(*unsafe.Pointer)(at) != nil {
			return d.value(codecOf(elemOf(typ)), *(*unsafe.Pointer)(at), i)
		}
	}
	if c.isMethods {
		if d.err == nil {
			d.mismatch(i, d.what(i), c.typ, nil)
			if e, ok := d.err.(*UnmarshalTypeError); ok {
				e.Offset = int64(d.tape[i].start() - d.base)
			}
		}
		return d.next(i)
	}
	x, next := d.any(i)
	*(*any)(p) = x
	return next
}

// any makes the value that fits any JSON.
func (d *decoder) any(i int) (x any, next int) {
	t := d.tape[i]
	switch t.kind() {
	case '"':
		return text(d.data, t.word, t.end), i + 1
	case '0':
		if d.numbers {
			return Number(d.data[t.start():t.end]), i + 1
		}
		f, great := float(d.data, t.word, t.end, 64)
		if great {
			d.mismatch(i, "number "+string(d.bytes(i)), float64Type, nil)
			return 0.0, i + 1
		}
		return f, i + 1
	case '{':
		m := map[string]any{}
		for i++; i < t.end; {
			k := d.tape[i]
			name := text(d.data, k.word, k.end)
			x, i = d.any(i + 1)
			m[name] = x
		}
		return m, i + 1
	case '[':
		list := []any{}
		for i++; i < t.end; {
			x, i = d.any(i)
			list = append(list, x)
		}
		return list, i + 1
	case 't':
		return true, i + 1
	case 'f':
		return false, i + 1
	}
	return nil, i + 1
}

// object decodes into a struct.
func (d *decoder) object(c *codec, p unsafe.Pointer, i int) int {
	if c.broken != "" {
		d.fails(&UnmarshalTypeError{Value: "object", Type: typeOf(c.typ), Err: errors.New(c.broken)})
		return d.next(i)
	}
	end := d.tape[i].end
	expect := 0 // members are often in the order of the fields
	for i++; i < end; {
		t := d.tape[i]
		var name string
		if t.word&(flagEscaped|flagBroken) == 0 {
			b := d.data[t.start()+1 : t.end-1]
			name = unsafe.String(unsafe.SliceData(b), len(b))
		} else {
			name = text(d.data, t.word, t.end)
		}
		var f *field
		if expect < len(c.fields) && c.fields[expect].name == name {
			f = &c.fields[expect]
			expect++
		} else if f = c.byName[name]; f == nil {
			if f = c.byFold[fold(name)]; f == nil {
				if d.strict {
					d.fails(errors.New("json: unknown field " + strconv.Quote(name)))
				}
				i = d.next(i + 1)
				continue
			}
		}
		i++
		at := unsafe.Add(p, f.offset)
		if f.hops != nil {
			if at = d.reach(c, f, p, i); at == nil {
				i = d.next(i)
				continue
			}
		}
		if f.quote {
			i = d.quoted(f.codec, at, i)
		} else {
			i = d.value(f.codec, at, i)
		}
	}
	return end + 1
}

// reach is where a field behind embedded pointers is; what they point to is made. Nil: that may not be.
func (d *decoder) reach(c *codec, f *field, p unsafe.Pointer, i int) unsafe.Pointer {
	for _, h := range f.hops {
		to := (*unsafe.Pointer)(unsafe.Add(p, h.offset))
		if *to == nil {
			if h.hidden {
				d.mismatch(i, d.what(i), c.typ, errHidden)
				return nil
			}
			*to = newObject(h.elem)
		}
		p = *to
	}
	return unsafe.Add(p, f.offset)
}

// room gives the slice at p room for more elements than it has, as append does.
func (c *codec) room(s *sliceImage) {
	n := grownCap(c.elem.typ, s.cap, s.len+1)
	data := newArray(c.elem.typ, n)
	copyValues(c.elem.typ, data, s.data, s.len)
	s.data, s.cap = data, n
}

func (d *decoder) list(c *codec, p unsafe.Pointer, i int) int {
	end := d.tape[i].end
	s := (*sliceImage)(p)
	if i+1 == end {
		*s = sliceImage{newArray(c.elem.typ, 0), 0, 0}
		return end + 1
	}
	n := 0
	for i++; i < end; n++ {
		if n == s.cap {
			s.len = n
			c.room(s)
		}
		s.len = n + 1
		i = d.value(c.elem, unsafe.Add(s.data, uintptr(n)*c.elem.size), i)
		s = (*sliceImage)(p)
	}
	s.len = n
	return end + 1
}

func (d *decoder) array(c *codec, p unsafe.Pointer, i int) int {
	end := d.tape[i].end
	n := 0
	for i++; i < end; n++ {
		if n < c.len {
			i = d.value(c.elem, unsafe.Add(p, uintptr(n)*c.elem.size), i)
		} else {
			i = d.next(i)
		}
	}
	for ; n < c.len; n++ {
		clearValue(c.elem.typ, unsafe.Add(p, uintptr(n)*c.elem.size))
	}
	return end + 1
}

func (d *decoder) mapping(c *codec, p unsafe.Pointer, i int) int {
	end := d.tape[i].end
	m := *(*unsafe.Pointer)(p)
	if m == nil {
		m = mapMake(c.typ, 0)
		*(*unsafe.Pointer)(p) = m
	}
	key := newObject(c.key.typ)
	for i++; i < end; {
		elem := newObject(c.elem.typ)
		if !d.key(c.key, key, i) {
			i = d.next(i + 1)
			continue
		}
		i = d.value(c.elem, elem, i+1)
		mapSet(c.typ, m, key, elem)
	}
	return end + 1
}

// key decodes the name of a member into the key at p.
func (d *decoder) key(c *codec, p unsafe.Pointer, i int) bool {
	name := d.str(i)
	switch {
	case c.dec == viaText:
		clearValue(c.typ, p)
		if err := pack(c.pointer, cell(p)).(encoding.TextUnmarshaler).UnmarshalText([]byte(name)); err != nil {
			d.fails(err)
			return false
		}
	case c.kind == reflect.String:
		*(*string)(p) = name
	case reflect.Int <= c.kind && c.kind <= reflect.Float64:
		if !c.parse(p, name) {
			d.mismatch(i, "number "+name, c.typ, nil)
			return false
		}
	case c.isAny:
		*(*any)(p) = name
	case c.kind == reflect.Pointer:
		to := newObject(c.elem.typ)
		*(*unsafe.Pointer)(p) = to
		return d.key(c.elem, to, i)
	default:
		d.mismatch(i, "string", c.typ, nil)
		return false
	}
	return true
}

// parse sets a number from a text.
func (c *codec) parse(p unsafe.Pointer, s string) bool {
	bits := int(8 * c.size)
	switch {
	case c.kind <= reflect.Int64:
		n, err := strconv.ParseInt(s, 10, bits)
		if n < 0 {
			return err == nil && c.setInteger(p, true, -uint64(n))
		}
		return err == nil && c.setInteger(p, false, uint64(n))
	case c.kind <= reflect.Uintptr:
		n, err := strconv.ParseUint(s, 10, bits)
		return err == nil && c.setInteger(p, false, n)
	}
	if !isNumber(s) {
		return false
	}
	f, err := strconv.ParseFloat(s, bits)
	if err != nil {
		return false
	}
	if bits == 32 {
		*(*float32)(p) = float32(f)
	} else {
		*(*float64)(p) = f
	}
	return true
}

// quoted decodes a field with the option "string".
func (d *decoder) quoted(c *codec, p unsafe.Pointer, i int) int {
	if c.dec == viaJSON || c.dec == viaText || c.dec == asNumber && d.tape[i].kind() != '0' {
		return d.value(c, p, i)
	}
	if d.tape[i].kind() != '"' {
		if d.tape[i].kind() == 'n' {
			return d.value(c, p, i)
		}
		base := c
		if c.kind == reflect.Pointer {
			base = c.elem
		}
		if c.dec == asNumber {
			d.fails(&UnmarshalTypeError{Value: "number", Type: typeOf(numberType)})
		} else {
			d.mismatch(i, d.what(i), base.typ, nil)
		}
		return d.next(i)
	}
	s := d.str(i)
	if s == "null" {
		if c.kind == reflect.Pointer {
			*(*unsafe.Pointer)(p) = nil
		}
		return i + 1
	}
	if c.kind == reflect.Pointer {
		to := *(*unsafe.Pointer)(p)
		if to == nil {
			to = newObject(c.elem.typ)
			*(*unsafe.Pointer)(p) = to
		}
		return d.quoted(c.elem, to, i)
	}
	switch c.kind {
	case reflect.Bool:
		if s != "true" && s != "false" {
			d.mismatch(i, "string "+string(d.bytes(i)), c.typ, strconv.ErrSyntax)
			break
		}
		*(*bool)(p) = s == "true"
	case reflect.String:
		inner, err := unquote(s)
		if err != nil {
			d.mismatch(i, "string", c.typ, err)
			break
		}
		*(*string)(p) = inner
	default:
		if !c.parse(p, s) {
			d.mismatch(i, "number "+s, c.typ, nil)
		}
	}
	return i + 1
}

// unquote is the string that the JSON string s stands for.
func unquote(s string) (string, error) {
	var sc scanner
	b := []byte(s)
	sc.reset(0)
	sc.mode = wantKey
	if sc.run(b, atEOF|oneToken) == scanFault {
		return "", sc.inner(b)
	}
	t := sc.tape[0]
	if t.end < len(b) {
		sc.fault, sc.at = faultAfterString, t.end
		return "", sc.inner(b)
	}
	return text(b, t.word, t.end), nil
}

// inner is the fault of a text in a string, which has no offset.
func (s *scanner) inner(b []byte) error {
	err := s.err(b, 0)
	err.Offset = 0
	return err
}
