package unicode

// The cases, as To takes them and indices of a CaseRange's Delta.
const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// UpperLower as a delta means that upper and lower case alternate in the range, upper case first.
const UpperLower = MaxRune + 1

type d [MaxCase]rune

// CaseRange has the differences to the other cases, for the runes from Lo to Hi.
type CaseRange struct {
	Lo    uint32
	Hi    uint32
	Delta d
}

// SpecialCase has the case rules of a language that differ from the general ones.
type SpecialCase []CaseRange

var turkish = SpecialCase{
	{'I', 'I', d{0, 'ı' - 'I', 0}},
	{'i', 'i', d{'İ' - 'i', 0, 'İ' - 'i'}},
	{'İ', 'İ', d{0, 'i' - 'İ', 0}},
	{'ı', 'ı', d{'I' - 'ı', 0, 'I' - 'ı'}},
}

// TurkishCase has the rules of Turkish.
var TurkishCase SpecialCase = turkish

// AzeriCase has the rules of Azeri.
var AzeriCase SpecialCase = turkish

// ToUpper maps r to upper case, special's rules first.
func (special SpecialCase) ToUpper(r rune) rune { return special.to(UpperCase, r) }

// ToLower maps r to lower case, special's rules first.
func (special SpecialCase) ToLower(r rune) rune { return special.to(LowerCase, r) }

// ToTitle maps r to title case, special's rules first.
func (special SpecialCase) ToTitle(r rune) rune { return special.to(TitleCase, r) }

func (special SpecialCase) to(which int, r rune) rune {
	if to, found := convert(special, which, r); found {
		return to
	}
	return To(which, r)
}

// convert maps r by the ranges; found tells whether one has it.
func convert(table []CaseRange, which int, r rune) (to rune, found bool) {
	if r < 0 {
		return r, false
	}
	low, high := 0, len(table)
	for low < high {
		mid := (low + high) >> 1
		if table[mid].Hi < uint32(r) {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == len(table) || uint32(r) < table[low].Lo {
		return r, false
	}
	x := &table[low]
	delta := x.Delta[which]
	if delta != UpperLower {
		return r + delta, true
	}
	// Upper case at even distances from Lo; title case is upper case here.
	offset := uint32(r) - x.Lo
	if which == LowerCase {
		offset |= 1
	} else {
		offset &^= 1
	}
	return rune(x.Lo + offset), true
}

// To maps r to a case: UpperCase, LowerCase or TitleCase.
func To(_case int, r rune) rune {
	if _case < 0 || MaxCase <= _case {
		return ReplacementChar
	}
	to, _ := convert(CaseRanges, _case, r)
	return to
}

// ToUpper maps r to upper case.
func ToUpper(r rune) rune {
	if uint32(r) <= MaxASCII {
		if uint32(r)-'a' < 26 {
			r -= 'a' - 'A'
		}
		return r
	}
	to, _ := convert(CaseRanges, UpperCase, r)
	return to
}

// ToLower maps r to lower case.
func ToLower(r rune) rune {
	if uint32(r) <= MaxASCII {
		if uint32(r)-'A' < 26 {
			r += 'a' - 'A'
		}
		return r
	}
	to, _ := convert(CaseRanges, LowerCase, r)
	return to
}

// ToTitle maps r to title case.
func ToTitle(r rune) rune {
	if uint32(r) <= MaxASCII {
		if uint32(r)-'a' < 26 {
			r -= 'a' - 'A'
		}
		return r
	}
	to, _ := convert(CaseRanges, TitleCase, r)
	return to
}

// step goes from one rune to the next of those that fold together.
type step struct {
	from, to uint16
}

var steps = orbits()

// SimpleFold gives, of the runes that simple case folding makes equal to r, the next greater one,
// and after the greatest the smallest. A rune that folds with no other gives itself.
func SimpleFold(r rune) rune {
	if uint32(r) <= MaxASCII {
		switch {
		case r == 'k':
			return '\u212A'
		case r == 's':
			return 'ſ'
		case isASCIILetter(r):
			return r ^ ' '
		}
		return r
	}
	if 0 <= r && r <= 0xFFFF {
		low, high := 0, len(steps)
		for low < high {
			mid := (low + high) >> 1
			if rune(steps[mid].from) < r {
				low = mid + 1
			} else {
				high = mid
			}
		}
		if low < len(steps) && rune(steps[low].from) == r {
			return rune(steps[low].to)
		}
	}
	if to := ToLower(r); to != r {
		return to
	}
	return ToUpper(r)
}
