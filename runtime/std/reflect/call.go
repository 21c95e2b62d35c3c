package reflect

import "unsafe"

// adapters gives the numbers of the functions that the compiler made for a signature: call is a
// func(f, args, results unsafe.Pointer) that calls f; method the body of a closure that calls a
// method by its number, bare one whose first argument is the receiver; make the body of a closure that
// hands its arguments to another one.
// ok is false for a signature that the program does not have.
func adapters(typ unsafe.Pointer) (ok bool, call, method, make, bare int)

// oneMethod makes an itab of that one function.
func oneMethod(fn uint32) unsafe.Pointer

// method is the method that a method value or a bare method stands for: its receiver as an
// interface's data word, signature and function.
func (v Value) method() (name string, data unsafe.Pointer, sig unsafe.Pointer, fn uint32) {
	typ, ptr := v.typ, v.ptr
	i := toType(typ).(*rtype).exportedMethods()[v.flag>>indexShift]
	name, pkg, sig, fn := methodAt(typ, i)
	if isInterface(typ) {
		// The method of what the interface holds.
		typ, ptr = dynamic(typ, ptr)
		for k := range numMethods(typ) {
			n, p, _, f := methodAt(typ, k)
			if n == name && p == pkg {
				fn = f
				break
			}
		}
	}
	if ptr == nil {
		return name, nil, sig, fn
	}
	if direct(typ) {
		return name, *(*unsafe.Pointer)(ptr), sig, fn
	}
	if v.flag&addressable != 0 {
		// The method gets the value of now.
		ptr = copied(typ, ptr, 0).ptr
	}
	return name, ptr, sig, fn
}

// methodFunc is the Func of a Method: a function with the receiver as its first parameter.
func methodFunc(t *rtype, i int, _ Type) Value {
	return Value{unsafe.Pointer(t), nil, bareMethod | flag(i)<<indexShift}
}

// closure is an object that a func value points to.
type closure struct {
	fn   int
	a, b unsafe.Pointer
}

// asFunc makes an ordinary func value of a method value.
func (v Value) asFunc() Value {
	t := v.Type()
	if v.flag&bareMethod != 0 {
		_, _, _, fn := v.method()
		ok, _, _, _, bare := adapters(t.common())
		if !ok {
			panic("reflect: not supported by gvm: a function of type " + t.String() + ", which the program does not have")
		}
		c := &closure{fn: bare, a: oneMethod(fn)}
		return Value{t.common(), cell(unsafe.Pointer(c)), v.flag & readOnly}
	}
	_, data, sig, fn := v.method()
	ok, _, method, _, _ := adapters(sig)
	if !ok {
		panic("reflect: not supported by gvm: a method value of type " + t.String())
	}
	c := &closure{method, oneMethod(fn), data}
	return Value{sig, cell(unsafe.Pointer(c)), v.flag & readOnly}
}

// Call calls a function; of a variadic one, with single arguments.
func (v Value) Call(in []Value) []Value {
	v.must(Func, "Call")
	v.mustBeExported("Call")
	return v.call("Call", in)
}

// CallSlice calls a variadic function with the slice of its last arguments.
func (v Value) CallSlice(in []Value) []Value {
	v.must(Func, "CallSlice")
	v.mustBeExported("CallSlice")
	return v.call("CallSlice", in)
}

func (v Value) call(op string, in []Value) []Value {
	if v.flag&bareMethod != 0 {
		t := v.Type()
		if len(in) == 0 {
			panic("reflect: Call with too few input arguments")
		}
		if in[0].Type() != t.In(0) {
			panic("reflect: " + op + " using " + in[0].Type().String() + " as type " + t.In(0).String())
		}
		return in[0].Method(int(v.flag>>indexShift)).call(op, in[1:])
	}
	t := v.Type()
	if v.flag&bound != 0 {
		v = v.asFunc()
	}
	if v.word() == nil {
		panic("reflect.Value.Call: call of nil function")
	}
	n, many := t.NumIn(), t.IsVariadic()
	if op == "CallSlice" {
		if !many {
			panic("reflect: CallSlice of non-variadic function")
		}
		if len(in) < n {
			panic("reflect: CallSlice with too few input arguments")
		}
		if len(in) > n {
			panic("reflect: CallSlice with too many input arguments")
		}
		many = false
	} else {
		least := n
		if many {
			least--
		}
		if len(in) < least {
			panic("reflect: Call with too few input arguments")
		}
		if !many && len(in) > n {
			panic("reflect: Call with too many input arguments")
		}
	}
	for _, x := range in {
		if x.kind() == Invalid {
			panic("reflect: " + op + " using zero Value argument")
		}
	}
	fixed := n
	if many {
		fixed--
	}
	for i := range fixed {
		if x, want := in[i].Type(), t.In(i); !assignable(x, want) {
			panic("reflect: " + op + " using " + x.String() + " as type " + want.String())
		}
	}
	if many {
		rest := in[fixed:]
		list := MakeSlice(t.In(fixed), len(rest), len(rest))
		elem := t.In(fixed).Elem()
		for i, x := range rest {
			if !assignable(x.Type(), elem) {
				panic("reflect: cannot use " + x.Type().String() + " as type " + elem.String() + " in " + op)
			}
			list.Index(i).Set(x)
		}
		in = append(in[:fixed:fixed], list)
	}
	args := make([]unsafe.Pointer, len(in)+1)
	for i, x := range in {
		x.mustBeExported("Call")
		args[i] = x.assignTo("reflect.Value.Call", t.In(i).common()).ptr
	}
	out := make([]Value, t.NumOut())
	results := make([]unsafe.Pointer, len(out)+1)
	for i := range out {
		typ := t.Out(i).common()
		results[i] = newObject(typ)
		out[i] = Value{typ, results[i], 0}
	}
	ok, call, _, _, _ := adapters(v.typ)
	if !ok {
		panic("reflect: not supported by gvm: a call of a function of type " + t.String())
	}
	// The adapter as a func value: its number, nothing captured.
	c := &closure{fn: call}
	adapter := unsafe.Pointer(c)
	(*(*func(f, args, results unsafe.Pointer))(unsafe.Pointer(&adapter)))(v.word(), unsafe.Pointer(&args[0]), unsafe.Pointer(&results[0]))
	return out
}

// MakeFunc is a function of the type that hands its arguments to fn.
func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value {
	if typ.Kind() != Func {
		panic("reflect: call of MakeFunc with non-Func type")
	}
	ok, _, _, make, _ := adapters(typ.common())
	if !ok {
		panic("reflect: not supported by gvm: a function of type " + typ.String() + ", which the program does not have")
	}
	serve := func(args, results unsafe.Pointer) { serveCall(typ, fn, args, results) }
	c := &closure{fn: make, a: *(*unsafe.Pointer)(unsafe.Pointer(&serve))}
	return Value{typ.common(), cell(unsafe.Pointer(c)), 0}
}

// serveCall runs fn for a call whose arguments and results are at the given addresses.
func serveCall(typ Type, fn func([]Value) []Value, args, results unsafe.Pointer) {
	in := make([]Value, typ.NumIn())
	for i := range in {
		in[i] = Value{typ.In(i).common(), *(*unsafe.Pointer)(unsafe.Add(args, 8*i)), 0}
	}
	out := fn(in)
	if len(out) != typ.NumOut() {
		panic("reflect: wrong return count from function created by MakeFunc")
	}
	for i, x := range out {
		want := typ.Out(i)
		if x.typ == nil {
			panic("reflect: function created by MakeFunc using closure returned zero Value")
		}
		if x.flag&readOnly != 0 {
			panic("reflect: function created by MakeFunc using closure returned value obtained from unexported field")
		}
		x = x.assignTo("reflect.MakeFunc", want.common())
		copyValue(x.typ, *(*unsafe.Pointer)(unsafe.Add(results, 8*i)), x.ptr)
	}
}
