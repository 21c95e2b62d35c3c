// Package category tells the general category of a rune, from string constants that need no
// initialisation.
package category

// Category is one of Unicode's general categories.
type Category uint8

const (
	Cn Category = iota // not assigned
	Lu
	Ll
	Lt
	Lm
	Lo
	Mn
	Mc
	Me
	Nd
	Nl
	No
	Pc
	Pd
	Ps
	Pe
	Pi
	Pf
	Po
	Sm
	Sc
	Sk
	So
	Zs
	Zl
	Zp
	Cc
	Cf
	Co
	Cs
)

// Of is the category of r; Cn for what is not a rune.
func Of(r rune) Category {
	if uint32(r) >= limit {
		return beyond(r)
	}
	at := r >> 7 << 1
	block := int(index[at]-'0')<<6 | int(index[at+1]-' ')
	return Category(blocks[block<<7|int(r&127)] - 'A')
}

// Graphic reports whether c is a category of letters, marks, numbers, punctuation or symbols.
func (c Category) Graphic() bool { return Lu <= c && c <= So }
