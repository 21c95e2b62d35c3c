package reflect

import "unsafe"

// channelCase is a communication as the scheduler's select takes it: the channel, the place of the value
// to send or for the one received, and which of the two.
type channelCase struct {
	ch    unsafe.Pointer
	value unsafe.Pointer
	send  bool
}

// What a traceback says that the goroutine waits for.
const (
	waitSelect = iota
	waitSend
	waitReceive
)

// communicate does one of the cases, waiting if it must. Without wait and when none is ready, chosen
// is -1.
func communicate(cases []channelCase, wait bool, reason int) (chosen int, ok bool) {
	chosen, ok, parked := selectCases(cases, wait, reason)
	if parked {
		// They have been reachable from here while it waited.
		chosen, ok = selected(cases)
	}
	return chosen, ok
}

// MakeChan is a new channel with room for that many values.
func MakeChan(typ Type, buffer int) Value {
	if typ.Kind() != Chan {
		panic("reflect.MakeChan of non-chan type")
	}
	if buffer < 0 {
		panic("reflect.MakeChan: negative buffer size")
	}
	if typ.ChanDir() != BothDir {
		panic("reflect.MakeChan: unidirectional channel type")
	}
	return Value{typ.common(), cell(chanMake(typ.common(), buffer)), 0}
}

func (v Value) channel(method string) ChanDir {
	v.must(Chan, method)
	v.mustBeExported(method)
	return toType(v.typ).ChanDir()
}

func (v Value) receive(wait bool) (Value, bool) {
	elem := elemOf(v.typ)
	to := newObject(elem)
	chosen, ok := communicate([]channelCase{{v.word(), to, false}}, wait, waitReceive)
	if chosen < 0 {
		return Value{}, false
	}
	return Value{elem, to, 0}, ok
}

func (v Value) send(x Value, wait bool) bool {
	x.mustBeExported("Send")
	x = x.assignTo("reflect.Value.Send", elemOf(v.typ))
	// The channel copies the value; nobody else sees the place.
	chosen, _ := communicate([]channelCase{{v.word(), x.ptr, true}}, wait, waitSend)
	return chosen >= 0
}

// Recv waits for a value of the channel; ok is false when it is the zero value of a closed one.
func (v Value) Recv() (x Value, ok bool) {
	if v.channel("Recv")&RecvDir == 0 {
		panic("reflect: recv on send-only channel")
	}
	return v.receive(true)
}

// TryRecv is Recv without waiting: the zero Value when nothing is there.
func (v Value) TryRecv() (x Value, ok bool) {
	if v.channel("TryRecv")&RecvDir == 0 {
		panic("reflect: recv on send-only channel")
	}
	return v.receive(false)
}

// Send waits until the channel takes x.
func (v Value) Send(x Value) {
	if v.channel("Send")&SendDir == 0 {
		panic("reflect: send on recv-only channel")
	}
	v.send(x, true)
}

// TrySend is Send without waiting; it reports whether x was sent.
func (v Value) TrySend(x Value) bool {
	if v.channel("TrySend")&SendDir == 0 {
		panic("reflect: send on recv-only channel")
	}
	return v.send(x, false)
}

// Close closes the channel.
func (v Value) Close() {
	if v.channel("Close")&SendDir == 0 {
		panic("reflect: close of receive-only channel")
	}
	chanClose(v.word())
}

// SelectDir is what a case of Select does.
type SelectDir int

const (
	_ SelectDir = iota
	SelectSend
	SelectRecv
	SelectDefault
)

// SelectCase is a case of Select.
type SelectCase struct {
	Dir  SelectDir
	Chan Value
	Send Value
}

const mostCases = 65536

// Select does one of the cases, like a select statement: chosen is its index; for a receive recv is the
// value, and recvOK false when the channel is closed.
func Select(cases []SelectCase) (chosen int, recv Value, recvOK bool) {
	if len(cases) > mostCases {
		panic("reflect.Select: too many cases (max 65536)")
	}
	list := make([]channelCase, 0, len(cases))
	numbers := make([]int, 0, len(cases))
	other := -1
	for i, c := range cases {
		var direction ChanDir
		if c.Chan.IsValid() && c.Dir != SelectDefault {
			if k := c.Chan.kind(); k != Chan {
				// Real Go names the method of Value that was called, and this is none.
				panic(&ValueError{"unknown method", k})
			}
			direction = c.Chan.channel("Select")
		}
		switch c.Dir {
		default:
			panic("reflect.Select: invalid Dir")
		case SelectDefault:
			if other >= 0 {
				panic("reflect.Select: multiple default cases")
			}
			other = i
			if c.Chan.IsValid() {
				panic("reflect.Select: default case has Chan value")
			}
			if c.Send.IsValid() {
				panic("reflect.Select: default case has Send value")
			}
		case SelectSend:
			if !c.Chan.IsValid() {
				continue
			}
			if direction&SendDir == 0 {
				panic("reflect.Select: SendDir case using recv-only channel")
			}
			if !c.Send.IsValid() {
				panic("reflect.Select: SendDir case missing Send value")
			}
			c.Send.mustBeExported("Select")
			x := c.Send.assignTo("reflect.Select", elemOf(c.Chan.typ))
			list = append(list, channelCase{c.Chan.word(), x.ptr, true})
			numbers = append(numbers, i)
		case SelectRecv:
			if c.Send.IsValid() {
				panic("reflect.Select: RecvDir case has Send value")
			}
			if !c.Chan.IsValid() {
				continue
			}
			if direction&RecvDir == 0 {
				panic("reflect.Select: RecvDir case using send-only channel")
			}
			list = append(list, channelCase{c.Chan.word(), newObject(elemOf(c.Chan.typ)), false})
			numbers = append(numbers, i)
		}
	}
	n, ok := communicate(list, other < 0, waitSelect)
	if n < 0 {
		return other, Value{}, false
	}
	chosen = numbers[n]
	if list[n].send {
		return chosen, Value{}, false
	}
	return chosen, Value{elemOf(cases[chosen].Chan.typ), list[n].value, 0}, ok
}
