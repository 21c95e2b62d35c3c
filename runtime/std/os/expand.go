package os

// Expand replaces $name and ${name} by what mapping says. A dollar without a name stays; ${ without an
// end, or with nothing inside, goes.
func Expand(s string, mapping func(string) string) string {
	var out []byte
	kept := 0
	for i := 0; i+1 < len(s); i++ {
		if s[i] != '$' {
			continue
		}
		out = append(out, s[kept:i]...)
		name, width := variable(s[i+1:])
		switch {
		case name != "":
			out = append(out, mapping(name)...)
		case width == 0:
			out = append(out, '$')
		}
		i += width
		kept = i + 1
	}
	if out == nil && kept == 0 {
		return s
	}
	return string(append(out, s[kept:]...))
}

// ExpandEnv is Expand with the environment's variables.
func ExpandEnv(s string) string { return Expand(s, Getenv) }

// variable is the name that s, which follows a dollar, begins with, and how many bytes it takes.
func variable(s string) (name string, width int) {
	if s[0] == '{' {
		if len(s) > 2 && special(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		for i := 1; i < len(s); i++ {
			if s[i] == '}' {
				return s[1:i], i + 1
			}
		}
		return "", 1
	}
	if special(s[0]) {
		return s[:1], 1
	}
	for width < len(s) && ofName(s[width]) {
		width++
	}
	return s[:width], width
}

// special tells whether c alone is the name of a variable of the shell.
func special(c byte) bool {
	switch c {
	case '*', '#', '$', '@', '!', '?', '-':
		return true
	}
	return '0' <= c && c <= '9'
}

func ofName(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}
