package regexp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// replace is src with add's text for each match; changed is false when there is none.
func (re *Regexp) replace(src string, registers int, add func(dst []byte, regs []int) []byte) (out []byte, changed bool) {
	end := 0
	re.each(src, registers, func(regs []int) bool {
		out = append(out, src[end:regs[0]]...)
		out = add(out, regs)
		end = regs[1]
		changed = true
		return true
	})
	if changed {
		out = append(out, src[end:]...)
	}
	return out, changed
}

func (re *Regexp) replaceString(src string, registers int, add func(dst []byte, regs []int) []byte) string {
	if out, changed := re.replace(src, registers, add); changed {
		return string(out)
	}
	return src
}

// replaceBytes is nil where the result is empty.
func (re *Regexp) replaceBytes(src []byte, registers int, add func(dst []byte, regs []int) []byte) []byte {
	if out, changed := re.replace(asString(src), registers, add); changed {
		return out
	}
	return append([]byte(nil), src...)
}

// forTemplate is how many registers a template needs.
func (re *Regexp) forTemplate(template string) int {
	if strings.IndexByte(template, '$') < 0 {
		return 2
	}
	return re.registers()
}

// ReplaceAllString replaces the matches by repl, in which $1 and the like stand for groups.
func (re *Regexp) ReplaceAllString(src, repl string) string {
	return re.replaceString(src, re.forTemplate(repl), func(dst []byte, m []int) []byte {
		return re.ExpandString(dst, repl, src, m)
	})
}

func (re *Regexp) ReplaceAllLiteralString(src, repl string) string {
	return re.replaceString(src, 2, func(dst []byte, m []int) []byte { return append(dst, repl...) })
}

func (re *Regexp) ReplaceAllStringFunc(src string, repl func(string) string) string {
	return re.replaceString(src, 2, func(dst []byte, m []int) []byte {
		return append(dst, repl(partOf(src, m, 0))...)
	})
}

func (re *Regexp) ReplaceAll(src, repl []byte) []byte {
	template, text := string(repl), asString(src)
	return re.replaceBytes(src, re.forTemplate(template), func(dst []byte, m []int) []byte {
		return re.ExpandString(dst, template, text, m)
	})
}

func (re *Regexp) ReplaceAllLiteral(src, repl []byte) []byte {
	return re.replaceBytes(src, 2, func(dst []byte, m []int) []byte { return append(dst, repl...) })
}

func (re *Regexp) ReplaceAllFunc(src []byte, repl func([]byte) []byte) []byte {
	return re.replaceBytes(src, 2, func(dst []byte, m []int) []byte {
		return append(dst, repl(src[m[0]:m[1]])...)
	})
}

func (re *Regexp) Expand(dst []byte, template []byte, src []byte, match []int) []byte {
	return re.ExpandString(dst, string(template), asString(src), match)
}

// ExpandString appends template to dst, with the groups of match in place of $1, $name, ${name};
// $$ is a dollar.
func (re *Regexp) ExpandString(dst []byte, template string, src string, match []int) []byte {
	for template != "" {
		before, after, found := strings.Cut(template, "$")
		dst = append(dst, before...)
		if !found {
			break
		}
		template = after
		if strings.HasPrefix(template, "$") {
			dst = append(dst, '$')
			template = template[1:]
			continue
		}
		name, number, rest, ok := variable(template)
		if !ok {
			dst = append(dst, '$')
			continue
		}
		template = rest
		if number >= 0 {
			dst = appendGroup(dst, src, match, number)
			continue
		}
		for i, n := range re.names {
			if n == name && 2*i+1 < len(match) && match[2*i] >= 0 {
				dst = appendGroup(dst, src, match, i)
				break
			}
		}
	}
	return dst
}

func appendGroup(dst []byte, src string, match []int, i int) []byte {
	if 2*i+1 < len(match) && match[2*i] >= 0 {
		dst = append(dst, src[match[2*i]:match[2*i+1]]...)
	}
	return dst
}

// variable reads what follows a dollar; number is -1 for a name.
func variable(s string) (name string, number int, rest string, ok bool) {
	braces := strings.HasPrefix(s, "{")
	if braces {
		s = s[1:]
	}
	end := 0
	for end < len(s) {
		r, w := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' {
			break
		}
		end += w
	}
	if end == 0 {
		return "", 0, "", false
	}
	name, rest = s[:end], s[end:]
	if braces {
		if !strings.HasPrefix(rest, "}") {
			return "", 0, "", false
		}
		rest = rest[1:]
	}
	for i := 0; i < len(name); i++ {
		if name[i] < '0' || name[i] > '9' || number >= 1e8 {
			return name, -1, rest, true
		}
		number = number*10 + int(name[i]-'0')
	}
	if name[0] == '0' && len(name) > 1 {
		number = -1
	}
	return name, number, rest, true
}
