package syntax

import (
	"slices"
	"unicode"
)

// classBuilder collects ranges of characters.
type classBuilder struct{ pairs []rune }

func (b *classBuilder) add(lo, hi rune) {
	// Neighbours come often: text classes and folded letters.
	if n := len(b.pairs); n > 0 && b.pairs[n-2] <= lo && lo <= b.pairs[n-1]+1 {
		b.pairs[n-1] = max(b.pairs[n-1], hi)
		return
	}
	b.pairs = append(b.pairs, lo, hi)
}

func (b *classBuilder) addClass(class []rune) {
	for i := 0; i < len(class); i += 2 {
		b.add(class[i], class[i+1])
	}
}

// The characters that have another case lie between these.
const (
	firstCased = 'A'
	lastCased  = 0x1e943
)

// addFolded adds a range and all that differs from its characters only in case.
func (b *classBuilder) addFolded(lo, hi rune) {
	b.add(lo, hi)
	if lo <= firstCased && lastCased <= hi {
		return
	}
	for c := max(lo, firstCased); c <= min(hi, lastCased); c++ {
		for f := unicode.SimpleFold(c); f != c; f = unicode.SimpleFold(f) {
			b.add(f, f)
		}
	}
}

func (b *classBuilder) addTable(t *unicode.RangeTable) {
	for _, r := range t.R16 {
		b.addStrided(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	for _, r := range t.R32 {
		b.addStrided(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
}

func (b *classBuilder) addStrided(lo, hi, stride rune) {
	if stride == 1 {
		b.add(lo, hi)
		return
	}
	for c := lo; c <= hi; c += stride {
		b.add(c, c)
	}
}

// done is the class: ascending, disjoint, not adjacent.
func (b *classBuilder) done() []rune {
	n := len(b.pairs) / 2
	order := make([]int, n)
	for i := range order {
		order[i] = 2 * i
	}
	slices.SortFunc(order, func(x, y int) int {
		if b.pairs[x] != b.pairs[y] {
			return int(b.pairs[x]) - int(b.pairs[y])
		}
		return int(b.pairs[y+1]) - int(b.pairs[x+1])
	})
	var out []rune
	for _, at := range order {
		lo, hi := b.pairs[at], b.pairs[at+1]
		if m := len(out); m > 0 && lo <= out[m-1]+1 {
			out[m-1] = max(out[m-1], hi)
			continue
		}
		out = append(out, lo, hi)
	}
	return out
}

// negated is what is not in class.
func negated(class []rune) []rune {
	var out []rune
	next := rune(0)
	for i := 0; i < len(class); i += 2 {
		if next < class[i] {
			out = append(out, next, class[i]-1)
		}
		next = class[i+1] + 1
	}
	if next <= unicode.MaxRune {
		out = append(out, next, unicode.MaxRune)
	}
	return out
}

var perlClasses = map[byte][]rune{
	'd': {'0', '9'},
	's': {'\t', '\n', '\f', '\r', ' ', ' '},
	'w': {'0', '9', 'A', 'Z', '_', '_', 'a', 'z'},
}

var posixClasses = map[string][]rune{
	"alnum":  {'0', '9', 'A', 'Z', 'a', 'z'},
	"alpha":  {'A', 'Z', 'a', 'z'},
	"ascii":  {0, 0x7f},
	"blank":  {'\t', '\t', ' ', ' '},
	"cntrl":  {0, 0x1f, 0x7f, 0x7f},
	"digit":  {'0', '9'},
	"graph":  {'!', '~'},
	"lower":  {'a', 'z'},
	"print":  {' ', '~'},
	"punct":  {'!', '/', ':', '@', '[', '`', '{', '~'},
	"space":  {'\t', '\r', ' ', ' '},
	"upper":  {'A', 'Z'},
	"word":   {'0', '9', 'A', 'Z', '_', '_', 'a', 'z'},
	"xdigit": {'0', '9', 'A', 'F', 'a', 'f'},
}

// plain is a name without what does not count in it: case, spaces, hyphens, underscores.
func plain(name string) string {
	out := make([]byte, 0, len(name))
	for i := 0; i < len(name); i++ {
		switch c := name[i]; {
		case c == ' ' || c == '-' || c == '_':
		case 'A' <= c && c <= 'Z':
			out = append(out, c+'a'-'A')
		default:
			out = append(out, c)
		}
	}
	return string(out)
}

// lookUp finds an entry by its exact or its plain name.
func lookUp[T any](names map[string]T, name string) (found string, value T, ok bool) {
	if v, ok := names[name]; ok {
		return name, v, true
	}
	want := plain(name)
	for n, v := range names {
		if plain(n) == want {
			return n, v, true
		}
	}
	return "", value, false
}

// unicodeClass is the class of a Unicode category or script.
func unicodeClass(name string, fold bool) (class []rune, ok bool) {
	switch plain(name) {
	case "any":
		return []rune{0, unicode.MaxRune}, true
	case "ascii":
		if fold {
			var b classBuilder
			b.addFolded(0, unicode.MaxASCII)
			return b.done(), true
		}
		return []rune{0, unicode.MaxASCII}, true
	case "assigned":
		unassigned, _ := unicodeClass("Cn", false)
		return negated(unassigned), true
	}
	if _, full, ok := lookUp(unicode.CategoryAliases, name); ok {
		name = full
	}
	folds := unicode.FoldCategory
	found, table, ok := lookUp(unicode.Categories, name)
	if !ok {
		folds = unicode.FoldScript
		found, table, ok = lookUp(unicode.Scripts, name)
	}
	if !ok {
		return nil, false
	}
	var b classBuilder
	b.addTable(table)
	if more := folds[found]; fold && more != nil {
		b.addTable(more)
	}
	return b.done(), true
}
