package json

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unsafe"
)

// A field is a member of the objects that a struct type becomes.
type field struct {
	name   string
	quoted [2]string // the name with quotes and colon; the second one escaped for HTML
	hops   []hop     // embedded pointers on the way
	offset uintptr   // from where the hops lead
	codec  *codec
	index  []int // the field numbers
	tagged bool

	omitEmpty, omitZero bool
	zero                int  // how omitZero asks: zeroByBytes …
	quote               bool // option "string", for the types that have it
	strict              bool // names match exactly
}

// A hop is an embedded pointer: where it is, and what it points to.
type hop struct {
	offset uintptr
	elem   unsafe.Pointer
	hidden bool // of an unexported type
}

const (
	zeroByBytes = iota
	zeroByMethod
	zeroByAddr // the method of a pointer
)

// level is a struct type that is embedded at some depth.
type level struct {
	typ    unsafe.Pointer
	hops   []hop
	offset uintptr
	index  []int
}

// setFields finds the fields as Go's rules for embedded structs have it: of several with one name the least
// deep one counts, among those the one that a tag names, and if there are still several, none does.
func (c *codec) setFields() {
	var all []field
	now := []level{{typ: c.typ}}
	seen := map[unsafe.Pointer]bool{}
	for len(now) > 0 {
		var next []level
		count := map[unsafe.Pointer]int{}
		for _, l := range now {
			count[l.typ]++
		}
		done := map[unsafe.Pointer]bool{}
		for _, l := range now {
			if seen[l.typ] || done[l.typ] {
				continue
			}
			done[l.typ] = true
			for i := range numField(l.typ) {
				f, deeper, ok := c.memberOf(l, i)
				if deeper != nil {
					next = append(next, *deeper)
				}
				if !ok {
					continue
				}
				all = append(all, f)
				if count[l.typ] > 1 {
					// The same type twice at one depth: its fields hide each other.
					all = append(all, f)
				}
			}
		}
		for t := range done {
			seen[t] = true
		}
		now = next
	}
	slices.SortStableFunc(all, func(a, b field) int {
		if d := strings.Compare(a.name, b.name); d != 0 {
			return d
		}
		if d := cmp.Compare(len(a.index), len(b.index)); d != 0 {
			return d
		}
		if a.tagged != b.tagged {
			if a.tagged {
				return -1
			}
			return 1
		}
		return slices.Compare(a.index, b.index)
	})
	kept := all[:0]
	for i := 0; i < len(all); {
		j := i + 1
		for j < len(all) && all[j].name == all[i].name {
			j++
		}
		if j == i+1 || len(all[i].index) != len(all[i+1].index) || all[i].tagged != all[i+1].tagged {
			kept = append(kept, all[i])
		}
		i = j
	}
	slices.SortFunc(kept, func(a, b field) int { return slices.Compare(a.index, b.index) })
	c.fields = kept
	c.byName = make(map[string]*field, len(kept))
	c.byFold = make(map[string]*field, len(kept))
	for i := range kept {
		f := &kept[i]
		c.byName[f.name] = f
		if folded := fold(f.name); !f.strict && c.byFold[folded] == nil {
			c.byFold[folded] = f
		}
	}
}

// memberOf looks at a field of a struct: it is a member, or a struct whose fields are, or nothing.
func (c *codec) memberOf(l level, i int) (f field, deeper *level, ok bool) {
	name, typ, offset, embedded, exported := fieldOf(l.typ, i)
	tag, hasTag := reflect.StructTag(fieldTag(l.typ, i)).Lookup("json")
	if tag == "-" {
		return f, nil, false
	}
	base, isPointer := typ, false
	if embedded && reflect.Kind(kindOf(typ)) == reflect.Pointer {
		base, isPointer = elemOf(typ), true
	}
	isStruct := reflect.Kind(kindOf(base)) == reflect.Struct
	if !exported && !(embedded && isStruct) {
		return f, nil, false
	}
	f.name = name
	f.index = append(slices.Clone(l.index), i)
	f.hops, f.offset = l.hops, l.offset+offset
	options := ""
	if hasTag {
		var own string
		own, options, _ = strings.Cut(tag, ",")
		if n := strings.IndexAny(own, "\"'`\\"); n >= 0 {
			own = own[:n]
		}
		if own != "" {
			f.name, f.tagged = own, true
		}
	}
	if embedded && isStruct && !f.tagged {
		deeper = &level{typ: base, hops: l.hops, offset: f.offset, index: f.index}
		if isPointer {
			deeper.hops = append(slices.Clone(l.hops), hop{f.offset, base, !exported})
			deeper.offset = 0
		}
		return f, deeper, false
	}
	if !exported {
		return f, nil, false
	}
	f.codec = build(typ)
	f.name = strings.ToValidUTF8(f.name, "\ufffd")
	for html := range 2 {
		var b []byte
		appendQuoted(&b, f.name, html == 1, true)
		f.quoted[html] = string(b) + ":"
	}
	for options != "" {
		var o string
		o, options, _ = strings.Cut(options, ",")
		o = strings.TrimRight(o, " ")
		switch o {
		case "omitempty":
			f.omitEmpty = true
		case "omitzero":
			f.omitZero = true
			if implements(zeroerType, typ) {
				f.zero = zeroByMethod
			} else if implements(zeroerType, f.codec.pointer) {
				f.zero = zeroByAddr
			}
		case "case:strict":
			f.strict = true
		case "string":
			base := f.codec
			if base.kind == reflect.Pointer {
				base = base.elem
			}
			switch {
			case base.kind == reflect.String, base.kind == reflect.Bool:
				f.quote = true
			case base.kind >= reflect.Int && base.kind <= reflect.Float64:
				f.quote = true
			}
		default:
			if strings.HasPrefix(o, "format:") && c.broken == "" {
				c.broken = "Go struct field " + name + " has unsupported `format` tag option"
			}
		}
	}
	return f, nil, true
}

// at is where the field of the struct at p is; nil when an embedded pointer is.
func (f *field) at(p unsafe.Pointer) unsafe.Pointer {
	for _, h := range f.hops {
		p = *(*unsafe.Pointer)(unsafe.Add(p, h.offset))
		if p == nil {
			return nil
		}
	}
	return unsafe.Add(p, f.offset)
}

// fold is the same for names that differ only in upper and lower case.
func fold(name string) string {
	var b strings.Builder
	for _, r := range name {
		if r < 0x80 {
			if 'a' <= r && r <= 'z' {
				r -= 'a' - 'A'
			}
		} else {
			least := r
			for x := unicode.SimpleFold(r); x != r; x = unicode.SimpleFold(x) {
				least = min(least, x)
			}
			r = least
		}
		b.WriteRune(r)
	}
	return b.String()
}
