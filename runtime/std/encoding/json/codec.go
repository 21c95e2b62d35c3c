package json

import (
	"encoding"
	"reflect"
	"sync"
	"sync/atomic"
	"unsafe"

	"internal/jsontext"
)

// Marshaler is a type that gives its own JSON.
type Marshaler interface {
	MarshalJSON() ([]byte, error)
}

// Unmarshaler is a type that reads its own JSON, which it must copy to keep.
type Unmarshaler interface {
	UnmarshalJSON([]byte) error
}

// RawMessage is JSON text that is left alone.
type RawMessage = jsontext.Value

// A codec is what the package knows of a type. Codecs are made once and then only read.
type codec struct {
	typ     unsafe.Pointer // descriptor
	pointer unsafe.Pointer // that of a pointer to it
	kind    reflect.Kind
	enc     int // how it is encoded: one of the constants below, or the kind's
	dec     int // how it is decoded, likewise
	size    uintptr
	len     int    // of an array
	key     *codec // of a map
	elem    *codec // of an array, map, pointer or slice

	method int // the method that encodes values; what enc is without it is plain
	byAddr bool
	plain  int

	textKey, textKeyByAddr bool // map keys: MarshalText or AppendText
	appendsKey             bool
	isMethods              bool // an interface type with methods
	isAny                  bool // an interface type without

	fields []field
	byName map[string]*field
	byFold map[string]*field // names in which upper and lower case do not differ
	broken string            // why the type has no JSON form
}

// Ways beyond the kinds (which are below 32).
const (
	viaJSON   = 32 + iota // MarshalJSON, UnmarshalJSON
	viaAppend             // AppendText
	viaText               // MarshalText, UnmarshalText
	asNumber              // json.Number
	asBytes               // []byte
	asTime                // time.Time, which reads strings only
	asNothing             // no form
)

var (
	marshalerType       = ifaceOf((*Marshaler)(nil))
	unmarshalerType     = ifaceOf((*Unmarshaler)(nil))
	textMarshalerType   = ifaceOf((*encoding.TextMarshaler)(nil))
	textAppenderType    = ifaceOf((*encoding.TextAppender)(nil))
	textUnmarshalerType = ifaceOf((*encoding.TextUnmarshaler)(nil))
	zeroerType          = ifaceOf((*zeroer)(nil))
	numberType          = elementOf((*Number)(nil))
	stringType          = elementOf((*string)(nil))
	float64Type         = elementOf((*float64)(nil))
	anyMapType          = elementOf((*map[string]any)(nil))
)

type zeroer interface{ IsZero() bool }

func ifaceOf(p any) unsafe.Pointer { return elementOf(p) }

func elementOf(p any) unsafe.Pointer {
	typ, _ := unpack(p)
	return elemOf(typ)
}

// published has the finished codecs; a map is never changed.
var published atomic.Pointer[map[unsafe.Pointer]*codec]

var building struct {
	sync.Mutex
	all map[unsafe.Pointer]*codec // with those that are not finished
}

// codecOf is the codec of a type.
func codecOf(typ unsafe.Pointer) *codec {
	if m := published.Load(); m != nil {
		if c := (*m)[typ]; c != nil {
			return c
		}
	}
	building.Lock()
	defer building.Unlock()
	if building.all == nil {
		building.all = map[unsafe.Pointer]*codec{}
	}
	c := build(typ)
	done := make(map[unsafe.Pointer]*codec, len(building.all))
	for t, c := range building.all {
		done[t] = c
	}
	published.Store(&done)
	return c
}

// build makes a codec and those of the types in it.
func build(typ unsafe.Pointer) *codec {
	if c := building.all[typ]; c != nil {
		return c
	}
	c := &codec{typ: typ, pointer: pointerTo(typ), kind: reflect.Kind(kindOf(typ)), size: typeSize(typ)}
	building.all[typ] = c
	c.enc, c.dec = int(c.kind), int(c.kind)
	switch c.kind {
	case reflect.Array:
		c.len = lenOf(typ)
		c.elem = build(elemOf(typ))
	case reflect.Pointer:
		c.elem = build(elemOf(typ))
	case reflect.Slice:
		c.elem = build(elemOf(typ))
		if c.elem.kind == reflect.Uint8 {
			c.dec = asBytes
			if c.elem.enc == int(reflect.Uint8) && c.elem.plain == 0 {
				c.enc = asBytes
			}
		}
	case reflect.Map:
		c.key, c.elem = build(keyOf(typ)), build(elemOf(typ))
	case reflect.Interface:
		c.isMethods = numMethods(typ) > 0
		c.isAny = !c.isMethods
	case reflect.Struct:
		c.setFields()
	case reflect.Bool, reflect.String, reflect.Float32, reflect.Float64:
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
	default:
		c.enc, c.dec = asNothing, asNothing
	}
	if c.typ == numberType {
		c.enc, c.dec = asNumber, asNumber
		return c
	}
	c.setMethods()
	return c
}

func (c *codec) setMethods() {
	has := func(iface unsafe.Pointer) (is, byAddr bool) {
		if implements(iface, c.typ) {
			return true, false
		}
		is = c.kind != reflect.Interface && c.kind != reflect.Pointer && implements(iface, c.pointer)
		return is, is
	}
	appends, appendsByAddr := has(textAppenderType)
	texts, textsByAddr := has(textMarshalerType)
	c.textKey, c.textKeyByAddr = texts, textsByAddr
	if appends {
		c.textKey, c.textKeyByAddr, c.appendsKey = true, appendsByAddr, true
	}
	way, byAddr := 0, false
	if is, addr := has(marshalerType); is {
		way, byAddr = viaJSON, addr
	} else if appends {
		way, byAddr = viaAppend, appendsByAddr
	} else if texts {
		way, byAddr = viaText, textsByAddr
	}
	// A pointer's methods are found when what it points to is encoded.
	if way != 0 && c.kind != reflect.Pointer {
		c.plain, c.method, c.byAddr = c.enc, way, byAddr
		c.enc = way
	}
	if c.kind != reflect.Pointer && c.kind != reflect.Interface {
		if implements(unmarshalerType, c.pointer) {
			c.dec = viaJSON
			if typeName(c.typ) == "Time" && typeOf(c.typ).PkgPath() == "time" {
				c.dec = asTime
			}
		} else if implements(textUnmarshalerType, c.pointer) {
			c.dec = viaText
		}
	}
}

// signed reads a signed integer of this type at p.
func (c *codec) signed(p unsafe.Pointer) int64 {
	switch c.size {
	case 1:
		return int64(*(*int8)(p))
	case 2:
		return int64(*(*int16)(p))
	case 4:
		return int64(*(*int32)(p))
	}
	return *(*int64)(p)
}

// unsigned reads an unsigned integer of this type at p.
func (c *codec) unsigned(p unsafe.Pointer) uint64 {
	switch c.size {
	case 1:
		return uint64(*(*uint8)(p))
	case 2:
		return uint64(*(*uint16)(p))
	case 4:
		return uint64(*(*uint32)(p))
	}
	return *(*uint64)(p)
}
