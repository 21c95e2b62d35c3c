package fmt

import "internal/value"

func typeText(arg any) string { return value.TypeOf(arg).String() }

// operand prints one operand of a call, or the value of a panic.
func (p *printer) operand(arg any, verb rune) {
	p.arg, p.now = arg, value.Value{}
	if arg == nil {
		if verb == 'v' || verb == 'T' {
			p.padded("<nil>")
		} else {
			p.badVerb(verb)
		}
		return
	}
	switch verb {
	case 'T':
		p.str(typeText(arg), 's')
		return
	case 'p':
		p.pointer(value.Of(arg), 'p')
		return
	}
	switch x := arg.(type) {
	case int:
		p.whole(uint64(x), true, verb)
	case string:
		p.str(x, verb)
	case bool:
		p.boolean(x, verb)
	case float64:
		p.floating(x, 64, verb)
	case uint8:
		p.whole(uint64(x), false, verb)
	case int32:
		p.whole(uint64(x), true, verb)
	case int64:
		p.whole(uint64(x), true, verb)
	case uint64:
		p.whole(x, false, verb)
	case []byte:
		p.bytes(x, verb)
	case uint:
		p.whole(uint64(x), false, verb)
	case uint32:
		p.whole(uint64(x), false, verb)
	case uint16:
		p.whole(uint64(x), false, verb)
	case uintptr:
		p.whole(uint64(x), false, verb)
	case int8:
		p.whole(uint64(x), true, verb)
	case int16:
		p.whole(uint64(x), true, verb)
	case float32:
		p.floating(float64(x), 32, verb)
	case complex128:
		p.complexNumber(x, 128, verb)
	case complex64:
		p.complexNumber(complex128(x), 64, verb)
	default:
		v := value.Of(arg)
		if held, methods, ok := v.Held(); ok {
			// A reflect.Value stands for what it holds.
			if methods {
				p.arg = held.Interface()
				if p.methods(verb) {
					return
				}
			}
			how := visible
			if !methods {
				how = hidden
			}
			p.walk(held, verb, 0, how)
			return
		}
		if !p.methods(verb) {
			p.walk(v, verb, 0, visible)
		}
	}
}

// methods lets p.arg print itself if it can.
func (p *printer) methods(verb rune) (handled bool) {
	if p.erroring {
		return false
	}
	if verb == 'w' {
		if _, ok := p.arg.(error); !ok || !p.wrapping {
			p.badVerb('w')
			return true
		}
		verb = 'v'
	}
	if f, ok := p.arg.(Formatter); ok {
		p.callFormat(f, verb)
		return true
	}
	if p.sharpV {
		if g, ok := p.arg.(GoStringer); ok {
			p.callGoString(g, verb)
			return true
		}
		return false
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch x := p.arg.(type) {
		case error:
			p.callError(x, verb)
			return true
		case Stringer:
			p.callString(x, verb)
			return true
		}
	}
	return false
}

func (p *printer) callFormat(f Formatter, verb rune) {
	defer p.rescue(p.arg, verb, "Format")
	f.Format(p, verb)
}

func (p *printer) callGoString(g GoStringer, verb rune) {
	defer p.rescue(p.arg, verb, "GoString")
	p.padded(p.cut(g.GoString()))
}

func (p *printer) callError(e error, verb rune) {
	defer p.rescue(p.arg, verb, "Error")
	p.str(e.Error(), verb)
}

func (p *printer) callString(s Stringer, verb rune) {
	defer p.rescue(p.arg, verb, "String")
	p.str(s.String(), verb)
}

// rescue is deferred around a method of an operand and reports its panic in the output.
func (p *printer) rescue(arg any, verb rune, method string) {
	why := recover()
	if why == nil {
		return
	}
	// A method called through a nil pointer is most likely a receiver it did not expect.
	if v := value.Of(arg); v.Kind() == value.Pointer && v.IsNil() {
		p.out = append(p.out, "<nil>"...)
		return
	}
	if p.panicking {
		panic(why)
	}
	saved := p.options
	p.options = options{}
	p.complain(verb, "(PANIC=")
	p.out = append(p.out, method...)
	p.out = append(p.out, " method: "...)
	p.panicking = true
	p.operand(why, 'v')
	p.panicking = false
	p.out = append(p.out, ')')
	// The flags hold for the rest of the operand, width and precision are spent.
	saved.width, saved.prec = 0, 0
	p.options = saved
}

// badVerb reports that what is being printed has no such verb.
func (p *printer) badVerb(verb rune) {
	p.erroring = true
	p.complain(verb, "(")
	switch {
	case p.now.IsValid():
		p.out = append(p.out, p.now.Type().String()...)
		p.out = append(p.out, '=')
		p.walk(p.now, 'v', 0, visible)
	case p.arg != nil:
		p.out = append(p.out, typeText(p.arg)...)
		p.out = append(p.out, '=')
		p.operand(p.arg, 'v')
	default:
		p.out = append(p.out, "<nil>"...)
	}
	p.out = append(p.out, ')')
	p.erroring = false
}
