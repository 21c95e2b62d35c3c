package fmt

import "internal/value"

// access tells how a value was reached: methods are not called on what unexported fields hold,
// except that exported fields of an embedded struct of unexported name count as the outer struct's.
type access int

const (
	visible access = iota
	embedded
	hidden
)

// inner is the access of what a value of this access holds.
func (a access) inner() access {
	if a != visible {
		return hidden
	}
	return visible
}

// field is the access of field i of a struct of this access.
func (a access) field(v value.Value, i int) access {
	switch {
	case a == hidden:
		return hidden
	case v.FieldExported(i):
		return visible
	case v.FieldEmbedded(i):
		return embedded
	}
	return hidden
}

// walk prints a value of any kind. depth counts the values around it.
func (p *printer) walk(v value.Value, verb rune, depth int, how access) {
	kind := v.Kind()
	if depth > 0 && kind != value.Invalid && how == visible && kind != value.Interface && v.Type().NumMethod() > 0 {
		p.arg = v.Interface()
		p.now = value.Value{}
		if p.methods(verb) {
			return
		}
	}
	p.now = v
	switch kind {
	case value.Invalid:
		switch {
		case depth == 0:
			p.out = append(p.out, "<invalid reflect.Value>"...)
		case verb == 'v':
			p.out = append(p.out, "<nil>"...)
		default:
			p.arg = nil
			p.badVerb(verb)
		}
	case value.Bool:
		p.boolean(v.Bool(), verb)
	case value.Int, value.Int8, value.Int16, value.Int32, value.Int64:
		p.whole(uint64(v.Int()), true, verb)
	case value.Uint, value.Uint8, value.Uint16, value.Uint32, value.Uint64, value.Uintptr:
		p.whole(v.Uint(), false, verb)
	case value.Float32:
		p.floating(v.Float(), 32, verb)
	case value.Float64:
		p.floating(v.Float(), 64, verb)
	case value.Complex64:
		p.complexNumber(v.Complex(), 64, verb)
	case value.Complex128:
		p.complexNumber(v.Complex(), 128, verb)
	case value.String:
		p.str(v.String(), verb)
	case value.Map:
		p.mapping(v, verb, depth, how)
	case value.Struct:
		p.structure(v, verb, depth, how)
	case value.Interface:
		content := v.Elem()
		switch {
		case content.IsValid():
			p.walk(content, verb, depth+1, how.inner())
		case p.sharpV:
			p.out = append(p.out, v.Type().String()...)
			p.out = append(p.out, "(nil)"...)
		default:
			p.out = append(p.out, "<nil>"...)
		}
	case value.Array, value.Slice:
		p.sequence(v, verb, depth, how)
	case value.Pointer:
		if depth == 0 && !v.IsNil() {
			switch v.Type().Elem().Kind() {
			case value.Array, value.Slice, value.Struct, value.Map:
				p.out = append(p.out, '&')
				p.walk(v.Elem(), verb, depth+1, how.inner())
				return
			}
		}
		p.pointer(v, verb)
	case value.Chan, value.Func, value.UnsafePointer:
		p.pointer(v, verb)
	}
}

func (p *printer) mapping(m value.Value, verb rune, depth int, how access) {
	if p.sharpV {
		p.out = append(p.out, m.Type().String()...)
		if m.IsNil() {
			p.out = append(p.out, "(nil)"...)
			return
		}
		p.out = append(p.out, '{')
	} else {
		p.out = append(p.out, "map["...)
	}
	for i, e := range m.MapSorted() {
		if i > 0 {
			p.separate()
		}
		p.walk(e.Key, verb, depth+1, how.inner())
		p.out = append(p.out, ':')
		p.walk(e.Elem, verb, depth+1, how.inner())
	}
	if p.sharpV {
		p.out = append(p.out, '}')
	} else {
		p.out = append(p.out, ']')
	}
}

func (p *printer) structure(s value.Value, verb rune, depth int, how access) {
	if p.sharpV {
		p.out = append(p.out, s.Type().String()...)
	}
	p.out = append(p.out, '{')
	for i, n := 0, s.NumField(); i < n; i++ {
		if i > 0 {
			p.separate()
		}
		if p.plusV || p.sharpV {
			p.out = append(p.out, s.FieldName(i)...)
			p.out = append(p.out, ':')
		}
		f, fhow := s.Field(i), how.field(s, i)
		if f.Kind() == value.Interface && !f.IsNil() {
			f, fhow = f.Elem(), fhow.inner()
		}
		p.walk(f, verb, depth+1, fhow)
	}
	p.out = append(p.out, '}')
}

func (p *printer) sequence(s value.Value, verb rune, depth int, how access) {
	switch verb {
	case 's', 'q', 'x', 'X':
		if s.Type().Elem().Kind() == value.Uint8 {
			p.str(string(s.Bytes()), verb)
			return
		}
	}
	isSlice := s.Kind() == value.Slice
	if p.sharpV {
		p.out = append(p.out, s.Type().String()...)
		if isSlice && s.IsNil() {
			p.out = append(p.out, "(nil)"...)
			return
		}
		p.out = append(p.out, '{')
	} else {
		p.out = append(p.out, '[')
	}
	for i, n := 0, s.Len(); i < n; i++ {
		if i > 0 {
			p.separate()
		}
		p.walk(s.Index(i), verb, depth+1, how.inner())
	}
	if p.sharpV {
		p.out = append(p.out, '}')
	} else {
		p.out = append(p.out, ']')
	}
}

// separate stands between fields, elements and entries.
func (p *printer) separate() {
	if p.sharpV {
		p.out = append(p.out, ", "...)
	} else {
		p.out = append(p.out, ' ')
	}
}

// pointer prints the address of a value that has one.
func (p *printer) pointer(v value.Value, verb rune) {
	switch v.Kind() {
	case value.Pointer, value.Chan, value.Func, value.Map, value.Slice, value.UnsafePointer:
	default:
		p.badVerb(verb)
		return
	}
	u := uint64(v.Pointer())
	switch verb {
	case 'v':
		if p.sharpV {
			p.out = append(p.out, '(')
			p.out = append(p.out, v.Type().String()...)
			p.out = append(p.out, ")("...)
			if u == 0 {
				p.out = append(p.out, "nil"...)
			} else {
				p.hexWord(u, true)
			}
			p.out = append(p.out, ')')
		} else if u == 0 {
			p.padded("<nil>")
		} else {
			p.hexWord(u, !p.sharp)
		}
	case 'p':
		p.hexWord(u, !p.sharp)
	case 'b', 'o', 'd', 'x', 'X':
		p.whole(u, false, verb)
	default:
		p.badVerb(verb)
	}
}

// walkedInt is intOperand for the less usual types.
func walkedInt(arg any) (n int, ok bool) {
	if arg == nil {
		return 0, false
	}
	switch v := value.Of(arg); v.Kind() {
	case value.Int, value.Int8, value.Int16, value.Int32, value.Int64:
		return int(v.Int()), true
	case value.Uint, value.Uint8, value.Uint16, value.Uint32, value.Uint64, value.Uintptr:
		u := v.Uint()
		return int(u), int(u) >= 0
	}
	return 0, false
}
