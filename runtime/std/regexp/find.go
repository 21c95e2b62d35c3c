package regexp

import "io"

func (re *Regexp) MatchString(s string) bool {
	_, found := re.search(s, 0, 0)
	return found
}

func (re *Regexp) Match(b []byte) bool { return re.MatchString(asString(b)) }

// MatchReader may read more than the match.
func (re *Regexp) MatchReader(r io.RuneReader) bool {
	_, found := side(re.prog, &readerText{r: r}, -1, 0, 0, re.longest)
	return found
}

// part is group i of a match, nil where the group took no part.
func part(b []byte, regs []int, i int) []byte {
	if regs[2*i] < 0 {
		return nil
	}
	return b[regs[2*i]:regs[2*i+1]:regs[2*i+1]]
}

func partOf(s string, regs []int, i int) string {
	if regs[2*i] < 0 {
		return ""
	}
	return s[regs[2*i]:regs[2*i+1]]
}

func parts(b []byte, regs []int) [][]byte {
	if regs == nil {
		return nil
	}
	out := make([][]byte, len(regs)/2)
	for i := range out {
		out[i] = part(b, regs, i)
	}
	return out
}

func partsOf(s string, regs []int) []string {
	if regs == nil {
		return nil
	}
	out := make([]string, len(regs)/2)
	for i := range out {
		out[i] = partOf(s, regs, i)
	}
	return out
}

func (re *Regexp) FindStringIndex(s string) (m []int) {
	m, _ = re.search(s, 0, 2)
	return m
}

func (re *Regexp) FindIndex(b []byte) (m []int) { return re.FindStringIndex(asString(b)) }

func (re *Regexp) FindString(s string) string {
	if m := re.FindStringIndex(s); m != nil {
		return partOf(s, m, 0)
	}
	return ""
}

func (re *Regexp) Find(b []byte) []byte {
	if m := re.FindIndex(b); m != nil {
		return part(b, m, 0)
	}
	return nil
}

func (re *Regexp) FindStringSubmatchIndex(s string) []int {
	m, _ := re.search(s, 0, re.registers())
	return m
}

func (re *Regexp) FindSubmatchIndex(b []byte) []int {
	return re.FindStringSubmatchIndex(asString(b))
}

func (re *Regexp) FindStringSubmatch(s string) []string {
	return partsOf(s, re.FindStringSubmatchIndex(s))
}

func (re *Regexp) FindSubmatch(b []byte) [][]byte { return parts(b, re.FindSubmatchIndex(b)) }

func (re *Regexp) FindReaderIndex(r io.RuneReader) (m []int) { return re.searchReader(r, 2) }

func (re *Regexp) FindReaderSubmatchIndex(r io.RuneReader) []int {
	return re.searchReader(r, re.registers())
}

// all collects up to n matches, all if n < 0.
func all[T any](re *Regexp, s string, n, registers int, take func(regs []int) T) []T {
	if n == 0 {
		return nil
	}
	var out []T
	re.each(s, registers, func(regs []int) bool {
		out = append(out, take(regs))
		return len(out) != n
	})
	return out
}

func (re *Regexp) FindAll(b []byte, n int) [][]byte {
	return all(re, asString(b), n, 2, func(m []int) []byte { return part(b, m, 0) })
}

func (re *Regexp) FindAllString(s string, n int) []string {
	return all(re, s, n, 2, func(m []int) string { return partOf(s, m, 0) })
}

func (re *Regexp) FindAllIndex(b []byte, n int) [][]int {
	return re.FindAllStringIndex(asString(b), n)
}

func (re *Regexp) FindAllStringIndex(s string, n int) [][]int {
	return all(re, s, n, 2, func(m []int) []int { return m })
}

func (re *Regexp) FindAllSubmatch(b []byte, n int) [][][]byte {
	return all(re, asString(b), n, re.registers(), func(m []int) [][]byte { return parts(b, m) })
}

func (re *Regexp) FindAllStringSubmatch(s string, n int) [][]string {
	return all(re, s, n, re.registers(), func(m []int) []string { return partsOf(s, m) })
}

func (re *Regexp) FindAllSubmatchIndex(b []byte, n int) [][]int {
	return re.FindAllStringSubmatchIndex(asString(b), n)
}

func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return all(re, s, n, re.registers(), func(m []int) []int { return m })
}

// Split cuts s at the matches into at most n parts; n < 0: all, 0: none.
func (re *Regexp) Split(s string, n int) []string {
	if n == 0 {
		return nil
	}
	if re.expr != "" && s == "" {
		return []string{""}
	}
	var out []string
	begin, end := 0, 0
	re.each(s, 2, func(m []int) bool {
		if n > 0 && len(out) == n-1 {
			return false
		}
		end = m[0]
		// An empty match at the beginning cuts nothing off.
		if m[1] != 0 {
			out = append(out, s[begin:end])
		}
		begin = m[1]
		return true
	})
	if end != len(s) {
		out = append(out, s[begin:])
	}
	return out
}
