package time

import "errors"

// ParseError says what could not be read.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

// Error is the text.
func (e *ParseError) Error() string {
	if e.Message != "" {
		return "parsing time " + quote(e.Value) + e.Message
	}
	return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) +
		": cannot parse " + quote(e.ValueElem) + " as " + quote(e.LayoutElem)
}

// Parse reads a time that stands in value as the reference time does in the layout; without a zone
// it is in UTC.
func Parse(layout, value string) (Time, error) {
	return parse(layout, value, UTC, Local)
}

// ParseInLocation is Parse with times in loc.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc, loc)
}

// fields is what has been read of a time.
type fields struct {
	year, month, day, yearDay int // month, day, yearDay: -1 as long as there is none
	hour, min, sec, nsec      int
	am, pm                    bool
	utc                       bool
	hasOffset                 bool
	offset                    int
	zone                      string
	faulty                    string // what is out of range
}

// number takes one or two digits, or exactly two.
func number(s string, two bool) (n int, rest string, ok bool) { return upTo(s, 2, two) }

// upTo takes at most, or exactly, width digits.
func upTo(s string, width int, exact bool) (n int, rest string, ok bool) {
	i := 0
	for i < width && isDigit(s, i) {
		n = n*10 + int(s[i]-'0')
		i++
	}
	return n, s[i:], i > 0 && (i == width || !exact)
}

// among finds the name of a table that s begins with, in either case.
func among(table string, short bool, s string) (i int, rest string, ok bool) {
	for i := range len(table) / nameWidth {
		name := entry(table, i)
		if short {
			name = name[:3]
		}
		if len(s) >= len(name) && sameLetters(s[:len(name)], name) {
			return i, s[len(name):], true
		}
	}
	return 0, s, false
}

func sameLetters(a, b string) bool {
	for i := range len(a) {
		if x, y := a[i], b[i]; x != y {
			x |= 0x20
			y |= 0x20
			if x != y || x < 'a' || x > 'z' {
				return false
			}
		}
	}
	return true
}

// fixed takes the text between elements off value; blanks match any number of blanks.
func fixed(value, text string) (rest string, ok bool) {
	for text != "" {
		if text[0] == ' ' {
			if value != "" && value[0] != ' ' {
				return value, false
			}
			for text != "" && text[0] == ' ' {
				text = text[1:]
			}
			for value != "" && value[0] == ' ' {
				value = value[1:]
			}
			continue
		}
		if value == "" || value[0] != text[0] {
			return value, false
		}
		text, value = text[1:], value[1:]
	}
	return value, true
}

func (f *fields) limit(what string, n, lo, hi int) {
	if n < lo || n > hi {
		f.faulty = what
	}
}

// read takes one element off value. after is what follows it in the layout.
func (f *fields) read(it item, value, after string) (rest string, ok bool) {
	var n int
	rest = value
	switch it.element {
	case shortYear:
		if n, rest, ok = upTo(value, 2, true); ok {
			f.year = n + 1900
			if n < 69 {
				f.year += 100
			}
		}
	case longYear:
		f.year, rest, ok = upTo(value, 4, true)
	case shortMonth, longMonth:
		n, rest, ok = among(monthNames, it.element == shortMonth, value)
		f.month = n + 1
	case month1, month2:
		f.month, rest, ok = number(value, it.element == month2)
		if ok {
			f.limit("month", f.month, 1, 12)
		}
	case shortDay, longDay:
		_, rest, ok = among(dayNames, it.element == shortDay, value)
	case day1, day2, dayBlank:
		if it.element == dayBlank && value != "" && value[0] == ' ' {
			value = value[1:]
		}
		// Whether the month has that day is seen at the end.
		f.day, rest, ok = number(value, it.element == day2)
	case yearDay3, yearDayBlank:
		for range 2 {
			if it.element == yearDayBlank && value != "" && value[0] == ' ' {
				value = value[1:]
			}
		}
		f.yearDay, rest, ok = upTo(value, 3, it.element == yearDay3)
	case hour24:
		f.hour, rest, ok = number(value, false)
		f.limit("hour", f.hour, 0, 23)
	case hour1, hour2:
		f.hour, rest, ok = number(value, it.element == hour2)
		f.limit("hour", f.hour, 0, 12)
	case minute1, minute2:
		f.min, rest, ok = number(value, it.element == minute2)
		f.limit("minute", f.min, 0, 59)
	case second1, second2:
		f.sec, rest, ok = number(value, it.element == second2)
		f.limit("second", f.sec, 0, 59)
		if ok && f.faulty == "" && isPoint(rest) && isDigit(rest, 1) {
			// A fraction may follow though the layout has none.
			if _, it, _, _ := next(after); it.element != fraction0 && it.element != fraction9 {
				rest = f.fraction(rest, -1)
			}
		}
	case upperPM, lowerPM:
		if len(value) < 2 {
			return value, false
		}
		mark := value[:2]
		rest = value[2:]
		if it.element == lowerPM {
			if mark != "am" && mark != "pm" {
				return value, false
			}
		} else if mark != "AM" && mark != "PM" {
			return value, false
		}
		f.am, f.pm = mark[0]|0x20 == 'a' || f.am, mark[0]|0x20 == 'p' || f.pm
		return rest, true
	case offset:
		return f.readOffset(it, value)
	case zoneName:
		if hasPrefix(value, "UTC") {
			f.utc = true
			return value[3:], true
		}
		n := abbreviation(value)
		if n == 0 {
			return value, false
		}
		f.zone = value[:n]
		return value[n:], true
	case fraction0:
		if !isPoint(value) || len(value) < it.digits+1 {
			return value, false
		}
		// Its digits are read as a number, which may have a sign.
		n, unit, from := 0, int(1e9), 1
		if value[1] == '-' || value[1] == '+' {
			from = 2
		}
		if from > it.digits {
			return value, false
		}
		for i := 1; i <= it.digits; i++ {
			unit /= 10
			if i < from {
				continue
			}
			if !isDigit(value, i) {
				return value, false
			}
			n = n*10 + int(value[i]-'0')
		}
		if value[1] == '-' {
			n = -n
		}
		f.nsec = n * unit
		f.limit("fractional second", f.nsec, 0, 999999999)
		return value[it.digits+1:], true
	case fraction9:
		if isPoint(value) && isDigit(value, 1) {
			rest = f.fraction(value, -1)
		}
		return rest, true
	}
	return
}

func isPoint(s string) bool { return s != "" && (s[0] == '.' || s[0] == ',') }

// fraction takes a point and digits (-1: all there are); what is below a nanosecond is lost.
func (f *fields) fraction(s string, count int) (rest string) {
	n, unit, i := 0, int(1e8), 1
	for ; isDigit(s, i) && (count < 0 || i <= count); i++ {
		n += int(s[i]-'0') * unit
		unit /= 10
	}
	f.nsec = n
	return s[i:]
}

func (f *fields) readOffset(it item, value string) (rest string, ok bool) {
	if it.z && value != "" && value[0] == 'Z' {
		f.utc = true
		return value[1:], true
	}
	width := 1 + 2*it.parts
	if it.colon {
		width += it.parts - 1
	}
	if len(value) < width {
		return value, false
	}
	s, rest := value[1:width], value[width:]
	var n [3]int
	for i := range it.parts {
		if i > 0 && it.colon {
			if s[0] != ':' {
				return value, false
			}
			s = s[1:]
		}
		if n[i], s, ok = number(s, true); !ok {
			return value, false
		}
	}
	// Some people do write 24 hours or 60 minutes.
	f.limit("time zone offset hour", n[0], 0, 24)
	f.limit("time zone offset minute", n[1], 0, 60)
	f.limit("time zone offset second", n[2], 0, 60)
	f.offset = n[0]*3600 + n[1]*60 + n[2]
	f.hasOffset = true
	switch value[0] {
	case '+':
	case '-':
		f.offset = -f.offset
	default:
		return value, false
	}
	return rest, true
}

// abbreviation is the length of the zone abbreviation that s begins with, or 0.
func abbreviation(s string) int {
	if len(s) < 3 {
		return 0
	}
	if hasPrefix(s, "ChST") || hasPrefix(s, "MeST") {
		return 4
	}
	if s[:3] == "GMT" {
		return 3 + signedHours(s[3:])
	}
	if s[0] == '+' || s[0] == '-' {
		return signedHours(s)
	}
	n := 0
	for n < len(s) && n < 6 && 'A' <= s[n] && s[n] <= 'Z' {
		n++
	}
	switch {
	case n == 3, n == 4 && (s[3] == 'T' || s[:4] == "WITA"), n == 5 && s[4] == 'T':
		return n
	}
	return 0
}

// signedHours is the length of a sign and a number below 24, or 0.
func signedHours(s string) int {
	if s == "" || s[0] != '+' && s[0] != '-' {
		return 0
	}
	n, i := 0, 1
	for ; isDigit(s, i); i++ {
		if n = n*10 + int(s[i]-'0'); n > 23 {
			return 0
		}
	}
	if i == 1 {
		return 0
	}
	return i
}

func parse(layout, value string, standard, local *Location) (Time, error) {
	f := fields{month: -1, day: -1, yearDay: -1}
	rest := value
	fault := func(message string) (Time, error) {
		return Time{}, &ParseError{layout, value, "", "", message}
	}
	for todo := layout; ; {
		before, it, text, after := next(todo)
		var ok bool
		if rest, ok = fixed(rest, before); !ok {
			return Time{}, &ParseError{layout, value, before, rest, ""}
		}
		if it.element == noElement {
			if rest != "" {
				return Time{}, &ParseError{layout, value, "", rest, ": extra text: " + quote(rest)}
			}
			break
		}
		todo = after
		left, ok := f.read(it, rest, after)
		if f.faulty != "" {
			return Time{}, &ParseError{layout, value, text, left, ": " + f.faulty + " out of range"}
		}
		if !ok {
			return Time{}, &ParseError{layout, value, text, rest, ""}
		}
		rest = left
	}
	if f.pm && f.hour < 12 {
		f.hour += 12
	} else if f.am && f.hour == 12 {
		f.hour = 0
	}
	if f.yearDay >= 0 {
		length := 365
		if isLeap(f.year) {
			length++
		}
		if f.yearDay < 1 || f.yearDay > length {
			return fault(": day-of-year out of range")
		}
		_, m, day := civil(dayNumber(int64(f.year), January, 1) + int64(f.yearDay) - 1)
		if f.month >= 0 && f.month != int(m) {
			return fault(": day-of-year does not match month")
		}
		if f.day >= 0 && f.day != day {
			return fault(": day-of-year does not match day")
		}
		f.month, f.day = int(m), day
	} else {
		if f.month < 0 {
			f.month = 1
		}
		if f.day < 0 {
			f.day = 1
		}
	}
	if f.day < 1 || f.day > daysIn(Month(f.month), f.year) {
		return fault(": day out of range")
	}
	return f.time(standard, local), nil
}

// time is the instant that the fields mean.
func (f *fields) time(standard, local *Location) Time {
	date := func(l *Location) Time {
		return Date(f.year, Month(f.month), f.day, f.hour, f.min, f.sec, f.nsec, l)
	}
	if f.utc {
		return date(UTC)
	}
	if f.hasOffset {
		t := date(UTC)
		t.ext -= int64(f.offset)
		// Where the local clock shows that offset (and zone), the time is a local one.
		if s := local.at(t.unix()); s.offset == f.offset && (f.zone == "" || s.name == f.zone) {
			t.place(local)
		} else {
			t.place(FixedZone(f.zone, f.offset))
		}
		return t
	}
	if f.zone != "" {
		t := date(UTC)
		if off, ok := local.named(f.zone, t.unix()); ok {
			t.ext -= int64(off)
			t.place(local)
			return t
		}
		off := 0
		if len(f.zone) > 3 && f.zone[:3] == "GMT" {
			off, _, _ = upTo(f.zone[4:], 9, false)
			if f.zone[3] == '-' {
				off = -off
			}
			off *= 3600
		}
		t.place(FixedZone(f.zone, off))
		return t
	}
	return date(standard)
}

// ParseDuration reads numbers with units, such as 1h15m30.5s, with a sign before them all.
func ParseDuration(s string) (Duration, error) {
	bad := func() (Duration, error) {
		return 0, errors.New("time: invalid duration " + quote(s))
	}
	rest, negative := s, false
	if rest != "" && (rest[0] == '-' || rest[0] == '+') {
		negative = rest[0] == '-'
		rest = rest[1:]
	}
	if rest == "0" {
		return 0, nil
	}
	if rest == "" {
		return bad()
	}
	var sum uint64
	for rest != "" {
		if rest[0] != '.' && !isDigit(rest, 0) {
			return bad()
		}
		var n uint64
		i := 0
		for ; isDigit(rest, i); i++ {
			if n > 1<<63/10 {
				return bad()
			}
			if n = n*10 + uint64(rest[i]-'0'); n > 1<<63 {
				return bad()
			}
		}
		seen := i > 0
		rest = rest[i:]
		part, scale := uint64(0), 1.0
		if rest != "" && rest[0] == '.' {
			full := false
			for i = 1; isDigit(rest, i); i++ {
				// Digits that do not fit are below what counts.
				if full || part > (1<<63-1)/10 {
					full = true
					continue
				}
				next := part*10 + uint64(rest[i]-'0')
				if next > 1<<63 {
					full = true
					continue
				}
				part = next
				scale *= 10
			}
			seen = seen || i > 1
			rest = rest[i:]
		}
		if !seen {
			return bad()
		}
		for i = 0; i < len(rest) && rest[i] != '.' && !isDigit(rest, i); i++ {
		}
		if i == 0 {
			return 0, errors.New("time: missing unit in duration " + quote(s))
		}
		name := rest[:i]
		rest = rest[i:]
		unit, ok := unitOf(name)
		if !ok {
			return 0, errors.New("time: unknown unit " + quote(name) + " in duration " + quote(s))
		}
		if n > 1<<63/unit {
			return bad()
		}
		n *= unit
		if part > 0 {
			n += uint64(float64(part) * (float64(unit) / scale))
			if n > 1<<63 {
				return bad()
			}
		}
		if sum += n; sum > 1<<63 {
			return bad()
		}
	}
	if negative {
		return -Duration(sum), nil
	}
	if sum > 1<<63-1 {
		return bad()
	}
	return Duration(sum), nil
}

func unitOf(name string) (uint64, bool) {
	switch name {
	case "ns":
		return uint64(Nanosecond), true
	case "us", "µs", "μs":
		return uint64(Microsecond), true
	case "ms":
		return uint64(Millisecond), true
	case "s":
		return uint64(Second), true
	case "m":
		return uint64(Minute), true
	case "h":
		return uint64(Hour), true
	}
	return 0, false
}
