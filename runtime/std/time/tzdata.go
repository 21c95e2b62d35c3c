package time

import "errors"

// Zone data as RFC 9636 ("The Time Zone Information Format") defines it.

var errBadData = errors.New("malformed time zone information")

// tzReader takes numbers off the front of data; after the end it gives zeros and sets short.
type tzReader struct {
	data  []byte
	short bool
}

func (r *tzReader) bytes(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.short = true
		r.data = nil
		return nil
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}

func (r *tzReader) big(size int) (x int64) {
	for i, c := range r.bytes(size) {
		if i == 0 {
			x = int64(int8(c))
		} else {
			x = x<<8 | int64(c)
		}
	}
	return
}

// tzCounts is the six counts of a header, in its order.
type tzCounts struct{ isUTC, isStd, leap, time, typ, char int }

func (r *tzReader) header() (version byte, n tzCounts, ok bool) {
	if string(r.bytes(4)) != "TZif" {
		return
	}
	h := r.bytes(16)
	if r.short {
		return
	}
	version = h[0]
	for _, p := range []*int{&n.isUTC, &n.isStd, &n.leap, &n.time, &n.typ, &n.char} {
		*p = int(uint32(r.big(4)))
	}
	return version, n, !r.short
}

// LoadLocationFromTZData makes a place from the content of a zone file.
func LoadLocationFromTZData(name string, data []byte) (*Location, error) {
	r := &tzReader{data: data}
	version, n, ok := r.header()
	if !ok {
		return nil, errBadData
	}
	size := 4
	if version >= '2' {
		// The same again with 64-bit times.
		r.bytes(n.time*5 + n.typ*6 + n.char + n.leap*8 + n.isStd + n.isUTC)
		if _, n, ok = r.header(); !ok {
			return nil, errBadData
		}
		size = 8
	} else if version != 0 {
		return nil, errBadData
	}
	times := &tzReader{data: r.bytes(n.time * size)}
	places := r.bytes(n.time)
	types := &tzReader{data: r.bytes(n.typ * 6)}
	names := r.bytes(n.char)
	r.bytes(n.leap*(size+4) + n.isStd + n.isUTC)
	if r.short || n.typ == 0 {
		return nil, errBadData
	}
	l := &Location{name: name}
	for range n.typ {
		z := zone{offset: int(types.big(4))}
		flags := types.bytes(2)
		z.isDST = flags[0] != 0
		from := int(flags[1])
		if from >= len(names) {
			return nil, errBadData
		}
		to := from
		for to < len(names) && names[to] != 0 {
			to++
		}
		z.name = string(names[from:to])
		l.zones = append(l.zones, z)
	}
	for _, z := range places {
		if int(z) >= len(l.zones) {
			return nil, errBadData
		}
		l.periods = append(l.periods, period{times.big(size), int(z)})
	}
	if len(l.periods) == 0 || l.periods[0].start > beginning {
		l.periods = append([]period{{beginning, l.firstZone()}}, l.periods...)
	}
	if size == 8 && len(r.data) > 2 && r.data[0] == '\n' {
		foot := r.data[1:]
		for i, c := range foot {
			if c == '\n' {
				l.rule = parseRule(string(foot[:i]))
				break
			}
		}
	}
	return l, nil
}

// firstZone is the zone before the first period of the data: the first one if no period uses it,
// else the last standard one before the zone of the first period if that is daylight time, else
// the first standard one.
func (l *Location) firstZone() int {
	used := false
	for _, p := range l.periods {
		used = used || p.zone == 0
	}
	if !used {
		return 0
	}
	if len(l.periods) > 0 && l.zones[l.periods[0].zone].isDST {
		for i := l.periods[0].zone - 1; i >= 0; i-- {
			if !l.zones[i].isDST {
				return i
			}
		}
	}
	for i, z := range l.zones {
		if !z.isDST {
			return i
		}
	}
	return 0
}

// rule says when the two zones of a year hold, as the value of a POSIX TZ variable does.
type rule struct {
	std, dst    zone
	toDST, back change
	always      bool // only std
}

// change is a day of the year and a second of it.
type change struct {
	form             byte // 'J': day 1 to 365, never February 29; 'N': day 0 to 365; 'M'
	month, week, day int
	second           int
}

// ruleReader takes the parts off a rule's text; any fault makes it bad.
type ruleReader struct {
	s   string
	bad bool
}

func (r *ruleReader) take(c byte) bool {
	if r.s != "" && r.s[0] == c {
		r.s = r.s[1:]
		return true
	}
	return false
}

func (r *ruleReader) need(c byte) { r.bad = !r.take(c) || r.bad }

func (r *ruleReader) number(lo, hi int) int {
	n, i := 0, 0
	for i < len(r.s) && i < 4 && '0' <= r.s[i] && r.s[i] <= '9' {
		n = n*10 + int(r.s[i]-'0')
		i++
	}
	r.bad = r.bad || i == 0 || n < lo || n > hi
	r.s = r.s[i:]
	return n
}

func (r *ruleReader) name() string {
	if r.take('<') {
		for i := range len(r.s) {
			if r.s[i] == '>' {
				name := r.s[:i]
				r.s = r.s[i+1:]
				return name
			}
		}
		r.bad = true
		return ""
	}
	i := 0
	for i < len(r.s) && (r.s[i]|0x20) >= 'a' && (r.s[i]|0x20) <= 'z' {
		i++
	}
	name := r.s[:i]
	r.s = r.s[i:]
	r.bad = r.bad || i < 3
	return name
}

// seconds reads hh[:mm[:ss]] with a sign.
func (r *ruleReader) seconds() int {
	negative := r.take('-')
	if !negative {
		r.take('+')
	}
	n := r.number(0, 24*7) * 3600
	if r.take(':') {
		n += r.number(0, 59) * 60
		if r.take(':') {
			n += r.number(0, 59)
		}
	}
	if negative {
		return -n
	}
	return n
}

func (r *ruleReader) change() (c change) {
	r.need(',')
	switch {
	case r.take('J'):
		c.form, c.day = 'J', r.number(1, 365)
	case r.take('M'):
		c.form, c.month = 'M', r.number(1, 12)
		r.need('.')
		c.week = r.number(1, 5)
		r.need('.')
		c.day = r.number(0, 6)
	default:
		c.form, c.day = 'N', r.number(0, 365)
	}
	c.second = 2 * 3600
	if r.take('/') {
		c.second = r.seconds()
	}
	return
}

func parseRule(s string) *rule {
	r := &ruleReader{s: s}
	var u rule
	u.std.name = r.name()
	u.std.offset = -r.seconds()
	if r.s == "" {
		u.always = true
	} else {
		u.dst.name = r.name()
		u.dst.isDST = true
		u.dst.offset = u.std.offset + 3600
		if r.s != "" && r.s[0] != ',' {
			u.dst.offset = -r.seconds()
		}
		if r.s == "" {
			r.s = ",M3.2.0,M11.1.0"
		}
		u.toDST, u.back = r.change(), r.change()
	}
	if r.bad || r.s != "" {
		return nil
	}
	return &u
}

// in is the change's time in a year, in seconds since 1970 as clocks with that offset show it.
func (c *change) in(year int, offset int) int64 {
	first := dayNumber(int64(year), January, 1)
	switch c.form {
	case 'J':
		first += int64(c.day) - 1
		if c.day >= 60 && isLeap(year) {
			first++
		}
	case 'N':
		first += int64(c.day)
	default:
		first = dayNumber(int64(year), Month(c.month), 1)
		ahead := (c.day - int(weekday(first)) + 7) % 7
		ahead += (c.week - 1) * 7
		for ahead >= daysIn(Month(c.month), year) {
			ahead -= 7
		}
		first += int64(ahead)
	}
	return first*dayLength + int64(c.second) - int64(offset)
}

// at is the zone at a time after the last period of the data, which is s.
func (u *rule) at(unix int64, s span) span {
	if u.always {
		return span{u.std, s.start, never}
	}
	// A rule is looked at for one year of universal time. What lies before its first change and
	// after its last one ends where that year (of 365 days) does, as in gc's library.
	day, _ := floorDiv(unix, dayLength)
	year, _, _ := civil(day)
	opens := dayNumber(int64(year), January, 1) * dayLength
	first, second := u.toDST.in(year, u.std.offset), u.back.in(year, u.dst.offset)
	outside, inside := u.std, u.dst
	if second < first {
		first, second = second, first
		outside, inside = inside, outside
	}
	switch {
	case unix < first:
		return span{outside, opens, first}
	case unix < second:
		return span{inside, first, second}
	}
	return span{outside, second, opens + 365*dayLength}
}
