package flag

import (
	"fmt"
	"internal/value"
	"strings"
)

func (f *FlagSet) defaultUsage() {
	if f.name == "" {
		fmt.Fprintf(f.Output(), "Usage:\n")
	} else {
		fmt.Fprintf(f.Output(), "Usage of %s:\n", f.name)
	}
	f.PrintDefaults()
}

// UnquoteUsage takes the name of a flag's value, which is in back quotes, out of its usage. Without
// one the name tells the sort of value; for a bool it is empty.
func UnquoteUsage(flag *Flag) (name string, usage string) {
	usage = flag.Usage
	if before, rest, ok := strings.Cut(usage, "`"); ok {
		if name, after, ok := strings.Cut(rest, "`"); ok {
			return name, before + name + after
		}
	}
	switch flag.Value.(type) {
	case *durationValue:
		return "duration", usage
	case *float64Value:
		return "float", usage
	case *intValue, *int64Value:
		return "int", usage
	case *stringValue:
		return "string", usage
	case *uintValue, *uint64Value:
		return "uint", usage
	}
	if isBool(flag.Value) {
		return "", usage
	}
	return "value", usage
}

// PrintDefaults prints each flag with its usage and the value it has when it is not set.
func (f *FlagSet) PrintDefaults() {
	var faults []error
	f.VisitAll(func(flag *Flag) {
		var b strings.Builder
		fmt.Fprintf(&b, "  -%s", flag.Name)
		name, usage := UnquoteUsage(flag)
		if name != "" {
			b.WriteString(" " + name)
		}
		// A name of one byte leaves room on the line.
		if b.Len() <= 4 {
			b.WriteString("\t")
		} else {
			b.WriteString("\n    \t")
		}
		b.WriteString(strings.ReplaceAll(usage, "\n", "\n    \t"))
		zero, err := isZero(flag)
		if err != nil {
			faults = append(faults, err)
		} else if !zero {
			if _, ok := flag.Value.(*stringValue); ok {
				fmt.Fprintf(&b, " (default %q)", flag.DefValue)
			} else {
				fmt.Fprintf(&b, " (default %v)", flag.DefValue)
			}
		}
		fmt.Fprint(f.Output(), b.String(), "\n")
	})
	if len(faults) > 0 {
		fmt.Fprintln(f.Output())
		for _, err := range faults {
			fmt.Fprintln(f.Output(), err)
		}
	}
}

// isZero tells whether a flag's default is the text of the zero value of its type.
func isZero(flag *Flag) (zero bool, err error) {
	typ := value.TypeOf(flag.Value)
	v, ok := value.Fresh(typ).(Value)
	if !ok {
		return false, nil
	}
	defer func() {
		if r := recover(); r != nil {
			name := typ.String()
			if typ.Kind() == value.Pointer {
				name = typ.Elem().String()
			}
			err = fmt.Errorf("panic calling String method on zero %v for flag %s: %v", name, flag.Name, r)
		}
	}()
	return flag.DefValue == v.String(), nil
}
