// Package pprof has labels of goroutines, which the event log shows. Profiles are not here.
package pprof

import (
	"context"
	"sort"
	"strings"
)

// setLabels gives the goroutine labels, as text; new goroutines inherit them.
func setLabels(text string)

// LabelSet is a set of labels.
type LabelSet struct{ list []label }

type label struct{ key, value string }

type labelsKey struct{}

// Labels makes a set of keys and values in turn. It panics if their number is odd.
func Labels(args ...string) LabelSet {
	if len(args)%2 != 0 {
		panic("uneven number of arguments to pprof.Labels")
	}
	var s LabelSet
	for i := 0; i < len(args); i += 2 {
		s.list = merge(s.list, label{args[i], args[i+1]})
	}
	return s
}

// merge gives a new list, sorted by key, in which l replaces one of the same key.
func merge(list []label, l label) []label {
	at := sort.Search(len(list), func(i int) bool { return list[i].key >= l.key })
	out := append([]label(nil), list[:at]...)
	out = append(out, l)
	if at < len(list) && list[at].key == l.key {
		at++
	}
	return append(out, list[at:]...)
}

func labelsOf(ctx context.Context) []label {
	list, _ := ctx.Value(labelsKey{}).([]label)
	return list
}

// WithLabels gives a context with the set's labels besides those of ctx.
func WithLabels(ctx context.Context, labels LabelSet) context.Context {
	list := labelsOf(ctx)
	for _, l := range labels.list {
		list = merge(list, l)
	}
	return context.WithValue(ctx, labelsKey{}, list)
}

// SetGoroutineLabels gives the goroutine the labels of ctx.
func SetGoroutineLabels(ctx context.Context) {
	var texts []string
	for _, l := range labelsOf(ctx) {
		texts = append(texts, l.key+": "+l.value)
	}
	setLabels(strings.Join(texts, ", "))
}

// Do calls f with labels, which the goroutine has meanwhile.
func Do(ctx context.Context, labels LabelSet, f func(context.Context)) {
	defer SetGoroutineLabels(ctx)
	ctx = WithLabels(ctx, labels)
	SetGoroutineLabels(ctx)
	f(ctx)
}

// Label gives the value of a label of ctx.
func Label(ctx context.Context, key string) (string, bool) {
	for _, l := range labelsOf(ctx) {
		if l.key == key {
			return l.value, true
		}
	}
	return "", false
}

// ForLabels calls f for each label of ctx, in the order of keys, until it returns false.
func ForLabels(ctx context.Context, f func(key, value string) bool) {
	for _, l := range labelsOf(ctx) {
		if !f(l.key, l.value) {
			return
		}
	}
}
