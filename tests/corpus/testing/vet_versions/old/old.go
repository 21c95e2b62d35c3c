package old

import (
	"bytes"
	"encoding/json"
	"iter"
	"reflect"
	"slices"
	. "strings"
	"sync"
	"sync/atomic"
	"testing"
	"unique"
)

var _ = slices.Concat[[]int]

var wg sync.WaitGroup

type embedding struct {
	sync.WaitGroup
	seq iter.Seq2[int, string]
}

type interfaces interface {
	reflect.Type
	CanSeq() bool
}

func lines[T interface{ ~[]unique.Handle[string] }](x T) iter.Seq[string] { return Lines("x") }

func uses(e embedding, b *testing.B, t reflect.Type, i interfaces, buffer bytes.Buffer) {
	wg.Go(nil)
	e.Go(nil)
	(*sync.WaitGroup).Go(nil, nil)
	b.Loop()
	_ = b.Context()
	_ = t.CanSeq()
	_ = i.CanSeq()
	_ = reflect.TypeFor[int]()
	_, _ = buffer.Peek(1)
	var value atomic.Uint32
	value.And(1)
	var local iter.Seq[int]
	_ = local
	_ = map[string]iter.Seq[int]{}
	_ = func(x iter.Seq[int]) {}
	var any any
	_ = any.(iter.Seq[int])
	_ = json.Marshal
	_ = slices.Contains[[]int]
}
